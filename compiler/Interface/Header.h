//===- Header.h - The C header of a library --------------------------------===//

#ifndef W2N_INTERFACE_HEADER_H
#define W2N_INTERFACE_HEADER_H

#include "Validate/Validate.h"

#include "llvm/ADT/StringRef.h"

#include <string>

namespace w2n {

/// The text of a header, for C11, C++17, Objective-C and clang's importer for Swift, that
/// declares what an object compiled from Wasm in library placement defines (see docs/abi.md). It
/// includes w2n.h. Library is LowerOptions::ModuleName.
std::string printHeader(const ValidModule &Wasm, llvm::StringRef Library);

/// The text of a module.modulemap that makes such a header, by its name relative to the map, the
/// clang module Library. What w2n.h declares is exported with it.
std::string printModuleMap(llvm::StringRef Library, llvm::StringRef HeaderName);

/// The text of a module map by which clang and Swift import that header and the runtime's.
std::string printModuleMap(llvm::StringRef ModuleName);

} // namespace w2n

#endif // W2N_INTERFACE_HEADER_H
