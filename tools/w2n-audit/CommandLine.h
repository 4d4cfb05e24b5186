//===- CommandLine.h - The options of w2n-audit ----------------------------===//

#ifndef W2N_AUDIT_COMMANDLINE_H
#define W2N_AUDIT_COMMANDLINE_H

#include "Image/Audit.h"

#include <optional>
#include <string>
#include <vector>

namespace w2n {

struct AuditOptions {
  std::vector<std::string> Files;
  AuditPolicy Policy;
  bool JSON = false;
};

/// Reads the command line. Prints help or what is wrong with it, and then gives the exit
/// status in ExitCode instead of options.
std::optional<AuditOptions> parseCommandLine(int ArgumentCount, char **Arguments, int &ExitCode);

} // namespace w2n

#endif // W2N_AUDIT_COMMANDLINE_H
