#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace entente::syntax {

/// The universal parts of speech of UD version 2 (universaldependencies.org/u/pos).
enum class Upos : std::uint8_t {
    adj,
    adp,
    adv,
    aux,
    cconj,
    det,
    intj,
    noun,
    num,
    part,
    pron,
    propn,
    punct,
    sconj,
    sym,
    verb,
    x,
};

/// The universal relations of UD version 2 with the subtypes that extraction tells apart.
enum class Deprel : std::uint8_t {
    acl,
    acl_relcl,
    advcl,
    advmod,
    amod,
    appos,
    aux,
    aux_caus,
    aux_pass,
    case_,
    cc,
    ccomp,
    clf,
    compound,
    compound_prt,
    conj,
    cop,
    csubj,
    csubj_pass,
    dep,
    det,
    discourse,
    dislocated,
    expl,
    fixed,
    flat,
    goeswith,
    iobj,
    list,
    mark,
    nmod,
    nmod_poss,
    nsubj,
    nsubj_pass,
    nummod,
    obj,
    obl,
    obl_agent,
    orphan,
    parataxis,
    punct,
    reparandum,
    root,
    vocative,
    xcomp,
};

inline constexpr std::size_t upos_count = 17;
inline constexpr std::size_t deprel_count = 45;

/// `NOUN`, `nsubj:pass`: the spellings of CoNLL-U.
[[nodiscard]] std::string_view to_string(Upos upos);
[[nodiscard]] std::string_view to_string(Deprel deprel);
[[nodiscard]] std::optional<Upos> parse_upos(std::string_view text);
/// Exact spellings only; the reader of CoNLL-U falls back to the part before the colon.
[[nodiscard]] std::optional<Deprel> parse_deprel(std::string_view text);

}  // namespace entente::syntax
