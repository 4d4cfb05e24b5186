//===- PassGate.h - Passes that code generation leaves out -----------------===//

#ifndef W2N_CODEGEN_PASSGATE_H
#define W2N_CODEGEN_PASSGATE_H

#include "llvm/ADT/StringSet.h"
#include "llvm/IR/Module.h"
#include "llvm/IR/OptBisect.h"

namespace w2n {

/// Whether F has more than Count instructions; it counts no further than that, and nothing keeps
/// the number.
bool hasMoreInstructions(const llvm::Function &F, size_t Count);

/// A function whose passes cost more than they find: parsers, printers and interpreters are
/// as large as this, kernels hardly ever. Passes over loops take more than linear time, and
/// in one loop around everything there is next to nothing for them to find.
bool isLargeFunction(const llvm::Function &F);

/// While one lives, code generation for a module that the lists of Passes.h have optimised
/// does not repeat what is in them, and takes no constants out of the loops of large functions
/// whose loops those lists leave alone too and compute with integers alone: there are not the
/// registers to hold them all.
class PassGate : public llvm::OptPassGate {
public:
  /// Gates the passes over the functions of M, which must outlive it.
  explicit PassGate(llvm::Module &M);
  ~PassGate() override;
  PassGate(const PassGate &) = delete;
  PassGate &operator=(const PassGate &) = delete;

  bool shouldRunPass(llvm::StringRef PassName, llvm::StringRef IRDescription) const override;
  bool isEnabled() const override { return true; }

private:
  llvm::LLVMContext &Context;
  llvm::OptPassGate &Previous;
  /// The large functions among whose loops none is worth it, as LLVM describes them to a gate.
  llvm::StringSet<> WithoutKernels;
};

} // namespace w2n

#endif // W2N_CODEGEN_PASSGATE_H
