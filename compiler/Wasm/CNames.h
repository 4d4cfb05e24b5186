//===- CNames.h - The names of a library in C ------------------------------===//
//
// The rules are told in docs/abi.md. No two names of a module are the same, of whatever kind
// and from whatever bytes they are.
//
//===----------------------------------------------------------------------===//

#ifndef W2N_WASM_CNAMES_H
#define W2N_WASM_CNAMES_H

#include "Wasm/Types.h"

#include "llvm/ADT/StringRef.h"

#include <string>

namespace w2n {

struct Module;

/// What the names of a library begin with, from the name of its file without the extension: an
/// identifier that no C header is likely to give another meaning.
std::string libraryName(llvm::StringRef FileStem);

/// The C function of an exported function: Library_EXPORT.
std::string exportSymbol(llvm::StringRef Library, llvm::StringRef ExportName);

/// What is declared for an export beside that: Library_WHAT_EXPORT, where What is try, results,
/// memory, table, global_get, global_set or tag.
std::string exportSymbol(llvm::StringRef Library, llvm::StringRef What, llvm::StringRef ExportName);

/// The member of Library_imports for the import with this index.
std::string importMember(const Module &Wasm, size_t Import);

/// Whether the C function for an export gives its results in a struct: several, or any
/// that C cannot return.
bool exportReturnsStruct(const FuncType &Type);

/// Whether a host can be allowed to write any value that its C type has to such a global: a
/// reference of a more exact type has no C type of its own.
bool hasSetter(const GlobalType &Type);

} // namespace w2n

#endif // W2N_WASM_CNAMES_H
