//===- Tool.h - What the commands have in common ---------------------------===//

#ifndef W2N_TOOLS_COMMON_TOOL_H
#define W2N_TOOLS_COMMON_TOOL_H

#include "Support/Diagnostics.h"

#include <string>

namespace w2n {

/// "wasm2native 0.1.0 (LLVM 22.1.8)", without the end of the line.
std::string versionText(llvm::StringRef Tool);

/// The folder of the runtime archives of all targets: lib/wasm2native beside the bin folder
/// that the running program is in. Argument0 is what it was started by.
std::string runtimeDirectory(const char *Argument0);

/// Writes what standard output still holds, and gives the status to exit with: that of
/// Diags, or 1 if a stream has not taken all that was written to it. To be called last.
int finish(Diagnostics &Diags);

} // namespace w2n

#endif // W2N_TOOLS_COMMON_TOOL_H
