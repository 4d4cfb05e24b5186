//===- LoopPointers.h - Pointers that advance with a loop ------------------===//

#ifndef W2N_OPTIMIZE_LOOPPOINTERS_H
#define W2N_OPTIMIZE_LOOPPOINTERS_H

#include "Optimize/LinearAccess.h"

#include "llvm/ADT/DenseMap.h"
#include "llvm/Analysis/LoopInfo.h"
#include "llvm/IR/PassManager.h"

namespace w2n {

/// Makes 64-bit pointers for accesses of a loop in its simple form. That no sum wraps is for
/// those to prove who ask for them: LLVM is told so.
class LoopPointers {
public:
  explicit LoopPointers(llvm::Loop &L) : L(L) {}

  /// The pointer to Start, 64 bits wide, from Base in the first iteration. It is one of its own,
  /// so that what may overlap is asked once for all accesses that begin there.
  llvm::Value *first(llvm::Value *Base, llvm::Value *Start) const;

  /// Makes an access use the pointer First and Distance bytes, and Step more in each iteration.
  void use(const LinearAccess &Access, llvm::Value *First, int64_t Step, uint64_t Distance);

private:
  llvm::Loop &L;
  /// By step: how much a pointer has advanced in an iteration.
  llvm::DenseMap<int64_t, llvm::Value *> Advanced;

  llvm::Value *advanced(int64_t Step);
};

/// Makes the pointers that LoopPointers began sums with their bases again, in loops that use the
/// base in other ways too. The loop vectoriser compares pointers that have nothing in common as a
/// whole; what comes after it knows that two with one base and known distance do not overlap.
class JoinPointersPass : public llvm::PassInfoMixin<JoinPointersPass> {
public:
  llvm::PreservedAnalyses run(llvm::Function &F, llvm::FunctionAnalysisManager &Analyses);
};

} // namespace w2n

#endif // W2N_OPTIMIZE_LOOPPOINTERS_H
