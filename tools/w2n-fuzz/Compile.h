//===- Compile.h - Whether a valid module becomes an object ----------------===//

#ifndef W2N_FUZZ_COMPILE_H
#define W2N_FUZZ_COMPILE_H

#include "Codegen/Codegen.h"
#include "Lower/Lower.h"

namespace w2n::fuzz {

/// What a module is compiled for.
struct Configuration {
  const TargetSpec *Target = nullptr;
  OptimizationLevel Level = OptimizationLevel::O2;
  BoundsMode Bounds = BoundsMode::Guard;
  Placement Kind = Placement::Library;
};

/// Compiles a module to an object, which is thrown away. The error is that of the IR
/// which lowering made, where LLVM's verifier finds one, or of what else went wrong.
llvm::Error compileModule(const ValidModule &Wasm, const Configuration &How);

} // namespace w2n::fuzz

#endif // W2N_FUZZ_COMPILE_H
