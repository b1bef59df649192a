#pragma once

#include <cstddef>
#include <string_view>

namespace entente::graph {

/// The proper name in a mention, without leading small words (`l’Iran` gives `Iran`); empty if the mention is a
/// pronoun or a description (`he`, `the Syrian army`).
///
/// Knows nothing of languages: a name's longer words all begin with a capital (or have none, as in Arabic), and a
/// capital that only opens the sentence or a quotation proves nothing unless another word has one too.
/// @param offset where `mention` begins in `sentence`, in code points
[[nodiscard]] std::string_view name_form(std::string_view mention, std::string_view sentence, std::size_t offset);

}  // namespace entente::graph
