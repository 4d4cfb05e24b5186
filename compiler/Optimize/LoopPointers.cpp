//===- LoopPointers.cpp - Pointers that advance with a loop ----------------===//

#include "Optimize/LoopPointers.h"
#include "Optimize/SameBlocks.h"

#include "llvm/Analysis/ValueTracking.h"
#include "llvm/IR/IRBuilder.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/PatternMatch.h"

using namespace llvm;
using namespace llvm::PatternMatch;

namespace w2n {

Value *LoopPointers::first(Value *Base, Value *Start) const {
  IRBuilder<> Builder(L.getLoopPreheader()->getTerminator());
  Value *Address = Builder.CreateAdd(Builder.CreatePtrToInt(Base, Builder.getInt64Ty()), Start);
  return Builder.CreateIntToPtr(Address, Builder.getPtrTy());
}

Value *LoopPointers::advanced(int64_t Step) {
  Value *&Known = Advanced[Step];
  if (Known)
    return Known;
  IRBuilder<> Builder(&L.getHeader()->front());
  PHINode *Sum = Builder.CreatePHI(Builder.getInt64Ty(), 2);
  Builder.SetInsertPoint(L.getLoopLatch()->getTerminator());
  Value *Next = Builder.CreateAdd(Sum, Builder.getInt64(Step), "", /*HasNUW=*/Step > 0,
                                  /*HasNSW=*/true);
  Sum->addIncoming(Builder.getInt64(0), L.getLoopPreheader());
  Sum->addIncoming(Next, L.getLoopLatch());
  return Known = Sum;
}

void LoopPointers::use(const LinearAccess &Access, Value *First, int64_t Step, uint64_t Distance) {
  IRBuilder<> Builder(Access.Access);
  const GEPNoWrapFlags Flags = GEPNoWrapFlags::noUnsignedSignedWrap();
  Value *Pointer = Builder.CreatePtrAdd(First, advanced(Step), "", Flags);
  setPointer(Access, Builder.CreatePtrAdd(Pointer, Builder.getInt64(Distance + Access.Offset), "",
                                          Flags | GEPNoWrapFlags::noUnsignedWrap()));
}

/// The base whose address is part of a sum; null where there is none. Only LoopPointers begins
/// such sums, and no number in WebAssembly is a pointer, so the base is the only thing that such a
/// pointer can point into.
static Value *baseOf(Value *Sum, unsigned Depth = 0) {
  constexpr unsigned MaxDepth = 4;
  Value *Base = nullptr, *Left = nullptr, *Right = nullptr;
  if (match(Sum, m_PtrToInt(m_Value(Base))))
    return Base;
  if (Depth == MaxDepth || !match(Sum, m_Add(m_Value(Left), m_Value(Right))))
    return nullptr;
  Base = baseOf(Left, Depth + 1);
  return Base ? Base : baseOf(Right, Depth + 1);
}

/// The same sum, of which baseOf has told that there is a base in it, as a pointer.
static Value *joinedPointer(IRBuilder<> &Builder, Value *Sum) {
  Value *Base = nullptr;
  if (match(Sum, m_PtrToInt(m_Value(Base))))
    return Base;
  auto *Add = cast<BinaryOperator>(Sum);
  Value *Left = Add->getOperand(0), *Right = Add->getOperand(1);
  return baseOf(Left) ? Builder.CreatePtrAdd(joinedPointer(Builder, Left), Right)
                      : Builder.CreatePtrAdd(joinedPointer(Builder, Right), Left);
}

/// Whether a loop has an access through a base itself: without one there is nothing to compare.
static bool accesses(const Loop &L, const Value *Base) {
  return any_of(L.blocks(), [&](const BasicBlock *Block) {
    return any_of(*Block, [&](const Instruction &I) {
      const Value *Pointer = getLoadStorePointerOperand(&I);
      return Pointer && getUnderlyingObject(Pointer) == Base;
    });
  });
}

static bool isUsedWith(const Instruction &Pointer, const Value *Base, const LoopInfo &Loops) {
  return any_of(Pointer.users(), [&](const User *U) {
    const Loop *L = Loops.getLoopFor(cast<Instruction>(U)->getParent());
    return L && accesses(*L, Base);
  });
}

PreservedAnalyses JoinPointersPass::run(Function &F, FunctionAnalysisManager &Analyses) {
  const LoopInfo &Loops = Analyses.getResult<LoopAnalysis>(F);
  bool HasChanged = false;
  for (Instruction &I : make_early_inc_range(instructions(F))) {
    if (!isa<IntToPtrInst>(I))
      continue;
    const Value *Base = baseOf(I.getOperand(0));
    if (!Base || !isUsedWith(I, Base, Loops))
      continue;
    IRBuilder<> Builder(&I);
    I.replaceAllUsesWith(joinedPointer(Builder, I.getOperand(0)));
    I.eraseFromParent();
    HasChanged = true;
  }
  return preserveBlocks(HasChanged);
}

} // namespace w2n
