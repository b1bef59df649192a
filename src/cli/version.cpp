#include "cli/version.hpp"

namespace entente::cli {

// Given by src/cli/flags.cmake to this file alone.
const std::string_view version = ENTENTE_VERSION;

}  // namespace entente::cli
