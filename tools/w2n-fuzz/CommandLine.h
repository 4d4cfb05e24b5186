//===- CommandLine.h - The options of w2n-fuzz ------------------------------===//

#ifndef W2N_FUZZ_COMMANDLINE_H
#define W2N_FUZZ_COMMANDLINE_H

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace w2n::fuzz {

/// The command line as it was written.
struct CommandLine {
  /// Modules, and folders of them.
  std::vector<std::string> Inputs;
  /// How many mutants of the inputs are tried; 0 tries the inputs themselves.
  uint64_t Count = 0;
  uint64_t Seed = 1;
  /// The number of the first mutant.
  uint64_t First = 0;
  /// Targets that valid modules are compiled for; empty compiles none.
  std::vector<std::string> Targets;
  /// Where the module at fault is written to; empty writes none.
  std::string Output;
  /// Print Differences.def, and do nothing else.
  bool PrintDifferences = false;
};

/// Reads the command line. Where there is nothing more to do (--help, or an error that
/// has been printed), gives nothing and sets ExitCode.
std::optional<CommandLine> parseCommandLine(int ArgumentCount, char **Arguments, int &ExitCode);

} // namespace w2n::fuzz

#endif // W2N_FUZZ_COMMANDLINE_H
