#include "base/hash.hpp"

#include <algorithm>

#include <doctest/doctest.h>

using entente::base::hash_hex;

TEST_CASE("a hash is 32 hexadecimal digits") {
    const std::string hash = hash_hex("Entente");
    CHECK(hash.size() == 32);
    CHECK(
        std::all_of(hash.begin(), hash.end(), [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); }));
}

TEST_CASE("hashes are XXH3 as published, so that ids are the same on every machine") {
    CHECK(hash_hex("") == "99aa06d3014798d86001c324468d497f");
}

TEST_CASE("other bytes give another hash") {
    CHECK(hash_hex("a") != hash_hex("b"));
    CHECK(hash_hex("a") != hash_hex(std::string_view("a\0", 2)));
    CHECK(hash_hex("a") == hash_hex("a"));
}
