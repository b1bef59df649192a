#include "train/name_examples.hpp"

#include <optional>

#include "base/errors.hpp"
#include "base/files.hpp"
#include "base/strings.hpp"
#include "syntax/conllu.hpp"

namespace entente::train {

namespace {

using entities::label_of;
using entities::NamePart;
using syntax::NamedKind;

constexpr LabelSet outside = 1;
constexpr LabelSet any = (LabelSet{1} << entities::name_label_count) - 1;

LabelSet one(NamedKind kind, NamePart part) {
    return LabelSet{1} << label_of(kind, part);
}

LabelSet any_other() {
    LabelSet set = 0;
    for (const auto part : {NamePart::first, NamePart::inner, NamePart::last, NamePart::only}) {
        set |= one(NamedKind::other, part);
    }
    return set;
}

struct Written {
    std::string label;
    std::size_t line = 0;
};

std::optional<NamedKind> kind_named(std::string_view label) {
    for (const auto kind : {NamedKind::person, NamedKind::place, NamedKind::organisation, NamedKind::other}) {
        if (label.substr(2) == to_string(kind)) return kind;
    }
    return std::nullopt;
}

/// `B-PER` before `I-PER` is a first word, before anything else a whole name; before `*` it may be either.
LabelSet allowed(const std::vector<Written>& labels, std::size_t index, const std::string& file) {
    const std::string& label = labels[index].label;
    if (label == "O") return outside;
    if (label == "*") return any;
    if (label == "o") return outside | any_other();
    if (label == "+") return any & ~outside;
    const bool begins = label.starts_with("B-");
    const auto kind = begins || label.starts_with("I-") ? kind_named(label) : std::nullopt;
    if (!kind) throw base::DataError({file, labels[index].line}, "'" + label + "' is no label of a name");
    const std::string next = index + 1 < labels.size() ? labels[index + 1].label : "O";
    const LabelSet ending = one(*kind, begins ? NamePart::only : NamePart::last);
    const LabelSet open = one(*kind, begins ? NamePart::first : NamePart::inner);
    if (next == "*" || next == "+") return ending | open;
    return next == "I-" + label.substr(2) ? open : ending;
}

}  // namespace

std::vector<NameExample> read_name_examples(const std::filesystem::path& file) {
    const std::string text = base::read_file(file);
    std::vector<NameExample> examples;
    NameExample example;
    std::vector<Written> labels;
    std::size_t line = 0;
    for (const std::string& content : base::split(text + "\n", '\n')) {
        ++line;
        if (content.starts_with("# ")) {
            const std::size_t equals = content.find(" = ");
            if (equals == std::string::npos) continue;
            const std::string name = content.substr(2, equals - 2);
            const std::string value = content.substr(equals + 3);
            if (name == "lang") example.sentence.language = value;
            if (name == "article") example.article = value;
            if (name == "lists") example.without_lists = value == "no";
        } else if (!content.empty()) {
            const std::vector<std::string> cells = base::split(content, '\t');
            if (cells.size() != 2 || cells[0].empty())
                throw base::DataError({file.string(), line}, "a line holds a word and its label");
            example.sentence.tokens.emplace_back().form = cells[0];
            labels.push_back({cells[1], line});
        } else if (!labels.empty()) {
            for (std::size_t i = 0; i < labels.size(); ++i) {
                example.allowed.push_back(allowed(labels, i, file.string()));
            }
            syntax::lay_out(example.sentence, 0);
            examples.push_back(std::move(example));
            example = {};
            labels.clear();
        }
    }
    return examples;
}

}  // namespace entente::train
