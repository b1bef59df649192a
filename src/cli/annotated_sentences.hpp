#pragma once

#include <string>

#include "articles/article.hpp"
#include "pipeline/pipeline.hpp"

namespace entente::cli {

/// Writes the names of a sentence into MISC as `NER=B-PER`, `NER=I-PER`, in place of any that stand there.
void write_names(syntax::Sentence& sentence);

/// An article's parsed sentences as CoNLL-U, with `# newdoc id`, `# sent_id`, `# lang` and `# text` comments where the
/// input had none.
[[nodiscard]] std::string annotated_sentences(const articles::Article& article, const pipeline::Analysis& analysis);

}  // namespace entente::cli
