#include "syntax/parser.hpp"

#include <algorithm>

#include "syntax/decoder.hpp"
#include "syntax/features.hpp"
#include "syntax/lemmatiser.hpp"
#include "syntax/model_file.hpp"
#include "syntax/network.hpp"

namespace entente::syntax {

namespace {

/// Longer sentences (lists, tables, text without full stops) are parsed in pieces: arcs take quadratic time and memory.
constexpr std::size_t longest_piece = 256;

template <typename Value, typename Parse>
std::vector<Value> parse_names(const ModelFile& file, const std::vector<std::string>& names, Parse parse) {
    std::vector<Value> values;
    for (const std::string& name : names) {
        const auto value = parse(name);
        if (!value) file.fail("the syntax model uses the unknown name " + name);
        values.push_back(*value);
    }
    return values;
}

bool ends_clause(std::string_view form) {
    return form == "." || form == ";" || form == ":" || form == "," || form == "!" || form == "?" || form == "|";
}

/// Where the piece that begins at `begin` ends: behind the last punctuation of its last quarter, else at full length.
std::size_t end_of_piece(const Sentence& sentence, std::size_t begin) {
    if (sentence.size() - begin <= longest_piece) return sentence.size();
    const std::size_t full = begin + longest_piece;
    for (std::size_t end = full; end > full - longest_piece / 4; --end) {
        if (ends_clause(sentence[end - 1].form)) return end;
    }
    return full;
}

}  // namespace

struct Parser::Model {
    explicit Model(const std::filesystem::path& path)
        : file(path),
          upos_names(file.lines("upos")),
          upos(parse_names<Upos>(file, upos_names, parse_upos)),
          feats(file.lines("feats")),
          labels(parse_names<Deprel>(file, file.lines("labels"), parse_deprel)),
          lemmatiser(file),
          network(file, upos_names, feats, scored_scripts(), file.lines("labels")),
          features(file, network.rows()) {
        for (std::string& entry : feats) {
            entry.erase(0, entry.find(' ') + 1);
            if (entry == "_") entry.clear();
        }
    }

    /// How many of the lemma scripts the network chooses from; the others stand in the lexicon only.
    [[nodiscard]] std::size_t scored_scripts() const {
        const std::size_t count = file.array<float>("script.bias").columns;
        if (count == 0 || count > lemmatiser.script_count()) file.fail("the number of lemma scripts is wrong");
        return count;
    }

    /// Tokens begin…end as if they were a sentence of their own; returns the index of their root.
    std::size_t parse_piece(Sentence& sentence, std::size_t begin, std::size_t end) const;

    ModelFile file;
    std::vector<std::string> upos_names;
    std::vector<Upos> upos;
    std::vector<std::string> feats;
    std::vector<Deprel> labels;
    Lemmatiser lemmatiser;
    Network network;
    FeatureDictionary features;
};

std::size_t Parser::Model::parse_piece(Sentence& sentence, std::size_t begin, std::size_t end) const {
    std::vector<WordForms> words;
    std::vector<FeatureDictionary::Rows> rows;
    for (std::size_t i = begin; i < end; ++i) {
        words.push_back(word_forms(sentence[i].form));
        rows.push_back(features.rows(words.back()));
    }
    const Network::Encoding encoding = network.encode(rows);
    const std::vector<std::size_t> heads = best_tree(network.arc_scores(encoding), words.size());
    const std::vector<std::size_t> relations = network.best_labels(encoding, heads);
    std::size_t root = begin;
    for (std::size_t i = 0; i < words.size(); ++i) {
        Token& token = sentence.tokens[begin + i];
        const std::size_t tag = encoding.upos[i];
        token.upos = upos[tag];
        token.feats = feats[network.best_feats(encoding, i)];
        auto known = lemmatiser.find(words[i], upos_names[tag]);
        token.lemma =
            known ? std::move(*known) : lemmatiser.choose(words[i], upos_names[tag], network.best_scripts(encoding, i));
        token.head = static_cast<int>(begin + heads[i]) - 1;
        token.deprel = labels[relations[i]];
        token.deprel_subtype.clear();
        if (heads[i] == 0) {
            token.head = -1;
            root = begin + i;
        }
    }
    return root;
}

Parser::Parser(std::unique_ptr<Model> model) : model_(std::move(model)) {}
Parser::Parser(Parser&&) noexcept = default;
Parser& Parser::operator=(Parser&&) noexcept = default;
Parser::~Parser() = default;

Parser Parser::load(const std::filesystem::path& model) {
    return Parser(std::make_unique<Model>(model));
}

void Parser::parse(Sentence& sentence) const {
    std::size_t first_root = 0;
    for (std::size_t begin = 0; begin < sentence.size();) {
        const std::size_t end = end_of_piece(sentence, begin);
        const std::size_t root = model_->parse_piece(sentence, begin, end);
        if (begin == 0) {
            first_root = root;
        } else {
            sentence.tokens[root].head = static_cast<int>(first_root);
            sentence.tokens[root].deprel = Deprel::parataxis;
        }
        begin = end;
    }
}

}  // namespace entente::syntax
