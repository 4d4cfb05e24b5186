//===- CommandLine.h - The options of w2n-audit ----------------------------===//

#ifndef W2N_AUDIT_COMMANDLINE_H
#define W2N_AUDIT_COMMANDLINE_H

#include "Image/Audit.h"
#include "Support/Diagnostics.h"

#include <optional>
#include <string>
#include <vector>

namespace w2n {

struct AuditOptions {
  std::vector<std::string> Files;
  AuditPolicy Policy;
  /// The file of a policy, or empty.
  std::string PolicyFile;
  bool JSON = false;
};

/// Reads the command line. Nothing where there is nothing more to do: help or the version
/// has been printed, or Diags has been told what is wrong.
std::optional<AuditOptions> parseCommandLine(int ArgumentCount, char **Arguments,
                                             Diagnostics &Diags);

} // namespace w2n

#endif // W2N_AUDIT_COMMANDLINE_H
