#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "language/phrase_table.hpp"

namespace entente::language {

struct Pronoun {
    enum class Kind { personal, possessive, relative, reflexive, demonstrative };
    enum class Number { either, singular, plural };
    enum class Gender { either, person, thing };
    Kind kind = Kind::personal;
    int person = 0;  ///< 1 to 3; 0 where it does not matter
    Number number = Number::either;
    Gender gender = Gender::either;
};

/// The pronouns of one language by form: data/lang/<code>/pronouns.tsv.
class PronounTable {
public:
    /// @throws DataError naming file and line.
    explicit PronounTable(const std::filesystem::path& file);

    /// What the form is as a pronoun of this kind; null if it is none.
    [[nodiscard]] const Pronoun* find(std::string_view form, Pronoun::Kind kind) const;

private:
    PhraseTable<Pronoun> table_;
};

}  // namespace entente::language
