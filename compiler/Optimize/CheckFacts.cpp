//===- CheckFacts.cpp - What is known after checks of bounds ---------------===//

#include "Optimize/CheckFacts.h"
#include "Optimize/LinearAccess.h"

#include "llvm/Analysis/ValueTracking.h"
#include "llvm/IR/PatternMatch.h"
#include "llvm/Support/MathExtras.h"
#include "llvm/Transforms/Utils/BasicBlockUtils.h"
#include "llvm/Transforms/Utils/Local.h"

using namespace llvm;
using namespace llvm::PatternMatch;

namespace w2n {

/// The largest number that V can be, or a larger one.
static uint64_t largest(const Value *V, const DataLayout &Layout, unsigned Depth = 6) {
  const uint64_t ByBits = computeKnownBits(V, Layout).getMaxValue().getZExtValue();
  const Value *A = nullptr;
  const Value *B = nullptr;
  if (Depth == 0 || !match(V, m_CombineOr(m_ZExt(m_Value(A)), m_AddLike(m_Value(A), m_Value(B)))))
    return ByBits;
  const uint64_t Sum =
      SaturatingAdd(largest(A, Layout, Depth - 1), B ? largest(B, Layout, Depth - 1) : 0);
  // A sum that may wrap can be any number.
  return Sum <= UINT64_MAX >> (64 - V->getType()->getIntegerBitWidth()) ? std::min(Sum, ByBits)
                                                                        : ByBits;
}

bool isBelowAnySize(const BoundsCheck &Check) {
  const uint64_t Most = largest(Check.Extended, Check.Branch->getDataLayout());
  return SaturatingAdd(Most, Check.Last) < leastSize(*Check.Size);
}

void removeCheck(const BoundsCheck &Check, DomTreeUpdater &Updater, LoopInfo *Loops) {
  BasicBlock *Block = Check.Branch->getParent();
  BasicBlock *Trap = Check.trap();
  BasicBlock *InBounds = Check.inBounds();
  Trap->removePredecessor(Block);
  BranchInst::Create(InBounds, Check.Branch->getIterator());
  Value *Condition = Check.Branch->getCondition();
  Check.Branch->eraseFromParent();
  RecursivelyDeleteTriviallyDeadInstructions(Condition);
  Updater.applyUpdates({{DominatorTree::Delete, Block, Trap}});
  if (pred_empty(Trap))
    DeleteDeadBlock(Trap, &Updater);
  MergeBlockIntoPredecessor(InBounds, &Updater, Loops);
}

void CheckFacts::forget(SmallVectorImpl<Fact> &Known, const BasicBlock &Block) const {
  while (!Known.empty() && !Dominators.dominates(Known.back().From, &Block))
    Known.pop_back();
}

ArrayRef<CheckFacts::Fact> CheckFacts::knownAt(const Value *Root, const BasicBlock &Block) {
  const auto Found = Facts.find(Root);
  if (Found == Facts.end())
    return {};
  forget(Found->second, Block);
  constexpr size_t MaxLookBack = 16;
  return ArrayRef(Found->second).take_back(MaxLookBack);
}

/// How many addresses of 32 bits there are.
static constexpr uint64_t MaxAddresses = uint64_t(1) << 32;

void CheckFacts::add(const BoundsCheck &Check) {
  const AddressSum Sum = splitAddress(Check.address());
  const bool MayWrap = Check.addressBits() == 32 && mostSize(*Check.Size) > MaxAddresses;
  if (isa<Constant>(Sum.Root) || !Check.inBounds()->getSinglePredecessor() || MayWrap)
    return;
  auto &Known = Facts[Sum.Root];
  forget(Known, *Check.Branch->getParent());
  const uint64_t Room = std::max(Check.Last, std::min(unreachableBytes(Check), MaxDistance));
  Known.push_back({Check.inBounds(), Check.Size->getPointerOperand(), Sum.Constant, Check.Last,
                   Room, Check.Extended});
}

bool CheckFacts::imply(const BoundsCheck &Check) {
  const AddressSum Sum = splitAddress(Check.address());
  const uint64_t Mask = UINT64_MAX >> (64 - Check.addressBits());
  return any_of(knownAt(Sum.Root, *Check.Branch->getParent()), [&](const Fact &Known) {
    const uint64_t Distance = (Sum.Constant - Known.Constant) & Mask;
    return Known.SizeAddress == Check.Size->getPointerOperand() &&
           SaturatingAdd(Distance, Check.Last) <= Known.Extent;
  });
}

bool CheckFacts::widen(ZExtInst &Widened) {
  if (!Widened.getSrcTy()->isIntegerTy(32) || !Widened.getDestTy()->isIntegerTy(64))
    return false;
  const AddressSum Sum = splitAddress(Widened.getOperand(0));
  const Fact *Best = nullptr;
  uint64_t BestDistance = 0;
  for (const Fact &Known : knownAt(Sum.Root, *Widened.getParent())) {
    const uint32_t Distance = Sum.Constant - Known.Constant;
    if (Distance <= Known.Room && (!Best || Distance > BestDistance)) {
      Best = &Known;
      BestDistance = Distance;
    }
  }
  if (!Best || Best->Extended == &Widened)
    return false;
  IRBuilder<> Builder(&Widened);
  Widened.replaceAllUsesWith(
      BestDistance == 0 ? Best->Extended
                        : Builder.CreateAdd(Best->Extended, Builder.getInt64(BestDistance), "",
                                            /*HasNUW=*/true, /*HasNSW=*/true));
  RecursivelyDeleteTriviallyDeadInstructions(&Widened);
  return true;
}

} // namespace w2n
