#pragma once

namespace entente::cli {

/// The whole program: finds the command, runs it, and turns what it throws into a message and an exit code.
///
/// @return 0 done or found; 1 ran well but found nothing; 2 usage, input or output error.
[[nodiscard]] int run(int argc, char** argv);

}  // namespace entente::cli
