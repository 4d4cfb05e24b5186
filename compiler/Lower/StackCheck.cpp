//===- StackCheck.cpp - How much stack a function needs --------------------===//
//
// Only code generation knows the size of a frame, and it is too late for a check then.
// Without optimisation each value that lives from one block to another has a place of
// its own in the frame; with it, fewer have.
//
//===----------------------------------------------------------------------===//

#include "Lower/StackCheck.h"

#include "llvm/IR/InstIterator.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/IntrinsicInst.h"
#include "llvm/IR/Module.h"
#include "llvm/IR/PatternMatch.h"

using namespace llvm;

namespace w2n {

static IntrinsicInst *findCheck(llvm::Function &F) {
  using namespace PatternMatch;
  for (llvm::Instruction &I : F.getEntryBlock())
    if (match(&I, m_Intrinsic<Intrinsic::usub_sat>(
                      m_PtrToInt(m_Intrinsic<Intrinsic::frameaddress>()), m_ConstantInt())))
      return cast<IntrinsicInst>(&I);
  return nullptr;
}

static uint64_t bytesOf(const llvm::Instruction &I, const DataLayout &Layout) {
  const auto Size = [&](Type *T) { return alignTo(Layout.getTypeAllocSize(T).getFixedValue(), 8); };
  if (const auto *Slot = dyn_cast<AllocaInst>(&I))
    return Size(Slot->getAllocatedType());
  // One place for what comes in from other blocks, and one for the value itself.
  if (isa<PHINode>(I))
    return 2 * Size(I.getType());
  return I.isUsedOutsideOfBlock(I.getParent()) ? Size(I.getType()) : 0;
}

void sizeStackCheck(llvm::Function &F) {
  IntrinsicInst *Check = findCheck(F);
  if (!Check)
    return;
  const DataLayout &Layout = F.getDataLayout();
  uint64_t Bytes = cast<ConstantInt>(Check->getArgOperand(1))->getZExtValue();
  for (const llvm::Instruction &I : instructions(F))
    Bytes += bytesOf(I, Layout);
  // The runtime keeps a margin below the limit for ordinary frames.
  constexpr uint64_t OrdinaryFrame = 4096;
  if (Bytes > OrdinaryFrame)
    return Check->setArgOperand(1, ConstantInt::get(Check->getType(), Bytes));
  Check->replaceAllUsesWith(Check->getArgOperand(0));
  Check->eraseFromParent();
}

} // namespace w2n
