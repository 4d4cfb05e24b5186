//===- MakeOptions.h - From the command line to a compilation's options ----===//

#ifndef W2N_TOOLS_WASM2NATIVE_MAKEOPTIONS_H
#define W2N_TOOLS_WASM2NATIVE_MAKEOPTIONS_H

#include "CommandLine.h"

#include "Driver/Options.h"

namespace w2n {

/// What the command line asks for; an InputError names the option that has a value it
/// cannot have, or that does not go with another. RuntimeDirectory is left empty.
llvm::Expected<Options> makeOptions(const CommandLine &Line);

} // namespace w2n

#endif // W2N_TOOLS_WASM2NATIVE_MAKEOPTIONS_H
