// Learns where sentences end. Reads paragraphs, one a line, on standard input; a tab stands between two sentences where
// a space is written, a vertical tab where nothing is. Writes the table of weights (data/lang/<code>/sentences.tsv).
//
//   train_sentences TOKENS.tsv [DEV_PARAGRAPHS] <PARAGRAPHS >sentences.tsv
//
// Logistic regression by dual averaging with a rate for each feature, which leaves most weights at nothing (Xiao 2010,
// Duchi 2011); no randomness, the order is that of the input.
#include <algorithm>
#include <cmath>
#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "text/boundaries.hpp"
#include "text/boundary_model.hpp"
#include "text/characters.hpp"
#include "text/token_rules.hpp"

namespace {

using namespace entente;

constexpr int passes = 6;
constexpr int fewest_occurrences = 5;
constexpr double rate = 0.2;
constexpr double sparsity = 1e-5;  ///< a feature counts if its gradients exceed this an example
constexpr double scale = 16;
constexpr int smallest_weight = 1;

struct Paragraph {
    std::string text;
    std::set<std::size_t> ends;  ///< of its sentences, in code points
};

struct Example {
    std::vector<std::uint32_t> features;
    bool ends = false;
};

std::vector<Paragraph> read_paragraphs(std::istream& in) {
    std::vector<Paragraph> paragraphs;
    std::string line;
    while (std::getline(in, line)) {
        Paragraph paragraph;
        std::size_t length = 0;
        for (const char32_t c : text::to_utf32(line)) {
            if (c == '\t' || c == '\v') paragraph.ends.insert(length);
            if (c == '\v') continue;
            paragraph.text += text::to_utf8(std::u32string(1, c == '\t' ? U' ' : c));
            ++length;
        }
        paragraph.ends.insert(length);
        paragraphs.push_back(std::move(paragraph));
    }
    return paragraphs;
}

/// Features get their numbers in the order in which they are met.
class Vocabulary {
public:
    std::uint32_t number_of(std::u32string_view feature) {
        const auto [place, added] = numbers_.emplace(feature, static_cast<std::uint32_t>(names_.size()));
        if (added) names_.emplace_back(feature), counts_.push_back(0);
        ++counts_[place->second];
        return place->second;
    }
    [[nodiscard]] std::size_t size() const { return names_.size(); }
    [[nodiscard]] int count(std::uint32_t number) const { return counts_[number]; }
    [[nodiscard]] std::string name(std::uint32_t number) const { return text::to_utf8(names_[number]); }

private:
    std::unordered_map<std::u32string, std::uint32_t> numbers_;
    std::vector<std::u32string> names_;
    std::vector<int> counts_;
};

std::vector<Example> examples_of(const std::vector<Paragraph>& paragraphs, const text::TokenRules::Hidden& rules,
                                 Vocabulary& vocabulary) {
    std::vector<Example> examples;
    for (const Paragraph& paragraph : paragraphs) {
        const text::CodePoints document(paragraph.text);
        const auto judge = [&](const text::ParagraphText& text, const text::Boundary& boundary) {
            Example& example = examples.emplace_back();
            example.ends = paragraph.ends.contains(boundary.end);
            text::visit_boundary_features(text, boundary, rules, [&](std::u32string_view feature) {
                example.features.push_back(vocabulary.number_of(feature));
            });
            return example.ends;
        };
        (void)text::walk_boundaries(document, {0, document.size()}, rules, judge);
    }
    return examples;
}

/// The weight of a feature after `step` examples, from the sums of its gradients and of their squares.
double weight_of(double gradients, double squares, double step) {
    const double excess = std::abs(gradients) - sparsity * step;
    return excess <= 0 ? 0 : std::copysign(rate * excess / std::sqrt(squares), -gradients);
}

std::vector<double> learn(const std::vector<Example>& examples, std::size_t features) {
    std::vector<double> gradients(features, 0);
    std::vector<double> squares(features, 1e-2);
    double step = 0;
    for (int pass = 0; pass < passes; ++pass) {
        double loss = 0;
        constexpr std::size_t stride = 7919;  // neighbours in the text are far apart in the order of learning
        for (std::size_t i = 0; i < examples.size(); ++i) {
            const Example& example = examples[(i * stride + static_cast<std::size_t>(pass)) % examples.size()];
            double sum = 0;
            for (const std::uint32_t feature : example.features) {
                sum += weight_of(gradients[feature], squares[feature], step);
            }
            const double probability = 1 / (1 + std::exp(-sum));
            loss -= std::log(std::max(1e-9, example.ends ? probability : 1 - probability));
            const double error = probability - (example.ends ? 1 : 0);
            for (const std::uint32_t feature : example.features) {
                gradients[feature] += error;
                squares[feature] += error * error;
            }
            ++step;
        }
        std::cerr << "pass " << pass + 1 << ": loss " << loss / static_cast<double>(examples.size()) << "\n";
    }
    std::vector<double> weights;
    for (std::size_t i = 0; i < features; ++i) weights.push_back(weight_of(gradients[i], squares[i], step));
    return weights;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) return std::cerr << "usage: train_sentences TOKENS.tsv <PARAGRAPHS >sentences.tsv\n", 2;
    const text::TokenRules rules(argv[1]);
    Vocabulary vocabulary;
    std::vector<Example> examples = examples_of(read_paragraphs(std::cin), rules.hidden(), vocabulary);
    for (Example& example : examples) {
        std::erase_if(example.features, [&](std::uint32_t f) { return vocabulary.count(f) < fewest_occurrences; });
    }
    std::cerr << examples.size() << " places, " << vocabulary.size() << " features\n";
    const std::vector<double> weights = learn(examples, vocabulary.size());
    std::map<std::string, long> table;
    for (std::uint32_t feature = 0; feature < weights.size(); ++feature) {
        const long weight = std::lround(weights[feature] * scale);
        if (std::abs(weight) >= smallest_weight) table.emplace(vocabulary.name(feature), weight);
    }
    std::cout << "# Where sentences end: weights of what stands around the place (src/text/boundary_model.hpp), "
                 "learned from\n"
                 "# Universal Dependencies treebanks (src/train/sentences.py); CC BY-SA 4.0, sources as in MODEL.md.\n"
                 "feature\tweight\n";
    for (const auto& [feature, weight] : table) std::cout << feature << '\t' << weight << '\n';
    std::cerr << table.size() << " weights\n";
}
