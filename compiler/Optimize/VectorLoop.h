//===- VectorLoop.h - The body of a loop over 128-bit vectors --------------===//

#ifndef W2N_OPTIMIZE_VECTORLOOP_H
#define W2N_OPTIMIZE_VECTORLOOP_H

#include "llvm/ADT/DenseMap.h"
#include "llvm/Analysis/LoopInfo.h"
#include "llvm/Analysis/ScalarEvolution.h"
#include "llvm/Analysis/TargetTransformInfo.h"
#include "llvm/IR/IRBuilder.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/IntrinsicInst.h"

namespace w2n {

/// A loop of one block whose vectors are loaded from and stored to addresses that advance by the
/// size of a vector. Each vector of the wide loop is the vectors of several iterations in a row. A
/// vector may be one of the iteration before: what producers load once and use twice.
class VectorLoop {
public:
  static constexpr unsigned VectorBits = 128;

  VectorLoop(llvm::Loop &L, llvm::ScalarEvolution &Evolution,
             const llvm::TargetTransformInfo &Costs)
      : L(L), Body(*L.getHeader()), Evolution(Evolution), Costs(Costs) {}

  /// Whether each instruction has a wide form. What its accesses have in common is not looked at.
  bool canWiden() const;

  /// Does Factor iterations in each one. The number of iterations has to be a multiple of it.
  void widen(unsigned Factor);

private:
  llvm::Loop &L;
  llvm::BasicBlock &Body;
  llvm::ScalarEvolution &Evolution;
  const llvm::TargetTransformInfo &Costs;
  unsigned Factor = 0;
  llvm::DenseMap<llvm::Value *, llvm::Value *> Wide;

  const llvm::APInt *stepOf(llvm::Value *V) const;
  bool canWidenScalar(llvm::Instruction &I) const;
  bool canWidenVector(llvm::Instruction &I) const;
  bool canWidenAccess(llvm::Instruction &I) const;
  bool canCarry(llvm::PHINode &Phi) const;
  bool isUsedAfter(const llvm::Instruction &I) const;
  bool isNextOfPhi(const llvm::Instruction &I) const;
  bool isWideOrInvariant(llvm::Value *V) const;
  void advancePhis();
  llvm::Type *wideType(llvm::Type *T) const;
  llvm::Value *wideValue(llvm::Value *V);
  llvm::Value *widen(llvm::Instruction &I);
  void carry(llvm::PHINode &Phi);
  llvm::Value *widenCall(llvm::IntrinsicInst &Call, llvm::IRBuilderBase &Builder);
  llvm::Value *widenShuffle(llvm::ShuffleVectorInst &Shuffle, llvm::IRBuilderBase &Builder);
};

} // namespace w2n

#endif // W2N_OPTIMIZE_VECTORLOOP_H
