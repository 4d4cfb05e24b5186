//===- SigningPlan.h - From the command line to a signature ----------------===//

#ifndef W2N_TOOLS_WASM2NATIVE_SIGNINGPLAN_H
#define W2N_TOOLS_WASM2NATIVE_SIGNINGPLAN_H

#include "SigningLine.h"

#include "Driver/Options.h"
#include "Support/Diagnostics.h"

#include <optional>

namespace w2n {

/// What Line asks for, for a file of the given name; an empty plan where it has no option, or
/// --sign=none. Reads the entitlements, and looks for the tool that is to sign in PATH. Diags is
/// told what is wrong, and then there is no plan, and what is no good idea.
std::optional<SigningPlan> makeSigningPlan(const SigningLine &Line, llvm::StringRef Output,
                                           Diagnostics &Diags);

} // namespace w2n

#endif // W2N_TOOLS_WASM2NATIVE_SIGNINGPLAN_H
