#pragma once

#include <string_view>

namespace entente::cli {

/// The program's version: that of the CMake project.
extern const std::string_view version;

}  // namespace entente::cli
