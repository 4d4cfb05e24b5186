//===- CommandLine.h - The options of w2n-spectest --------------------------===//

#ifndef W2N_SPECTEST_COMMANDLINE_H
#define W2N_SPECTEST_COMMANDLINE_H

#include "Support/Diagnostics.h"

#include <optional>
#include <string>
#include <vector>

namespace w2n::spectest {

/// The command line as it was written.
struct CommandLine {
  std::string Script;
  std::string Output;
  /// Empty is this machine, and the target's own choice.
  std::string Target;
  std::string Bounds;
  std::string CPU;
  std::string CPUFeatures;
  bool Deterministic = false;
  bool InParts = false;
  std::string OptimizationLevel = "2";
  std::vector<std::string> DisabledFeatures;
  /// Features that commands may be skipped for, because they are not supported.
  std::vector<std::string> MissingFeatures;
  /// Print the features that scripts may need, and do nothing else.
  bool PrintFeatures = false;
};

/// Reads the command line. Nothing where there is nothing more to do: help or the version
/// has been printed, or Diags has been told what is wrong.
std::optional<CommandLine> parseCommandLine(int ArgumentCount, char **Arguments,
                                            Diagnostics &Diags);

} // namespace w2n::spectest

#endif // W2N_SPECTEST_COMMANDLINE_H
