#include "syntax/conllu.hpp"

#include <algorithm>
#include <charconv>
#include <tuple>
#include <utility>

#include "base/errors.hpp"
#include "base/strings.hpp"

namespace entente::syntax {

namespace {

enum Column : std::size_t { id, form, lemma, upos, xpos, feats, head, deprel, deps, misc, column_count };

constexpr std::string_view no_space = "SpaceAfter=No";

std::optional<std::size_t> number(std::string_view text) {
    std::size_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
}

std::string or_empty(const std::string& cell) {
    return cell == "_" ? std::string() : cell;
}

std::string_view or_underscore(std::string_view value) {
    return value.empty() ? std::string_view("_") : value;
}

/// Takes SpaceAfter=No out of a MISC cell; the second of the pair says whether a space follows.
std::pair<std::string, bool> read_misc(const std::string& cell) {
    if (cell == "_") return {"", true};
    std::vector<std::string> entries = base::split(cell, '|');
    const auto kept = std::remove(entries.begin(), entries.end(), no_space);
    const bool space_after = kept == entries.end();
    entries.erase(kept, entries.end());
    return {base::join(entries, "|"), space_after};
}

/// The MISC cell, SpaceAfter=No in its alphabetical place.
std::string write_misc(const std::string& misc_entries, bool space_after) {
    if (space_after) return std::string(or_underscore(misc_entries));
    if (misc_entries.empty()) return std::string(no_space);
    std::vector<std::string> entries = base::split(misc_entries, '|');
    entries.insert(std::find_if(entries.begin(), entries.end(), [](const auto& entry) { return entry > no_space; }),
                   std::string(no_space));
    return base::join(entries, "|");
}

std::size_t code_points(std::string_view text) {
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

/// Calls `visit(form, space_after, range or nullptr, first token, last token)` for each surface token in order.
template <typename Visit>
void for_each_surface(const Sentence& sentence, Visit visit) {
    auto range = sentence.multiwords.begin();
    for (std::size_t i = 0; i < sentence.size(); ++i) {
        if (range != sentence.multiwords.end() && range->first == i) {
            visit(range->form, range->space_after, i, range->last);
            i = range->last;
            ++range;
        } else {
            visit(sentence[i].form, sentence[i].space_after, i, i);
        }
    }
}

void append_line(std::string& out, const std::vector<std::string_view>& cells) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i > 0) out += '\t';
        out += cells[i];
    }
    out += '\n';
}

void append_token(std::string& out, const Token& token, std::size_t index) {
    std::string relation(to_string(token.deprel));
    if (!token.deprel_subtype.empty()) relation += ":" + token.deprel_subtype;
    append_line(out, {std::to_string(index + 1), token.form, or_underscore(token.lemma), to_string(token.upos),
                      or_underscore(token.xpos), or_underscore(token.feats), std::to_string(token.head + 1), relation,
                      or_underscore(token.deps), write_misc(token.misc, token.space_after)});
}

/// Token `start` and those above it marked `pass`, until one is met that was seen before.
bool leads_to_root(const Sentence& sentence, std::size_t start, std::vector<std::size_t>& seen) {
    const std::size_t pass = start + 1;
    std::size_t at = start;
    while (seen[at] == 0) {
        seen[at] = pass;
        if (sentence[at].head < 0) return true;
        at = static_cast<std::size_t>(sentence[at].head);
    }
    return seen[at] != pass;
}

}  // namespace

void ConlluReader::fail(std::size_t line, const std::string& reason) const {
    throw base::DataError({file_, line}, reason);
}

std::optional<Sentence> ConlluReader::next() {
    Sentence sentence;
    std::size_t first_line = 0;
    while (!rest_.empty()) {
        const std::size_t end = rest_.find('\n');
        std::string_view text = rest_.substr(0, end);
        rest_.remove_prefix(end == std::string_view::npos ? rest_.size() : end + 1);
        ++line_;
        if (text.ends_with('\r')) text.remove_suffix(1);
        if (text.empty()) {
            if (!sentence.tokens.empty()) break;
            continue;
        }
        if (first_line == 0) first_line = line_;
        try {
            add_line(sentence, text, line_);
        } catch (const base::DataError&) {
            skip_sentence();
            throw;
        }
    }
    if (sentence.tokens.empty()) {
        if (!sentence.multiwords.empty()) fail(line_, "a multiword token without words");
        return std::nullopt;
    }
    check_tree(sentence, first_line);
    lay_out(sentence, 0);
    return sentence;
}

void ConlluReader::skip_sentence() {
    const std::size_t end = rest_.find("\n\n");
    const std::string_view skipped = rest_.substr(0, end == std::string_view::npos ? end : end + 1);
    line_ += static_cast<std::size_t>(std::count(skipped.begin(), skipped.end(), '\n'));
    rest_.remove_prefix(skipped.size());
}

void ConlluReader::add_line(Sentence& sentence, std::string_view line_text, std::size_t line) const {
    if (line_text.front() == '#') {
        line_text.remove_prefix(line_text.starts_with("# ") ? 2 : 1);
        if (line_text.starts_with("lang = ")) sentence.language = line_text.substr(7);
        sentence.comments.emplace_back(line_text);
        return;
    }
    const std::vector<std::string> cells = base::split(line_text, '\t');
    if (cells.size() != column_count)
        fail(line, "a CoNLL-U line has 10 columns, this one " + std::to_string(cells.size()));
    if (cells[form].empty()) fail(line, "the word has no form");
    if (cells[id].find('.') != std::string::npos) return;
    if (cells[id].find('-') != std::string::npos) {
        add_range(sentence, cells, line);
    } else {
        add_word(sentence, cells, line);
    }
}

void ConlluReader::add_range(Sentence& sentence, const std::vector<std::string>& cells, std::size_t line) const {
    const std::size_t dash = cells[id].find('-');
    const auto first = number(std::string_view(cells[id]).substr(0, dash));
    const auto last = number(std::string_view(cells[id]).substr(dash + 1));
    if (!first || !last || *first != sentence.size() + 1 || *last < *first || *last - *first > 20) {
        fail(line, "the multiword token " + cells[id] + " does not begin at the next word");
    }
    if (!sentence.multiwords.empty() && sentence.multiwords.back().last >= sentence.size()) {
        fail(line, "the multiword token " + cells[id] + " overlaps another");
    }
    auto [entries, space_after] = read_misc(cells[misc]);
    sentence.multiwords.push_back({*first - 1, *last - 1, cells[form], {}, space_after, std::move(entries)});
}

void ConlluReader::add_word(Sentence& sentence, const std::vector<std::string>& cells, std::size_t line) const {
    if (number(cells[id]) != sentence.size() + 1) {
        fail(line, "the word's id is " + cells[id] + " where " + std::to_string(sentence.size() + 1) + " must follow");
    }
    Token token;
    token.form = cells[form];
    token.lemma = cells[form] == "_" ? cells[lemma] : or_empty(cells[lemma]);
    token.xpos = or_empty(cells[xpos]);
    token.feats = or_empty(cells[feats]);
    token.deps = or_empty(cells[deps]);
    std::tie(token.misc, token.space_after) = read_misc(cells[misc]);
    const auto tag = cells[upos] == "_" ? Upos::x : parse_upos(cells[upos]);
    if (!tag) fail(line, "unknown part of speech " + cells[upos]);
    token.upos = *tag;
    if (cells[head] != "_") {
        const auto governor = number(cells[head]);
        if (!governor || *governor > 1'000'000) fail(line, "the head " + cells[head] + " is no number of a word");
        token.head = static_cast<int>(*governor) - 1;
    }
    if (cells[deprel] != "_") {
        const std::size_t colon = cells[deprel].find(':');
        auto relation = parse_deprel(cells[deprel]);
        if (!relation && colon != std::string::npos) {
            relation = parse_deprel(cells[deprel].substr(0, colon));
            token.deprel_subtype = cells[deprel].substr(colon + 1);
        }
        if (!relation) fail(line, "unknown relation " + cells[deprel]);
        token.deprel = *relation;
    }
    sentence.tokens.push_back(std::move(token));
}

void ConlluReader::check_tree(const Sentence& sentence, std::size_t first_line) const {
    if (!sentence.multiwords.empty() && sentence.multiwords.back().last >= sentence.size()) {
        fail(line_, "the last multiword token lacks words");
    }
    const bool parsed = std::any_of(sentence.tokens.begin(), sentence.tokens.end(),
                                    [](const Token& token) { return token.head >= 0 || token.deprel != Deprel::dep; });
    if (parsed && !is_tree(sentence)) fail(first_line, "the heads of this sentence make no tree with one root");
}

std::vector<Sentence> read_conllu(std::string_view text, const std::string& file) {
    std::vector<Sentence> sentences;
    ConlluReader reader(text, file);
    while (auto sentence = reader.next()) sentences.push_back(std::move(*sentence));
    return sentences;
}

std::string to_conllu(const Sentence& sentence) {
    std::string out;
    for (const std::string& comment : sentence.comments) out += "# " + comment + "\n";
    auto range = sentence.multiwords.begin();
    for (std::size_t i = 0; i < sentence.size(); ++i) {
        if (range != sentence.multiwords.end() && range->first == i) {
            const std::string ids = std::to_string(range->first + 1) + "-" + std::to_string(range->last + 1);
            append_line(out, {ids, range->form, "_", "_", "_", "_", "_", "_", "_",
                              write_misc(range->misc, range->space_after)});
            ++range;
        }
        append_token(out, sentence[i], i);
    }
    return out += '\n';
}

bool is_tree(const Sentence& sentence) {
    const int size = static_cast<int>(sentence.size());
    int roots = 0;
    for (const Token& token : sentence.tokens) {
        if (token.head < -1 || token.head >= size) return false;
        roots += token.head < 0 ? 1 : 0;
    }
    std::vector<std::size_t> seen(sentence.size(), 0);
    for (std::size_t i = 0; i < sentence.size(); ++i) {
        if (!leads_to_root(sentence, i, seen)) return false;
    }
    return roots == 1;
}

std::string surface_text(const Sentence& sentence) {
    std::string text;
    for_each_surface(sentence, [&](const std::string& surface, bool space_after, std::size_t, std::size_t last) {
        text += surface;
        if (space_after && last + 1 < sentence.size()) text += ' ';
    });
    return text;
}

void lay_out(Sentence& sentence, std::size_t begin) {
    std::size_t at = begin;
    sentence.span = {begin, begin};
    auto range = sentence.multiwords.begin();
    for_each_surface(sentence, [&](const std::string& surface, bool space_after, std::size_t first, std::size_t last) {
        const core::Span span{at, at + code_points(surface)};
        for (std::size_t i = first; i <= last; ++i) sentence.tokens[i].span = span;
        if (range != sentence.multiwords.end() && range->first == first) (range++)->span = span;
        sentence.span.end = span.end;
        at = span.end + (space_after ? 1 : 0);
    });
}

}  // namespace entente::syntax
