#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "syntax/sentence.hpp"

namespace entente::syntax {

/// Reads sentences from CoNLL-U text (universaldependencies.org/format.html), one by one.
///
/// Multiword ranges, comments, XPOS, DEPS and MISC are kept; empty nodes (`8.1`) are passed over. A sentence whose
/// heads are all `_` is taken as not parsed. Spans are filled as if the sentence stood alone, from code point 0; see
/// lay_out().
class ConlluReader {
public:
    /// `text` must outlive the reader; `file` names it in errors.
    ConlluReader(std::string_view text, std::string file) : rest_(text), file_(std::move(file)) {}

    /// The next sentence, or nothing at the end.
    /// @throws base::DataError with file and line if a line has not ten columns, ids do not count up, a tag or relation
    /// is unknown, or the heads make no tree with one root. Reading can go on after the bad sentence.
    [[nodiscard]] std::optional<Sentence> next();

private:
    [[noreturn]] void fail(std::size_t line, const std::string& reason) const;
    void add_word(Sentence& sentence, const std::vector<std::string>& cells, std::size_t line) const;
    void add_range(Sentence& sentence, const std::vector<std::string>& cells, std::size_t line) const;
    void add_line(Sentence& sentence, std::string_view line_text, std::size_t line) const;
    void check_tree(const Sentence& sentence, std::size_t first_line) const;
    void skip_sentence();

    std::string_view rest_;
    std::string file_;
    std::size_t line_ = 0;
};

/// All sentences of a CoNLL-U text. @throws base::DataError as ConlluReader::next.
[[nodiscard]] std::vector<Sentence> read_conllu(std::string_view text, const std::string& file);

/// A sentence as CoNLL-U, with the empty line that ends it.
[[nodiscard]] std::string to_conllu(const Sentence& sentence);

/// Whether the heads make one tree: one root, no cycle, every head within the sentence. An empty sentence is none.
[[nodiscard]] bool is_tree(const Sentence& sentence);

/// The written text of a sentence: surface tokens with the spaces that SpaceAfter gives, none at the end.
[[nodiscard]] std::string surface_text(const Sentence& sentence);

/// Sets the spans of the sentence, its tokens and multiword tokens as if surface_text() began at code point `begin`.
void lay_out(Sentence& sentence, std::size_t begin);

}  // namespace entente::syntax
