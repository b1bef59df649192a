#include "syntax/model_file.hpp"

#include <filesystem>
#include <fstream>
#include <limits>
#include <string>

#include <doctest/doctest.h>

#include "base/errors.hpp"
#include "syntax/conllu.hpp"
#include "syntax/parser.hpp"
#include "syntax/tiny_model.hpp"

using namespace entente;
using namespace entente::syntax;

namespace {

/// Loads these bytes as a model and parses with it: the reason of its refusal, or nothing.
std::string refusal(const std::string& bytes) {
    const auto path = std::filesystem::temp_directory_path() / "entente_tiny_model.bin";
    std::ofstream(path, std::ios::binary) << bytes;
    std::string reason;
    try {
        const Parser parser = Parser::load(path);
        Sentence sentence;
        for (const char* form : {"Peace", "talks", "begin", "."}) sentence.tokens.emplace_back().form = form;
        parser.parse(sentence);
        CHECK(is_tree(sentence));
    } catch (const base::DataError& problem) {
        CHECK(problem.location().file == path.string());
        reason = problem.reason();
    }
    std::filesystem::remove(path);
    return reason;
}

template <typename Value>
std::string with(std::string bytes, std::size_t at, Value value) {
    std::memcpy(bytes.data() + at, &value, sizeof value);
    tiny_model::seal(bytes);
    return bytes;
}

/// Where an array's header begins.
std::size_t start_of(const std::string& bytes, const std::string& name) {
    for (const std::size_t start : tiny_model::make().starts()) {
        if (bytes.compare(start + 16, name.size(), name) == 0 && bytes[start] == static_cast<char>(name.size()))
            return start;
    }
    throw std::out_of_range(name);
}

std::size_t values_of(const std::string& bytes, const std::string& name) {
    return start_of(bytes, name) + 16 + (name.size() + 7) / 8 * 8;
}

const std::string sound = tiny_model::make().bytes();

}  // namespace

TEST_CASE("a model of another size than the shipped ones is read as well") {
    CHECK(refusal(sound).empty());
}

TEST_CASE("a file without the magic, of another version or cut anywhere is refused") {
    CHECK(refusal("") == "is no syntax model");
    CHECK(refusal("ENTSYNTY" + sound.substr(8)) == "is no syntax model");
    CHECK(refusal(with(sound, 8, std::uint32_t{2})) == "is a syntax model of version 2, this program reads 1");
    CHECK(refusal(sound + "12345678") == "the syntax model is cut short or has grown");
    for (const std::size_t start : tiny_model::make().starts()) {
        for (const std::size_t cut : {start, start + 4, start + 16, start + 24}) {
            CHECK(!refusal(sound.substr(0, cut)).empty());
        }
    }
}

TEST_CASE("a file that is cut where an array begins is refused though its checksum holds") {
    for (const std::size_t start : tiny_model::make().starts()) {
        std::string cut = sound.substr(0, start);
        tiny_model::seal(cut);
        CHECK(refusal(cut) == "the syntax model ends within its list of arrays");
        std::uint32_t arrays = 0;
        for (const std::size_t other : tiny_model::make().starts()) arrays += other < start ? 1 : 0;
        CHECK(!refusal(with(cut, 12, arrays)).empty());  // what is read is whole, but the network is not
    }
}

TEST_CASE("a flipped bit is noticed wherever it is") {
    for (std::size_t at = 0; at < sound.size(); at += 7) {
        std::string flipped = sound;
        flipped[at] = static_cast<char>(flipped[at] ^ (1 << (at % 8)));
        CAPTURE(at);
        CHECK(!refusal(flipped).empty());
    }
}

TEST_CASE("absurd sizes, types and names are refused though the checksum holds") {
    const std::uint32_t huge = std::numeric_limits<std::uint32_t>::max();
    for (const std::size_t start : tiny_model::make().starts()) {
        CAPTURE(start);
        for (const std::size_t field : {0U, 4U, 8U, 12U}) CHECK(!refusal(with(sound, start + field, huge)).empty());
        std::string both = with(sound, start + 8, huge);
        CHECK(!refusal(with(both, start + 12, huge)).empty());
        CHECK(!refusal(with(sound, start + 4, std::uint32_t{0x10})).empty());
    }
    CHECK(refusal(with(sound, 12, huge)) == "the syntax model ends within its list of arrays");
    CHECK(refusal(with(sound, 12, std::uint32_t{3})) == "the syntax model goes on behind its last array");
    CHECK(refusal(with(sound, start_of(sound, "feats") + 16, 'u')) == "the syntax model lacks the array feats");
}

TEST_CASE("an array that does not fit the others is refused by name") {
    std::string twice = sound;
    twice.replace(start_of(sound, "window1.bias") + 16, 12, "window0.bias");
    tiny_model::seal(twice);
    CHECK(refusal(twice) == "the syntax model has two arrays window0.bias");
    const std::size_t scale = start_of(sound, "label_norm.scale");
    CHECK(refusal(with(with(sound, scale + 8, std::uint32_t{2}), scale + 12, std::uint32_t{8})) ==
          "the array label_norm.scale has 2 x 8 values, not 1 x 16");
}

TEST_CASE("numbers that no training gives are refused") {
    const std::size_t weights = values_of(sound, "gates.weight");
    const std::string reason = "the array gates.weight holds a number out of range";
    CHECK(refusal(with(sound, weights, std::numeric_limits<float>::quiet_NaN())) == reason);
    CHECK(refusal(with(sound, weights, std::numeric_limits<float>::infinity())) == reason);
    CHECK(refusal(with(sound, weights, -3e4F)) == reason);
    CHECK(refusal(with(sound, weights, 1e4F)).empty());
    CHECK(refusal(with(sound, values_of(sound, "features.row"), std::uint32_t{13})) ==
          "a feature has no embedding row");
    CHECK(refusal(with(sound, values_of(sound, "lexicon.script"), std::uint16_t{3})) ==
          "the lexicon names a script that is not there");
    CHECK(refusal(with(sound, values_of(sound, "lexicon.hash"), std::uint64_t{99})) == "the lexicon is not sorted");
    CHECK(refusal(with(sound, values_of(sound, "upos"), 'X')) == "the syntax model uses the unknown name XOUN");
    CHECK(refusal(with(sound, values_of(sound, "labels") + 6, 'x')) == "the syntax model uses the unknown name xoot");
    CHECK(refusal(with(sound, values_of(sound, "scripts"), 'x')) == "not a lemma script");
}
