//===- CodeKey.h - What the code of a module follows from ------------------===//

#ifndef W2N_DRIVER_CODEKEY_H
#define W2N_DRIVER_CODEKEY_H

#include "Cache/ObjectCache.h"
#include "Codegen/Codegen.h"
#include "Lower/Lower.h"

namespace w2n {

/// All that the objects of a module follow from, but the compiler.
struct CodeInputs {
  /// The module in the binary format.
  llvm::ArrayRef<uint8_t> Wasm;
  const TargetSpec &Target;
  /// What Target and Codegen describe.
  const llvm::TargetMachine &Machine;
  const LowerOptions &Lower;
  const CodegenOptions &Codegen;
  /// Whether it is one object, not several parts.
  bool OneObject;
};

/// A hash of Inputs and Compiler, which must differ between any two builds of the compiler.
CacheKey codeKey(const CodeInputs &Inputs, llvm::StringRef Compiler);

} // namespace w2n

#endif // W2N_DRIVER_CODEKEY_H
