//===- CheckFacts.h - What is known after checks of bounds -----------------===//

#ifndef W2N_OPTIMIZE_CHECKFACTS_H
#define W2N_OPTIMIZE_CHECKFACTS_H

#include "Optimize/BoundsCheck.h"

#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/Analysis/DomTreeUpdater.h"
#include "llvm/Analysis/LoopInfo.h"
#include "llvm/IR/Dominators.h"

namespace w2n {

/// Whether the address of a check cannot be large enough to be out of bounds.
bool isBelowAnySize(const BoundsCheck &Check);

/// Lets the code after a check go on without it, in the same block.
void removeCheck(const BoundsCheck &Check, llvm::DomTreeUpdater &Updater,
                 llvm::LoopInfo *Loops = nullptr);

/// The checks that have been made on the way to a block, which are asked for block by block from
/// the root of the dominator tree downwards, depth first.
class CheckFacts {
public:
  explicit CheckFacts(const llvm::DominatorTree &Dominators) : Dominators(Dominators) {}

  void add(const BoundsCheck &Check);
  /// Whether Check holds because of one that was made before.
  bool imply(const BoundsCheck &Check);
  /// Replaces zext(p + k) by zext(p) + k, if a check of p before it tells that p + k does not
  /// wrap.
  bool widen(llvm::ZExtInst &Widened);

private:
  /// Root + Constant does not wrap where Constant is increased by no more than Room, and is in
  /// bounds where that is no more than Extent.
  struct Fact {
    const llvm::BasicBlock *From;
    const llvm::Value *SizeAddress;
    uint64_t Constant;
    uint64_t Extent;
    uint64_t Room;
    llvm::Value *Extended;
  };

  const llvm::DominatorTree &Dominators;
  llvm::DenseMap<const llvm::Value *, llvm::SmallVector<Fact, 4>> Facts;

  /// Takes off what does not hold in a block, and so nowhere in what is left of the walk.
  void forget(llvm::SmallVectorImpl<Fact> &Known, const llvm::BasicBlock &Block) const;
  llvm::ArrayRef<Fact> knownAt(const llvm::Value *Root, const llvm::BasicBlock &Block);
};

} // namespace w2n

#endif // W2N_OPTIMIZE_CHECKFACTS_H
