//===- LibraryOptions.h - What a dynamic library says of itself ------------===//

#ifndef W2N_TOOLS_WASM2NATIVE_LIBRARYOPTIONS_H
#define W2N_TOOLS_WASM2NATIVE_LIBRARYOPTIONS_H

#include "CommandLine.h"

#include "Driver/Options.h"

namespace w2n {

/// Takes --install-name, --current-version and --compatibility-version; Result has its Emit and
/// Targets already. An InputError names the option that is malformed or does not belong here.
llvm::Error setLibrary(const CommandLine &Line, Options &Result);

} // namespace w2n

#endif // W2N_TOOLS_WASM2NATIVE_LIBRARYOPTIONS_H
