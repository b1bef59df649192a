// What holds for every text, however strange: tokens are slices of the text, in order, and together they are all of it.
#include <array>
#include <cstdint>
#include <string>

#include <doctest/doctest.h>

#include "text/characters.hpp"
#include "text/paragraphs.hpp"
#include "text/tokenizer.hpp"

using namespace entente;

namespace {

/// The same numbers on every machine (Knuth's MMIX generator).
class Numbers {
public:
    explicit Numbers(std::uint64_t seed) : state_(seed) {}
    std::size_t below(std::size_t limit) {
        state_ = state_ * 6364136223846793005U + 1442695040888963407U;
        return static_cast<std::size_t>((state_ >> 33) % limit);
    }

private:
    std::uint64_t state_;
};

void check_token(const text::CodePoints& document, const text::SurfaceToken& token) {
    const std::string form = text::normalise(document.slice(token.span));
    CHECK(token.form == (form.empty() ? std::string(document.slice(token.span)) : form));
    REQUIRE_FALSE(token.words.empty());
    CHECK(token.multiword == (token.words.size() > 1));
    for (const text::SurfaceWord& word : token.words) {
        CHECK(token.span.contains(word.span));
        CHECK_FALSE(word.form.empty());
        if (word.span == token.span) continue;
        const std::string own = text::normalise(document.slice(word.span));
        CHECK(word.form == (own.empty() ? std::string(document.slice(word.span)) : own));
    }
}

void check_text(const std::string& text) {
    static const text::TokenRules english(ENTENTE_SOURCE_DIR "/data/lang/en/tokens.tsv");
    static const text::TokenRules french(ENTENTE_SOURCE_DIR "/data/lang/fr/tokens.tsv");
    CAPTURE(text);
    const text::CodePoints document(text);
    for (const text::TokenRules* rules : {&english, &french}) {
        std::size_t at = 0;
        const auto skip_to = [&](std::size_t begin) {
            REQUIRE(begin >= at);
            for (; at < begin; ++at) CHECK(text::is_space(document[at]));
        };
        for (const core::Span& paragraph : text::split_paragraphs(document)) {
            for (const core::Span& sentence : text::split_sentences(document, paragraph, *rules)) {
                REQUIRE(paragraph.contains(sentence));
                for (const text::SurfaceToken& token : text::tokenize(document, sentence, *rules)) {
                    REQUIRE(sentence.contains(token.span));
                    REQUIRE_FALSE(token.span.empty());
                    skip_to(token.span.begin);
                    check_token(document, token);
                    at = token.span.end;
                }
            }
        }
        skip_to(document.size());
    }
}

}  // namespace

TEST_CASE("the tokens of news are all of the text, in order, at their offsets") {
    check_text("GENÈVE (Agence) - Deux émissaires se sont vus.Ils n’ont rien dit… « Rien ! » J.-Y. Roy : 1 200,5 €.");
    check_text(
        "“The U.S. won’t ‘go’,” said Mr. A. Cole at 10:30pm – see https://example.org/a?b=(c). #peace @jo.b\n• One");
    check_text(
        "LE MINISTRE\r\n\r\n- des alliés\u00A0;\u202Faux États-Unis, aujourd’hui, qu’est-ce ?\tOui\u2028Non "
        "1\u00A0000\u00A0000");
}

TEST_CASE("the tokens of random code points are all of the text, in order, at their offsets") {
    constexpr std::array<char32_t, 40> usual{U'a', U'É', U's',  U't', U'M', U'L', U'l', U'd', U'u',  U'n',
                                             U'1', U'0', U' ',  U' ', U' ', U'.', U'.', U',', U';',  U':',
                                             U'!', U'?', U'\'', U'’', U'"', U'«', U'»', U'“', U'”',  U'(',
                                             U')', U'-', U'–',  U'…', U'/', U'@', U'#', U'$', U'\n', 0x00A0};
    constexpr std::array<char32_t, 16> odd{0x00AD, 0x200B, 0x200D, 0x0301,  0xFEFF, 0x2028, 0x1F600,  0x0645,
                                           0x4E2D, 0x3002, 0xFB01, 0x1D7D9, 0xFFFD, 0xE000, 0x10FFFF, 0x85};
    Numbers numbers(1);
    for (int round = 0; round < 300; ++round) {
        std::u32string text;
        for (std::size_t length = numbers.below(60); length > 0; --length) {
            text += numbers.below(8) == 0 ? odd[numbers.below(odd.size())] : usual[numbers.below(usual.size())];
        }
        check_text(text::to_utf8(text));
    }
}

TEST_CASE("the tokens of random bytes, read as Windows-1252, are all of the text, in order, at their offsets") {
    Numbers numbers(2);
    for (int round = 0; round < 200; ++round) {
        std::string bytes;
        for (std::size_t length = numbers.below(80); length > 0; --length) {
            bytes += static_cast<char>(static_cast<unsigned char>(numbers.below(256)));
        }
        check_text(text::from_windows_1252(bytes));
    }
}
