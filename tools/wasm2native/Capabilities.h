//===- Capabilities.h - What a program may do, from the command line -------===//

#ifndef W2N_TOOLS_WASM2NATIVE_CAPABILITIES_H
#define W2N_TOOLS_WASM2NATIVE_CAPABILITIES_H

#include "CommandLine.h"

#include "Lower/Lower.h"

namespace w2n {

/// The capabilities that the options --dir, --env, --inherit-env, --arg0, --runtime-dirs,
/// --listen, --no-clock and --no-random give; an InputError names the one that is malformed.
llvm::Expected<ProgramCapabilities> parseCapabilities(const CommandLine &Line);

/// The first of these options that was given, or an empty string.
llvm::StringRef givenCapability(const CommandLine &Line);

} // namespace w2n

#endif // W2N_TOOLS_WASM2NATIVE_CAPABILITIES_H
