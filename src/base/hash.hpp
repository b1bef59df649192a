#pragma once

#include <string>
#include <string_view>

namespace entente::base {

/// A 128-bit XXH3 hash as 32 hexadecimal digits: the same on every machine. Not for secrets.
[[nodiscard]] std::string hash_hex(std::string_view bytes);

}  // namespace entente::base
