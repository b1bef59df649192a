#include "cli/terminal.hpp"

#include <charconv>
#include <cstdlib>
#include <iostream>

#include <sys/ioctl.h>
#include <unistd.h>

#include "text/unicode.hpp"

namespace entente::cli {

namespace {

std::size_t window_width() {
    if (const char* columns = std::getenv("COLUMNS")) {
        const std::string_view digits = columns;
        std::size_t width = 0;
        std::from_chars(digits.data(), digits.data() + digits.size(), width);
        if (width > 0) return width;
    }
    winsize size{};
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
    return 100;
}

std::string_view code_of(Colour colour) {
    switch (colour) {
        case Colour::bold: return "\x1b[1m";
        case Colour::dim: return "\x1b[2m";
        case Colour::red: return "\x1b[31m";
        case Colour::green: return "\x1b[32m";
        case Colour::yellow: return "\x1b[33m";
        case Colour::cyan: return "\x1b[36m";
    }
    return "";
}

/// Bytes of the UTF-8 sequence that begins with `first`.
std::size_t sequence_length(unsigned char first) {
    if (first < 0x80) return 1;
    if (first < 0xE0) return 2;
    return first < 0xF0 ? 3 : 4;
}

}  // namespace

Terminal Terminal::detect() {
    Terminal terminal;
    terminal.out = isatty(STDOUT_FILENO) == 1;
    terminal.err = isatty(STDERR_FILENO) == 1;
    const char* no_colour = std::getenv("NO_COLOR");
    terminal.colour = terminal.out && (no_colour == nullptr || *no_colour == '\0');
    terminal.width = window_width();
    return terminal;
}

std::string coloured(std::string_view text, Colour colour, bool on) {
    if (!on) return std::string(text);
    return std::string(code_of(colour)) + std::string(text) + "\x1b[0m";
}

std::string cut_to_width(std::string_view text, std::size_t width) {
    if (text::display_width(text) <= width) return std::string(text);
    if (width == 0) return "";
    std::string cut;
    std::size_t taken = 0;
    for (std::size_t i = 0; i < text.size();) {
        const std::string_view letter = text.substr(i, sequence_length(static_cast<unsigned char>(text[i])));
        const std::size_t columns = text::display_width(letter);
        if (taken + columns > width - 1) break;
        taken += columns;
        cut += letter;
        i += letter.size();
    }
    return cut + "…";
}

std::string one_line(std::string_view text) {
    std::string line;
    line.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        const bool c1_control = byte == 0xC2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xA0;
        if (c1_control) ++i;
        line += byte < 0x20 || byte == 0x7F || c1_control ? ' ' : text[i];
    }
    return line;
}

std::string grouped(std::size_t number) {
    std::string digits = std::to_string(number);
    for (std::size_t end = digits.size(); end > 3; end -= 3) digits.insert(end - 3, ",");
    return digits;
}

std::string counted(std::size_t number, const std::string& one, const std::string& many) {
    return grouped(number) + " " + (number == 1 ? one : many);
}

void say(std::string_view text) {
    std::cerr << "entente: " << text << "\n";
}

}  // namespace entente::cli
