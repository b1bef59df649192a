#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace entente::exporters {

using XmlAttributes = std::vector<std::pair<std::string_view, std::string_view>>;

/// The value of an attribute, or nothing.
[[nodiscard]] std::string_view attribute(const XmlAttributes& attributes, std::string_view name);

/// Takes an XML document element by element. Names are those of the document's own namespace without prefix; whatever
/// is in another namespace comes as `{IRI}name`.
class XmlEvents {
public:
    virtual ~XmlEvents() = default;
    /// The views are valid during the call. What begin and end throw ends the reading, as a DataError if it is a
    /// std::invalid_argument: with file and line.
    virtual void begin(std::string_view name, const XmlAttributes& attributes, std::size_t line) = 0;
    /// `text` is what stood in the element outside its children.
    virtual void end(std::string_view name, std::string_view text) = 0;
};

/// Reads an XML file piece by piece: memory does not grow with it. A document type is refused, and with it every
/// entity that could grow.
/// @throws DataError with file and line if the file is no XML, or its first element is not in `name_space`.
void read_xml(const std::filesystem::path& path, std::string_view name_space, XmlEvents& events);

}  // namespace entente::exporters
