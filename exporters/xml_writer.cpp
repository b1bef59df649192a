#include "exporters/xml_writer.hpp"

#include <algorithm>
#include <array>

namespace entente::exporters {

namespace {

/// The entity for a character that may not stand as it is; empty if it may.
std::string_view entity(char byte, bool in_attribute) {
    // Most bytes are letters.
    if (byte > '>' || byte < 0) return "";
    switch (byte) {
        case '&': return "&amp;";
        case '<': return "&lt;";
        case '>': return "&gt;";
        // A parser reads a bare carriage return as a line feed, and in attributes every white space as a space.
        case '\r': return "&#13;";
        case '"': return in_attribute ? "&quot;" : "";
        case '\n': return in_attribute ? "&#10;" : "";
        case '\t': return in_attribute ? "&#9;" : "";
        default: return "";
    }
}

/// ASCII that means itself everywhere: most texts hold nothing else.
constexpr std::array<bool, 256> plain_characters = [] {
    std::array<bool, 256> plain{};
    for (std::size_t byte = ' '; byte < 0x7F; ++byte)
        plain[byte] = byte != '&' && byte != '<' && byte != '>' && byte != '"';
    return plain;
}();

bool is_plain(std::string_view text) {
    return std::ranges::all_of(text, [](char byte) { return plain_characters[static_cast<unsigned char>(byte)]; });
}

struct Range {
    char32_t first, last;
};

/// NameChar of XML 1.0 (fifth edition) beyond ASCII.
constexpr std::array<Range, 13> name_ranges{{{0xB7, 0xB7},
                                             {0xC0, 0xD6},
                                             {0xD8, 0xF6},
                                             {0xF8, 0x37D},
                                             {0x37F, 0x1FFF},
                                             {0x200C, 0x200D},
                                             {0x203F, 0x2040},
                                             {0x2070, 0x218F},
                                             {0x2C00, 0x2FEF},
                                             {0x3001, 0xD7FF},
                                             {0xF900, 0xFDCF},
                                             {0xFDF0, 0xFFFD},
                                             {0x10000, 0xEFFFF}}};

bool is_name_character(std::string_view character) {
    const auto lead = static_cast<unsigned char>(character.front());
    if (character.size() == 1) {
        return (lead >= 'a' && lead <= 'z') || (lead >= 'A' && lead <= 'Z') || (lead >= '0' && lead <= ':') ||
               lead == '-' || lead == '.' || lead == '_';
    }
    char32_t code_point = lead & (0x7FU >> character.size());
    for (const char byte : character.substr(1))
        code_point = (code_point << 6U) | (static_cast<unsigned char>(byte) & 0x3FU);
    return std::ranges::any_of(name_ranges, [code_point](const Range& range) {
        return range.first <= code_point && code_point <= range.last;
    });
}

}  // namespace

std::string xml_name_token(std::string_view id) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string token;
    while (!id.empty()) {
        const std::size_t length = legal_character(id);
        if (length != 0 && is_name_character(id.substr(0, length))) {
            token.append(id.substr(0, length));
            id.remove_prefix(length);
            continue;
        }
        const auto byte = static_cast<unsigned char>(id.front());
        token.append("_x").append(1, digits[byte >> 4U]).append(1, digits[byte & 0xFU]).append("_");
        id.remove_prefix(1);
    }
    return token.empty() ? "_" : token;
}

XmlWriter::XmlWriter(Output& output) : output_(output) {
    output_ << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
}

void XmlWriter::open(std::string_view name, Attributes attributes) {
    start_tag(name, attributes);
    output_ << ">\n";
    open_.emplace_back(name);
}

void XmlWriter::close() {
    const std::string name = std::move(open_.back());
    open_.pop_back();
    indent();
    output_ << "</" << name << ">\n";
}

void XmlWriter::element(std::string_view name, Attributes attributes, std::string_view text) {
    start_tag(name, attributes);
    output_ << '>';
    escaped(text, false);
    output_ << "</" << name << ">\n";
}

void XmlWriter::ready(std::string_view begin, std::string_view text, std::string_view end) {
    indent();
    output_ << begin;
    escaped(text, false);
    output_ << end;
}

void XmlWriter::element(std::string_view name, Attributes attributes) {
    start_tag(name, attributes);
    output_ << "/>\n";
}

void XmlWriter::indent() {
    constexpr std::string_view spaces = "                ";
    output_ << spaces.substr(0, 2 * open_.size());
}

void XmlWriter::start_tag(std::string_view name, Attributes attributes) {
    indent();
    output_ << '<' << name;
    for (const auto& [key, value] : attributes) {
        if (value.empty()) continue;
        output_ << ' ' << key << "=\"";
        escaped(value, true);
        output_ << '"';
    }
}

void XmlWriter::escaped(std::string_view text, bool in_attribute) {
    if (is_plain(text)) {
        output_ << text;
        return;
    }
    const std::string_view legal = clean_(text);
    std::size_t from = 0;
    for (std::size_t at = 0; at < legal.size(); ++at) {
        const std::string_view replacement = entity(legal[at], in_attribute);
        if (replacement.empty()) continue;
        output_ << legal.substr(from, at - from) << replacement;
        from = at + 1;
    }
    output_ << legal.substr(from);
}

}  // namespace entente::exporters
