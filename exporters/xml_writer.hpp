#pragma once

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "exporters/clean_text.hpp"
#include "exporters/output.hpp"

namespace entente::exporters {

/// `id` itself if it is an XML NMTOKEN; else with `_xHH_` for every byte that may not stand in one.
[[nodiscard]] std::string xml_name_token(std::string_view id);

/// Writes XML element by element, indented by two spaces, escaping as it goes. Nothing is kept but the open elements,
/// of which there may be eight.
class XmlWriter {
public:
    using Attributes = std::initializer_list<std::pair<std::string_view, std::string_view>>;

    /// Writes the XML declaration. `output` must outlive the writer.
    explicit XmlWriter(Output& output);

    /// Begins an element; an attribute without a value is left out.
    void open(std::string_view name, Attributes attributes = {});
    void close();
    /// An element with text alone, on one line.
    void element(std::string_view name, Attributes attributes, std::string_view text);
    /// An element of which both tags stand ready, for what comes a million times: `<data key="weight">`, `</data>`.
    void ready(std::string_view begin, std::string_view text, std::string_view end);
    /// An element without content.
    void element(std::string_view name, Attributes attributes);

    /// How many characters XML cannot hold were left out so far.
    [[nodiscard]] std::size_t dropped() const { return clean_.dropped(); }

private:
    void indent();
    void start_tag(std::string_view name, Attributes attributes);
    void escaped(std::string_view text, bool in_attribute);

    Output& output_;
    TextCleaner clean_;
    std::vector<std::string> open_;
};

}  // namespace entente::exporters
