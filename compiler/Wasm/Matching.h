//===- Matching.h - When one type is as good as another --------------------===//
//
// Core spec, 3.3 (matching) and 3.1.2 (defined types are compared by what they say, not
// by their index).
//
//===----------------------------------------------------------------------===//

#ifndef W2N_WASM_MATCHING_H
#define W2N_WASM_MATCHING_H

#include "Wasm/Module.h"

#include <string>
#include <vector>

namespace w2n {

/// A text for each of the module's types, the same for the same types of all modules.
/// Each type must refer to none but itself and those before it.
std::vector<std::string> canonicalTypes(const Module &M);

/// Whether a value of type Sub may stand where one of type Super is expected. Both are
/// types of M, whose CanonicalTypes are known.
bool matches(const Module &M, ValType Sub, ValType Super);

/// The same for lists, one by one.
bool matches(const Module &M, llvm::ArrayRef<ValType> Sub, llvm::ArrayRef<ValType> Super);

} // namespace w2n

#endif // W2N_WASM_MATCHING_H
