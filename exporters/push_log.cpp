#include "exporters/push_log.hpp"

#include <charconv>
#include <optional>
#include <utility>

#include "base/strings.hpp"
#include "exporters/rdf.hpp"

namespace entente::exporters {

namespace {

constexpr std::string_view predicate = "<https://w3id.org/entente/ontology#pushLog>";
constexpr std::size_t graphs_per_entry = 200;

std::size_t number(std::string_view text) {
    std::size_t value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

void append_utf8(std::string& text, unsigned long code_point) {
    const auto byte = [&text](unsigned long value) { text += static_cast<char>(value); };
    if (code_point < 0x80) return byte(code_point);
    if (code_point < 0x800) {
        byte(0xC0 | code_point >> 6U);
    } else {
        if (code_point < 0x10000) {
            byte(0xE0 | code_point >> 12U);
        } else {
            byte(0xF0 | code_point >> 18U);
            byte(0x80 | (code_point >> 12U & 0x3FU));
        }
        byte(0x80 | (code_point >> 6U & 0x3FU));
    }
    byte(0x80 | (code_point & 0x3FU));
}

/// The text of the literal that `line` begins with, without its quotes and escapes.
std::optional<std::string> literal(std::string_view line) {
    if (!line.starts_with('"')) return std::nullopt;
    std::string text;
    for (std::size_t at = 1; at < line.size(); ++at) {
        if (line[at] == '"') return text;
        if (line[at] != '\\') {
            text += line[at];
            continue;
        }
        if (++at == line.size()) return std::nullopt;
        switch (line[at]) {
            case 'n': text += '\n'; break;
            case 'r': text += '\r'; break;
            case 't': text += '\t'; break;
            case 'u':
            case 'U': {
                const std::size_t digits = line[at] == 'u' ? 4 : 8;
                if (at + digits >= line.size()) return std::nullopt;
                unsigned long code_point = 0;
                std::from_chars(line.data() + at + 1, line.data() + at + 1 + digits, code_point, 16);
                append_utf8(text, code_point);
                at += digits;
                break;
            }
            default: text += line[at];
        }
    }
    return std::nullopt;
}

std::string line_of(const std::string& graph, const PushedGraph& state) {
    return graph + " " + (state.checksum.empty() ? "-" : state.checksum) + " " + std::to_string(state.sent) + " " +
           std::to_string(state.chunks) + "\n";
}

}  // namespace

std::string push_log_graph(const std::string& graph_iri) {
    return graph_iri + ".push";
}

void PushLog::read(std::string_view ntriples) {
    std::multimap<std::size_t, std::string> entries;
    for (const std::string& line : base::split_list(ntriples, '\n')) {
        const std::size_t at = line.find(predicate);
        if (at == std::string::npos) continue;
        const auto text = literal(base::trim(std::string_view(line).substr(at + predicate.size())));
        if (text) entries.emplace(number(*text), *text);
    }
    for (const auto& [place, text] : entries) {
        const std::vector<std::string> lines = base::split_list(text, '\n');
        for (std::size_t i = 1; i < lines.size(); ++i) apply(lines[i]);
        last_ = place;
        ++entries_;
    }
}

void PushLog::apply(std::string_view line) {
    const std::vector<std::string> parts = base::split(line, ' ');
    if (parts.size() != 4) return;
    const PushedGraph state{parts[1], number(parts[2]), number(parts[3])};
    if (state.chunks == 0) {
        graphs_.erase(parts[0]);
    } else {
        graphs_[parts[0]] = state;
    }
}

PushedGraph PushLog::of(const std::string& graph) const {
    const auto found = graphs_.find(graph);
    return found == graphs_.end() ? PushedGraph() : found->second;
}

std::string PushLog::note(const std::vector<std::pair<std::string, PushedGraph>>& changes) {
    std::string lines;
    for (const auto& [graph, state] : changes) {
        const std::string line = line_of(graph, state);
        apply(std::string_view(line).substr(0, line.size() - 1));
        lines += line;
    }
    return statement(lines);
}

std::string PushLog::whole() {
    last_ = entries_ = 0;
    std::string statements;
    std::string lines;
    std::size_t count = 0;
    for (const auto& [graph, state] : graphs_) {
        lines += line_of(graph, state);
        if (++count % graphs_per_entry == 0) statements += statement(std::exchange(lines, {}));
    }
    if (!lines.empty()) statements += statement(lines);
    return statements;
}

bool PushLog::is_compact() const {
    return entries_ <= (graphs_.size() + graphs_per_entry - 1) / graphs_per_entry;
}

std::string PushLog::statement(const std::string& lines) {
    ++entries_;
    std::string text;
    Output output([&text](std::string_view bytes) { text += bytes; });
    output << '<' << subject_ << "> " << predicate << ' ';
    write_rdf_string(std::to_string(++last_) + "\n" + lines, output);
    output << " .\n";
    output.flush();
    return text;
}

}  // namespace entente::exporters
