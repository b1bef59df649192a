#include "exporters/xml_reader.hpp"

#include <exception>
#include <fstream>
#include <memory>
#include <stdexcept>

#include <expat.h>

#include "base/errors.hpp"

namespace entente::exporters {

namespace {

constexpr char separator = '\n';  // between namespace and name; may stand in neither
constexpr std::size_t longest_text = std::size_t{256} << 20U;

/// Expat's callbacks with their state. What is thrown in one is kept until expat, which is C, has returned.
class Reading {
public:
    Reading(std::string_view name_space, XmlEvents& events)
        : name_space_(name_space), events_(events), parser_(XML_ParserCreateNS(nullptr, separator), &XML_ParserFree) {
        XML_SetUserData(parser_.get(), this);
        XML_SetElementHandler(parser_.get(), on_begin, on_end);
        XML_SetCharacterDataHandler(parser_.get(), on_text);
        XML_SetStartDoctypeDeclHandler(parser_.get(), on_document_type);
    }

    /// @throws std::invalid_argument
    void take(std::string_view bytes, bool last) {
        const auto status = XML_Parse(parser_.get(), bytes.data(), static_cast<int>(bytes.size()), last ? 1 : 0);
        if (failure_) std::rethrow_exception(failure_);
        if (status == XML_STATUS_ERROR) {
            throw std::invalid_argument(std::string("is no XML: ") + XML_ErrorString(XML_GetErrorCode(parser_.get())));
        }
    }

    [[nodiscard]] std::size_t line() const { return XML_GetCurrentLineNumber(parser_.get()); }

private:
    template <typename Work>
    static void guarded(void* data, Work work) {
        auto* reading = static_cast<Reading*>(data);
        if (reading->failure_) return;
        try {
            work(*reading);
        } catch (...) {
            reading->failure_ = std::current_exception();
            XML_StopParser(reading->parser_.get(), XML_FALSE);
        }
    }

    static void on_begin(void* data, const char* name, const char** attributes) {
        guarded(data, [&](Reading& reading) { reading.begin(name, attributes); });
    }
    static void on_end(void* data, const char* name) {
        guarded(data, [&](Reading& reading) {
            reading.events_.end(reading.shortened(name), reading.texts_.back());
            reading.texts_.pop_back();
        });
    }
    static void on_text(void* data, const char* text, int length) {
        guarded(data, [&](Reading& reading) {
            std::string& all = reading.texts_.back();
            all.append(text, static_cast<std::size_t>(length));
            if (all.size() > longest_text) throw std::invalid_argument("has a text of more than 256 MB");
        });
    }
    static void on_document_type(void* data, const char*, const char*, const char*, int) {
        guarded(data, [](Reading&) {
            throw std::invalid_argument(
                "has a document type declaration, which is not read: entities may hide anything");
        });
    }

    void begin(const char* name, const char** attributes) {
        constexpr std::size_t deepest = 100;
        if (texts_.empty()) check_root(name);
        if (texts_.size() == deepest) throw std::invalid_argument("has more than 100 elements in one another");
        XmlAttributes found;
        for (; *attributes != nullptr; attributes += 2) found.emplace_back(attributes[0], attributes[1]);
        events_.begin(shortened(name), found, line());
        texts_.emplace_back();
    }

    void check_root(std::string_view name) const {
        const std::size_t at = name.find(separator);
        if (at != std::string_view::npos && name.substr(0, at) == name_space_) return;
        const std::string local(at == std::string_view::npos ? name : name.substr(at + 1));
        const std::string where =
            at == std::string_view::npos ? "no namespace" : "the namespace " + std::string(name.substr(0, at));
        throw std::invalid_argument("begins with <" + local + "> of " + where + ", not of " + std::string(name_space_));
    }

    /// The name without the document's namespace.
    std::string_view shortened(std::string_view name) {
        const std::size_t at = name.find(separator);
        if (at == std::string_view::npos) return name;
        if (name.substr(0, at) == name_space_) return name.substr(at + 1);
        name_ = "{" + std::string(name.substr(0, at)) + "}" + std::string(name.substr(at + 1));
        return name_;
    }

    std::string_view name_space_;
    XmlEvents& events_;
    std::unique_ptr<XML_ParserStruct, decltype(&XML_ParserFree)> parser_;
    std::vector<std::string> texts_;  // of the open elements
    std::string name_;
    std::exception_ptr failure_;
};

}  // namespace

std::string_view attribute(const XmlAttributes& attributes, std::string_view name) {
    for (const auto& [key, value] : attributes) {
        if (key == name) return value;
    }
    return {};
}

void read_xml(const std::filesystem::path& path, std::string_view name_space, XmlEvents& events) {
    std::ifstream file(path, std::ios::binary);
    if (!file) throw base::DataError({path.string(), 0}, "cannot be read");
    Reading reading(name_space, events);
    std::vector<char> piece(std::size_t{1} << 18U);
    try {
        for (bool last = false; !last;) {
            file.read(piece.data(), static_cast<std::streamsize>(piece.size()));
            last = !file;
            reading.take({piece.data(), static_cast<std::size_t>(file.gcount())}, last);
        }
    } catch (const std::invalid_argument& problem) {
        throw base::DataError({path.string(), reading.line()}, problem.what());
    }
}

}  // namespace entente::exporters
