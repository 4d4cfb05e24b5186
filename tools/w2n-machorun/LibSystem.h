//===- LibSystem.h - What the loaders have of libSystem --------------------===//

#ifndef W2N_MACHORUN_LIBSYSTEM_NAMES_H
#define W2N_MACHORUN_LIBSYSTEM_NAMES_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/raw_ostream.h"

namespace w2n::machorun {

/// Whether a library of this name is modelled by the loaders themselves.
bool isLibSystem(llvm::StringRef InstallName);

/// Whether the loader for CPU ("x86_64", "arm64") has a symbol, which is as in the symbol
/// table (loader/symbols.def).
bool isInLibSystem(llvm::StringRef Symbol, llvm::StringRef CPU);

/// Writes a stub library of all that is modelled, for test hosts to be linked with.
void printStubs(llvm::raw_ostream &OS);

} // namespace w2n::machorun

#endif // W2N_MACHORUN_LIBSYSTEM_NAMES_H
