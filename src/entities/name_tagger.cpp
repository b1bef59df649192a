#include "entities/name_tagger.hpp"

#include "entities/gazetteer.hpp"
#include "entities/name_model.hpp"
#include "syntax/features.hpp"

namespace entente::entities {

namespace {

/// The names that a sequence of labels stands for.
std::vector<syntax::NamedSpan> spans_of(const NameWords& sentence, const std::vector<NameLabel>& labels) {
    std::vector<syntax::NamedSpan> spans;
    std::size_t first = 0;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        if (labels[i] == 0) continue;
        if (!continues(labels[i])) first = i;
        if (goes_on(labels[i])) continue;
        spans.push_back({sentence.words[first].first, sentence.words[i].last, kind_of(labels[i])});
    }
    return spans;
}

/// Tokens of one written word (Jean - Luc, Sung - min), between which the tokeniser cuts.
bool hyphenated(const syntax::Sentence& sentence, std::size_t hyphen) {
    return hyphen > 0 && hyphen + 1 < sentence.size() && sentence[hyphen].form == "-" &&
           !sentence[hyphen - 1].space_after && !sentence[hyphen].space_after;
}

bool starts_upper(const syntax::Sentence& sentence, std::size_t token) {
    const syntax::WordForms forms = syntax::word_forms(sentence[token].form);
    return !forms.normal.starts_with(forms.lower.substr(0, syntax::code_point_starts(forms.lower)[1]));
}

/// Joins what belongs to one person but was cut at a hyphen: both halves of a first name, the end of a second one.
void join_hyphens(const syntax::Sentence& sentence, const Gazetteer& gazetteer, std::vector<syntax::NamedSpan>& spans) {
    for (std::size_t i = 0; i < spans.size(); ++i) {
        syntax::NamedSpan& span = spans[i];
        if (span.kind != syntax::NamedKind::person || !hyphenated(sentence, span.last + 1)) continue;
        const std::size_t behind = span.last + 2;
        const bool person_behind =
            i + 1 < spans.size() && spans[i + 1].first == behind && spans[i + 1].kind == syntax::NamedKind::person;
        PhraseKey key;
        key.append(syntax::word_forms(sentence[span.last].form).lower);
        const Gazetteer::Entry* entry = gazetteer.find(key);
        const bool given = entry != nullptr && (entry->classes & bit(NameClass::given_name)) != 0;
        if (person_behind && given) {
            span.last = spans[i + 1].last;
            spans.erase(spans.begin() + static_cast<std::ptrdiff_t>(i) + 1);
        } else if (!person_behind && span.last > span.first && !starts_upper(sentence, behind)) {
            span.last = behind;
        }
    }
}

}  // namespace

struct NameTagger::Parts {
    Gazetteer gazetteer;
    NameModel model;
    std::string language;
};

NameTagger::NameTagger(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
NameTagger::NameTagger(NameTagger&&) noexcept = default;
NameTagger& NameTagger::operator=(NameTagger&&) noexcept = default;
NameTagger::~NameTagger() = default;

NameTagger NameTagger::load(const std::filesystem::path& data, const language::LanguagePack& pack) {
    const std::filesystem::path folder = data / "lang" / pack.code;
    return NameTagger(
        std::make_unique<Parts>(Parts{Gazetteer(folder / "name_words.tsv", data / "ontology" / "given_names.tsv", pack),
                                      NameModel(syntax::ModelFile(folder / "names.bin")), pack.code}));
}

void NameTagger::mark(std::span<syntax::Sentence> article) const {
    ArticleForms forms;
    for (const syntax::Sentence& sentence : article) {
        if (sentence.language == parts_->language) forms.read(sentence);
    }
    for (syntax::Sentence& sentence : article) {
        if (sentence.language != parts_->language) continue;
        const NameWords words = name_words(sentence, parts_->gazetteer, forms);
        sentence.named = spans_of(words, parts_->model.best_labels(words));
        join_hyphens(sentence, parts_->gazetteer, sentence.named);
    }
}

}  // namespace entente::entities
