#pragma once

#include <array>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

/// A model file of the smallest network that there can be, so that tests can damage every part of one.
namespace tiny_model {

inline constexpr std::size_t header_size = 32;

template <typename Value>
void append(std::string& bytes, Value value) {
    char raw[sizeof value];
    std::memcpy(raw, &value, sizeof value);
    bytes.append(raw, sizeof value);
}

/// The checksum of src/train/model_file.py.
inline std::uint64_t checksum(std::string_view payload) {
    constexpr std::uint64_t offset = 0xCBF29CE484222325;
    constexpr std::uint64_t prime = 0x100000001B3;
    std::array<std::uint64_t, 4> lanes{offset, offset, offset, offset};
    const std::size_t words = payload.size() / 8;
    for (std::size_t i = 0; i < (words + 3) / 4 * 4; ++i) {
        std::uint64_t word = 0;
        if (i < words) std::memcpy(&word, payload.data() + 8 * i, 8);
        lanes[i % 4] = (lanes[i % 4] ^ word) * prime;
    }
    std::uint64_t value = offset;
    for (const std::uint64_t lane : lanes) value = (value ^ lane) * prime;
    return value;
}

/// Makes size and checksum in the header fit whatever the arrays have become.
inline void seal(std::string& bytes) {
    if (bytes.size() < header_size) return;
    bytes.resize(header_size + (bytes.size() - header_size) / 8 * 8);
    const std::uint64_t size = bytes.size() - header_size;
    const std::uint64_t sum = checksum(std::string_view(bytes).substr(header_size));
    std::memcpy(bytes.data() + 16, &size, 8);
    std::memcpy(bytes.data() + 24, &sum, 8);
}

class Writer {
public:
    void text(const std::string& name, const std::string& lines) {
        begin(name, 0, 1, static_cast<std::uint32_t>(lines.size()));
        payload_ += lines;
        pad();
    }

    template <typename Value>
    void numbers(const std::string& name, std::uint32_t type, std::uint32_t rows, const std::vector<Value>& values) {
        begin(name, type, rows, static_cast<std::uint32_t>(values.size()) / rows);
        for (const Value value : values) append(payload_, value);
        pad();
    }

    void floats(const std::string& name, std::uint32_t rows, std::uint32_t columns) {
        std::vector<float> values;
        for (std::uint32_t i = 0; i < rows * columns; ++i) values.push_back(std::sin(0.7F * static_cast<float>(i + 1)));
        numbers(name, 2, rows, values);
    }

    void layer(const std::string& name, std::uint32_t inputs, std::uint32_t outputs, bool biased = true) {
        floats(name + ".weight", inputs, outputs);
        if (biased) floats(name + ".bias", 1, outputs);
    }

    void norm(const std::string& name, std::uint32_t size) {
        floats(name + ".scale", 1, size);
        floats(name + ".shift", 1, size);
    }

    /// Byte offsets at which the arrays begin, and the end of the file.
    [[nodiscard]] std::vector<std::size_t> starts() const { return starts_; }

    [[nodiscard]] std::string bytes() const {
        std::string file = "ENTSYNTX";
        append(file, std::uint32_t{1});
        append(file, static_cast<std::uint32_t>(starts_.size()));
        file += std::string(16, '\0') + payload_;
        seal(file);
        return file;
    }

private:
    void begin(const std::string& name, std::uint32_t type, std::uint32_t rows, std::uint32_t columns) {
        starts_.push_back(header_size + payload_.size());
        for (const std::uint32_t value : {static_cast<std::uint32_t>(name.size()), type, rows, columns}) {
            append(payload_, value);
        }
        payload_ += name;
        pad();
    }
    void pad() { payload_.resize((payload_.size() + 7) / 8 * 8); }

    std::string payload_;
    std::vector<std::size_t> starts_;
};

inline Writer make() {
    constexpr std::uint32_t width = 16;
    constexpr std::uint32_t state = 5 * width;
    Writer file;
    file.text("about", "language\txx");
    file.text("upos", "NOUN\nVERB\nPUNCT");
    file.text("feats", "NOUN _\nNOUN Number=Plur\nVERB _\nPUNCT _");
    file.text("labels", "nsubj\nroot\npunct");
    file.numbers<std::uint64_t>("lexicon.hash", 5, 1, {7, 9, 11});
    file.numbers<std::uint16_t>("lexicon.script", 4, 1, {0, 1, 2});
    file.numbers<std::uint64_t>("lemmas.hash", 5, 1, {5, 6});
    file.text("scripts", "K0-\nL1-\nT2-er");
    file.numbers<std::uint32_t>("features.hash", 3, 1, {1, 2, 3});
    file.numbers<std::uint32_t>("features.row", 3, 1, {11, 12, 11});
    std::vector<std::int8_t> rows(13 * width);
    for (std::size_t i = 0; i < rows.size(); ++i) rows[i] = static_cast<std::int8_t>(i * 37);
    file.numbers("embedding", 1, 13, rows);
    file.floats("embedding.scale", 1, 13);
    file.norm("input_norm", width);
    for (const char* window : {"0", "1"}) {
        file.layer(std::string("window") + window, 3 * width, 2 * width);
        file.norm(std::string("window_norm") + window, width);
    }
    file.layer("first_upos", width, 3);
    file.layer("upos", state, 3);
    file.layer("feats", width, 4);
    file.layer("script", width, 2);
    file.layer("tag_input", 3, width, false);
    file.layer("gates", width, 6 * width);
    file.layer("second_gates", 3 * width, 6 * width);
    file.layer("arc_dependent", state, width);
    file.layer("arc_head", state, width);
    file.layer("arc_product", width, width);
    file.layer("label_dependent", state, width);
    file.layer("label_head", state, width, false);
    file.layer("label", width, 3);
    file.floats("arc_root", 1, width);
    file.floats("distance", 1, 19);
    file.floats("label_root", 1, width);
    file.norm("label_norm", width);
    return file;
}

}  // namespace tiny_model
