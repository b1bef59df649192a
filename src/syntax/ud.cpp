#include "syntax/ud.hpp"

#include <algorithm>
#include <array>

namespace entente::syntax {

namespace {

constexpr std::array<std::string_view, upos_count> upos_names{"ADJ",   "ADP",   "ADV", "AUX",  "CCONJ", "DET",
                                                              "INTJ",  "NOUN",  "NUM", "PART", "PRON",  "PROPN",
                                                              "PUNCT", "SCONJ", "SYM", "VERB", "X"};

constexpr std::array<std::string_view, deprel_count> deprel_names{
    "acl",      "acl:relcl",  "advcl",      "advmod",   "amod", "appos",     "aux",          "aux:caus",
    "aux:pass", "case",       "cc",         "ccomp",    "clf",  "compound",  "compound:prt", "conj",
    "cop",      "csubj",      "csubj:pass", "dep",      "det",  "discourse", "dislocated",   "expl",
    "fixed",    "flat",       "goeswith",   "iobj",     "list", "mark",      "nmod",         "nmod:poss",
    "nsubj",    "nsubj:pass", "nummod",     "obj",      "obl",  "obl:agent", "orphan",       "parataxis",
    "punct",    "reparandum", "root",       "vocative", "xcomp"};

template <typename Value, std::size_t Count>
std::optional<Value> find_name(const std::array<std::string_view, Count>& names, std::string_view text) {
    const auto found = std::find(names.begin(), names.end(), text);
    if (found == names.end()) return std::nullopt;
    return static_cast<Value>(found - names.begin());
}

}  // namespace

std::string_view to_string(Upos upos) {
    return upos_names[static_cast<std::size_t>(upos)];
}
std::string_view to_string(Deprel deprel) {
    return deprel_names[static_cast<std::size_t>(deprel)];
}
std::optional<Upos> parse_upos(std::string_view text) {
    return find_name<Upos>(upos_names, text);
}
std::optional<Deprel> parse_deprel(std::string_view text) {
    return find_name<Deprel>(deprel_names, text);
}

}  // namespace entente::syntax
