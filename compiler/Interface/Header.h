//===- Header.h - The C header of a library --------------------------------===//

#ifndef W2N_INTERFACE_HEADER_H
#define W2N_INTERFACE_HEADER_H

#include "Validate/Validate.h"

#include "llvm/ADT/StringRef.h"

#include <string>

namespace w2n {

/// The text of a header, for C11 and C++, that declares what an object compiled from
/// Wasm in library placement defines: its w2n_module, and a function for each export
/// that is a function (see docs/abi.md). ModuleName as in LowerOptions.
std::string printHeader(const ValidModule &Wasm, llvm::StringRef ModuleName);

/// The text of a module map by which clang and Swift import that header and the runtime's.
std::string printModuleMap(llvm::StringRef ModuleName);

} // namespace w2n

#endif // W2N_INTERFACE_HEADER_H
