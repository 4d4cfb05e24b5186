//===- ExportNames.h - C names and results of exports ----------------------===//

#ifndef W2N_WASM_EXPORTNAMES_H
#define W2N_WASM_EXPORTNAMES_H

#include "Wasm/Types.h"

#include "llvm/ADT/StringRef.h"

#include <string>

namespace w2n {

/// The C identifier for an export of a library: the module's name, an underscore, and
/// the export's name, in which letters, digits and underscores stay and every other
/// byte becomes _x and two hexadecimal digits. An underscore that would read as the
/// start of such a replacement is itself replaced, so no two exports share a name.
std::string exportSymbol(llvm::StringRef ModuleName, llvm::StringRef ExportName);

/// Whether the C function for an export gives its results in a struct: several, or any
/// that C cannot return.
bool exportReturnsStruct(const FuncType &Type);

} // namespace w2n

#endif // W2N_WASM_EXPORTNAMES_H
