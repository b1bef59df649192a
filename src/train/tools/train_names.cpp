// Learns names from training text and writes the weights for src/train/names.py, which packs them into names.bin.

#include <cstdio>
#include <cstring>
#include <exception>
#include <iostream>
#include <map>
#include <string>
#include <unordered_map>

#include "base/files.hpp"
#include "entities/name_features.hpp"
#include "syntax/parser.hpp"
#include "train/name_trainer.hpp"

using namespace entente;

namespace {

/// Tags, lists and features of each language that the training text uses.
class Reader {
public:
    explicit Reader(std::filesystem::path data) : data_(std::move(data)), ontology_(data_ / "ontology") {}

    /// Feature hashes of the words of every example.
    std::vector<std::vector<std::vector<std::uint32_t>>> read(std::vector<train::NameExample>& examples) {
        std::vector<std::vector<std::vector<std::uint32_t>>> hashes;
        for (std::size_t begin = 0; begin < examples.size();) {
            std::size_t end = begin;
            entities::ArticleForms forms;
            while (end < examples.size() && (end == begin || (!examples[end].article.empty() &&
                                                              examples[end].article == examples[begin].article))) {
                language(examples[end].sentence.language).parser.parse(examples[end].sentence);
                forms.read(examples[end].sentence);
                ++end;
            }
            for (; begin < end; ++begin) hashes.push_back(features(examples[begin], forms));
        }
        return hashes;
    }

private:
    struct Language {
        syntax::Parser parser;
        entities::Gazetteer gazetteer;
        entities::Gazetteer words_only;
    };

    Language& language(const std::string& code) {
        if (const auto found = languages_.find(code); found != languages_.end()) return found->second;
        const auto folder = data_ / "lang" / code;
        const auto pack = language::LanguagePack::load(folder, ontology_);
        const auto given = data_ / "ontology" / "given_names.tsv";
        return languages_
            .emplace(code, Language{syntax::Parser::load(folder / "model.bin"),
                                    entities::Gazetteer(folder / "name_words.tsv", given, pack),
                                    entities::Gazetteer(folder / "name_words.tsv", given)})
            .first->second;
    }

    std::vector<std::vector<std::uint32_t>> features(const train::NameExample& example,
                                                     const entities::ArticleForms& forms) {
        const Language& known = language(example.sentence.language);
        const auto words =
            entities::name_words(example.sentence, example.without_lists ? known.words_only : known.gazetteer, forms);
        std::vector<std::vector<std::uint32_t>> hashes;
        std::array<std::uint32_t, entities::most_name_features> row;
        for (std::size_t i = 0; i < words.words.size(); ++i) {
            const std::size_t count = entities::name_features(words, i, row);
            hashes.emplace_back(row.begin(), row.begin() + count);
        }
        return hashes;
    }

    std::filesystem::path data_;
    ontology::Ontology ontology_;
    std::map<std::string, Language> languages_;
};

using Counts = std::array<std::size_t, 3>;  ///< right, found, there

/// Spans as (first, last, label of the only word of that kind).
std::vector<std::array<std::size_t, 3>> spans(const std::vector<entities::NameLabel>& labels) {
    std::vector<std::array<std::size_t, 3>> found;
    std::size_t first = 0;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        if (labels[i] == 0) continue;
        if (!entities::continues(labels[i])) first = i;
        if (!entities::goes_on(labels[i]))
            found.push_back({first, i, static_cast<std::size_t>(entities::kind_of(labels[i]))});
    }
    return found;
}

double print_scores(const train::NameTrainer& trainer, const std::vector<train::NumberedSentence>& sentences) {
    std::array<Counts, 5> counts{};
    for (const auto& sentence : sentences) {
        std::vector<entities::NameLabel> gold;
        for (const train::LabelSet set : sentence.allowed) gold.push_back(static_cast<std::size_t>(__builtin_ctz(set)));
        const auto right = spans(gold);
        const auto found = spans(trainer.best_labels(sentence));
        for (const auto& span : found) {
            const bool hit = std::find(right.begin(), right.end(), span) != right.end();
            for (const std::size_t k : {span[2], std::size_t{4}}) {
                ++counts[k][1];
                counts[k][0] += hit ? 1 : 0;
            }
        }
        for (const auto& span : right) {
            ++counts[span[2]][2];
            ++counts[4][2];
        }
    }
    double all = 0;
    for (std::size_t k = 0; k < counts.size(); ++k) {
        const auto [hit, found, there] = counts[k];
        all = 200.0 * static_cast<double>(hit) / static_cast<double>(std::max<std::size_t>(found + there, 1));
        std::printf(" %s %.1f", k < 4 ? std::string(to_string(static_cast<syntax::NamedKind>(k))).c_str() : "all", all);
    }
    std::printf("\n");
    std::fflush(stdout);
    return all;
}

/// Numbers of the features that are frequent enough, in order of first appearance.
struct Numbering {
    std::unordered_map<std::uint32_t, std::uint32_t> numbers;
    std::vector<std::uint32_t> hashes;

    std::vector<train::NumberedSentence> apply(const std::vector<std::vector<std::vector<std::uint32_t>>>& hashed,
                                               const std::vector<train::NameExample>& examples) const {
        std::vector<train::NumberedSentence> result(hashed.size());
        for (std::size_t s = 0; s < hashed.size(); ++s) {
            result[s].allowed = examples[s].allowed;
            for (const auto& word : hashed[s]) {
                auto& row = result[s].features.emplace_back();
                for (const std::uint32_t hash : word) {
                    if (const auto found = numbers.find(hash); found != numbers.end()) row.push_back(found->second);
                }
            }
        }
        return result;
    }
};

Numbering number(const std::vector<std::vector<std::vector<std::uint32_t>>>& hashed, std::size_t rarest) {
    std::unordered_map<std::uint32_t, std::size_t> counts;
    for (const auto& sentence : hashed) {
        for (const auto& word : sentence) {
            for (const std::uint32_t hash : word) ++counts[hash];
        }
    }
    Numbering numbering;
    for (const auto& sentence : hashed) {
        for (const auto& word : sentence) {
            for (const std::uint32_t hash : word) {
                if (counts[hash] < rarest) continue;
                const auto next = static_cast<std::uint32_t>(numbering.hashes.size());
                if (numbering.numbers.emplace(hash, next).second) numbering.hashes.push_back(hash);
            }
        }
    }
    return numbering;
}

template <typename Value>
void append(std::string& bytes, const Value* values, std::size_t count) {
    bytes.append(reinterpret_cast<const char*>(values), count * sizeof(Value));
}

/// u64 number of features, their hashes (u32), their rows (16 floats each), 19 rows of 17 floats between labels.
void write(const train::ChainWeights& weights, const Numbering& numbering, const std::string& file) {
    std::string bytes;
    const std::uint64_t count = numbering.hashes.size();
    append(bytes, &count, 1);
    append(bytes, numbering.hashes.data(), numbering.hashes.size());
    for (const auto& row : weights.features) append(bytes, row.data(), row.size());
    for (const auto& row : weights.transitions) append(bytes, row.data(), row.size());
    base::AtomicFile out(file, true);
    out.write(bytes);
    out.commit();
}

int run(const std::vector<std::string>& arguments) {
    if (arguments.size() < 3) {
        std::cerr << "usage: train_names DATA OUT TRAINING [PASSES [SEED [HELD-OUT…]]]\n";
        return 2;
    }
    train::NameTraining training;
    if (arguments.size() > 3) training.passes = std::stoul(arguments[3]);
    if (arguments.size() > 4) training.seed = static_cast<std::uint32_t>(std::stoul(arguments[4]));
    Reader reader(arguments[0]);
    auto examples = train::read_name_examples(arguments[2]);
    const auto hashed = reader.read(examples);
    const Numbering numbering = number(hashed, training.rarest);
    const auto sentences = numbering.apply(hashed, examples);
    std::vector<std::vector<train::NumberedSentence>> held_out;
    for (std::size_t i = 5; i < arguments.size(); ++i) {
        auto others = train::read_name_examples(arguments[i]);
        held_out.push_back(numbering.apply(reader.read(others), others));
    }
    std::printf("%zu sentences, %zu features\n", sentences.size(), numbering.hashes.size());
    train::NameTrainer trainer(training);
    for (std::size_t pass = 0; pass < training.passes; ++pass) {
        std::printf("pass %zu loss %.4f\n", pass + 1, trainer.pass(sentences, numbering.hashes.size()));
        if (pass % 3 != 2 && pass + 1 < training.passes) continue;
        for (std::size_t i = 0; i < held_out.size(); ++i) {
            std::printf("  %s:", arguments[5 + i].c_str());
            print_scores(trainer, held_out[i]);
        }
    }
    write(trainer.weights(), numbering, arguments[1]);
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    try {
        return run({argv + 1, argv + argc});
    } catch (const std::exception& problem) {
        std::cerr << "train_names: " << problem.what() << "\n";
        return 2;
    }
}
