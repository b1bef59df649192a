#include <doctest/doctest.h>

#include "exporters/clean_text.hpp"
#include "exporters/output.hpp"
#include "exporters/xml_writer.hpp"

using namespace entente::exporters;

TEST_CASE("text without anything illegal passes untouched and uncopied") {
    TextCleaner clean;
    const std::string text = "a\tb\nc\r 🎉 علي é";
    CHECK(clean(text).data() == text.data());
    CHECK(clean.dropped() == 0);
}

TEST_CASE("characters that XML 1.0 forbids are left out and counted") {
    TextCleaner clean;
    CHECK(clean(std::string_view("a\0b\x01\x1F", 5)) == "ab");
    CHECK(clean("x\xEF\xBF\xBFy\xEF\xBF\xBE") == "xy");
    CHECK(clean.dropped() == 5);
}

TEST_CASE("bytes that are not UTF-8 are left out, one count a broken sequence") {
    TextCleaner clean;
    CHECK(clean("caf\xE9") == "caf");
    CHECK(clean("a\xED\xA0\x80z") == "az");
    CHECK(clean("a\xC0\xAFz\xF4\x90\x80\x80") == "az");
    CHECK(clean.dropped() == 4);
}

TEST_CASE("an IRI segment keeps unreserved characters and encodes the rest") {
    CHECK(iri_segment("john-kerry_1.~") == "john-kerry_1.~");
    CHECK(iri_segment("a b/é:%") == "a%20b%2F%C3%A9%3A%25");
}

TEST_CASE("decimals have no superfluous digit, no exponent and no negative zero") {
    CHECK(to_decimal(0.1250, 6) == "0.125");
    CHECK(to_decimal(3, 2) == "3");
    CHECK(to_decimal(3, 2, true) == "3.0");
    CHECK(to_decimal(-0.0001, 2) == "0");
    CHECK(to_decimal(1e-9, 6, true) == "0.0");
    CHECK(to_decimal(1e21, 1) == "1000000000000000000000");
}

TEST_CASE("an id that is no NMTOKEN becomes one, and different ids stay different") {
    CHECK(xml_name_token("SYR-OPP") == "SYR-OPP");
    CHECK(xml_name_token("علي") == "علي");
    CHECK(xml_name_token("bad id") == "bad_x20_id");
    CHECK(xml_name_token("a<b") != xml_name_token("a>b"));
    CHECK(xml_name_token("") == "_");
}

TEST_CASE("XML text and attributes are escaped each in their way") {
    std::string text;
    Output output([&text](std::string_view bytes) { text += bytes; });
    XmlWriter xml(output);
    xml.open("a", {{"b", "<\"&\n"}, {"empty", ""}});
    xml.element("c", {}, "1 < 2 & \"3\"\r\n");
    xml.element("d", {{"e", "f"}});
    xml.close();
    output.flush();
    CHECK(text ==
          "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
          "<a b=\"&lt;&quot;&amp;&#10;\">\n"
          "  <c>1 &lt; 2 &amp; \"3\"&#13;\n</c>\n"
          "  <d e=\"f\"/>\n"
          "</a>\n");
}
