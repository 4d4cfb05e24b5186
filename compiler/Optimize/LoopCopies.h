//===- LoopCopies.h - Finds the copies in the body of an unrolled loop -----===//

#ifndef W2N_OPTIMIZE_LOOPCOPIES_H
#define W2N_OPTIMIZE_LOOPCOPIES_H

#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/Analysis/LoopInfo.h"
#include "llvm/Analysis/ScalarEvolution.h"
#include "llvm/Analysis/ScalarEvolutionExpressions.h"

#include <optional>

namespace w2n {

/// How the instructions of each copy of a body correspond to those of the next. The loop has one
/// block.
///
/// The successor of a value is what the next copy has in its place. Values from outside of the
/// loop succeed themselves. A value that advances by a constant is succeeded by one that is a
/// share of that larger. A phi stands for what the iteration before left: its successor is the
/// phi of that value's successor or, where that value was the last copy's, the first copy's of
/// this iteration.
class LoopCopies {
public:
  LoopCopies(llvm::Loop &L, llvm::ScalarEvolution &Evolution)
      : Body(*L.getHeader()), L(L), Evolution(Evolution) {}

  /// Finds how many copies there are, at least 2, or gives false.
  bool find();

  unsigned count() const { return Count; }
  /// What changes memory in the first copy.
  llvm::ArrayRef<llvm::StoreInst *> firstStores() const {
    return llvm::ArrayRef(Stores).take_front(Stores.size() / Count);
  }
  llvm::ArrayRef<llvm::StoreInst *> otherStores() const {
    return llvm::ArrayRef(Stores).drop_front(Stores.size() / Count);
  }
  /// The successor of a value; null where it has none.
  llvm::Value *successor(llvm::Value *V) const { return Successors.lookup(V); }
  /// The instruction in the first copy that V is the last copy's of; null where there is none.
  llvm::Value *first(llvm::Value *V) const;
  /// A value that advances by a constant in each iteration, or null.
  const llvm::SCEVAddRecExpr *recurrence(llvm::Value *V) const;

private:
  llvm::BasicBlock &Body;
  llvm::Loop &L;
  llvm::ScalarEvolution &Evolution;
  unsigned Count = 0;
  llvm::SmallVector<llvm::StoreInst *> Stores;
  llvm::DenseMap<llvm::Value *, llvm::Value *> Successors;
  /// Of successors that are still to be proven.
  llvm::SmallVector<std::pair<llvm::Value *, llvm::Value *>> Work;
  /// A value of the last copy, and what the first has in its place.
  llvm::SmallVector<std::pair<llvm::Value *, llvm::Value *>> Wraps;

  bool tryCount(unsigned Number);
  bool addReductions();
  bool addReduction(llvm::PHINode &Phi);
  bool prove();
  bool proveOne(llvm::Value *From, llvm::Value *To);
  bool provePhi(llvm::PHINode &From, llvm::Value *To);
  bool proveInstruction(llvm::Instruction &From, llvm::Instruction &To);
  bool isOtherOrder(const llvm::Instruction &From, const llvm::Instruction &To) const;
  bool mayCorrespond(llvm::Value *From, llvm::Value *To, unsigned Depth) const;
  bool keepsOrder() const;
  bool keepsOrder(llvm::LoadInst &First) const;
  bool overlap(llvm::LoadInst &Load, llvm::StoreInst &Store) const;
  llvm::Value *advance(llvm::Value *V, unsigned Copies) const;
};

} // namespace w2n

#endif // W2N_OPTIMIZE_LOOPCOPIES_H
