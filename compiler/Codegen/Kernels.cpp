//===- Kernels.cpp - Where vectors may be found ----------------------------===//

#include "Codegen/Kernels.h"
#include "Optimize/BoundsCheck.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/IntrinsicInst.h"

using namespace llvm;

namespace w2n {

namespace {

/// The block from which the one way out of a loop goes but for traps, or null.
const BasicBlock *findExit(const Loop &L) {
  SmallVector<Loop::Edge> Exits;
  L.getExitEdges(Exits);
  erase_if(Exits, [](const Loop::Edge &Exit) { return trapCall(*Exit.second) != nullptr; });
  return Exits.size() == 1 ? Exits.front().first : nullptr;
}

/// Whether a value is what grows by a constant in each round of a loop, before or after it has.
bool isCounter(const Value *V, const Loop &L) {
  const auto *Sum = dyn_cast<BinaryOperator>(V);
  const auto IsStep = [](const BinaryOperator *Sum) {
    return Sum && Sum->getOpcode() == Instruction::Add && isa<ConstantInt>(Sum->getOperand(1));
  };
  const auto *Phi = dyn_cast<PHINode>(IsStep(Sum) ? Sum->getOperand(0) : V);
  if (!Phi || Phi->getParent() != L.getHeader() || !L.getLoopLatch())
    return false;
  const auto *Next = dyn_cast<BinaryOperator>(Phi->getIncomingValueForBlock(L.getLoopLatch()));
  return IsStep(Next) && Next->getOperand(0) == Phi;
}

/// Whether a loop ends by comparing a counter.
bool isCounted(const Loop &L) {
  const BasicBlock *Exit = findExit(L);
  const auto *Branch = Exit ? dyn_cast<BranchInst>(Exit->getTerminator()) : nullptr;
  const auto *Compare = Branch ? dyn_cast<ICmpInst>(Branch->getCondition()) : nullptr;
  return Compare && (isCounter(Compare->getOperand(0), L) || isCounter(Compare->getOperand(1), L));
}

/// Whether a loop is one that LLVM might make vectors of: it holds no other, counts, has one way
/// out and calls nothing.
bool isKernel(const Loop &L) {
  return L.isInnermost() && isCounted(L) && all_of(L.blocks(), [](const BasicBlock *Block) {
           return none_of(*Block, [](const Instruction &I) {
             return isa<CallBase>(I) && !isa<IntrinsicInst>(I);
           });
         });
}

/// What addresses at constant distances in linear memory have in common.
const Value *withoutConstants(const Value *Pointer, const DataLayout &Layout) {
  APInt Offset(Layout.getIndexTypeSizeInBits(Pointer->getType()), 0);
  Pointer = Pointer->stripAndAccumulateConstantOffsets(Layout, Offset, /*AllowNonInbounds=*/true);
  const auto *Sum = dyn_cast<GetElementPtrInst>(Pointer);
  return Sum && Sum->getNumIndices() == 1 ? Sum->getOperand(1) : Pointer;
}

/// Whether a block stores enough of one type next to each other for a vector. Code generation joins
/// constants.
bool storesVector(const BasicBlock &Block) {
  constexpr unsigned LeastLanes = 4;
  SmallDenseMap<std::pair<const Value *, Type *>, unsigned, 8> Counts;
  return any_of(Block, [&](const Instruction &I) {
    const auto *Store = dyn_cast<StoreInst>(&I);
    if (!Store || isa<Constant>(Store->getValueOperand()))
      return false;
    const Value *Place = withoutConstants(Store->getPointerOperand(), Block.getDataLayout());
    return ++Counts[{Place, Store->getValueOperand()->getType()}] == LeastLanes;
  });
}

} // namespace

bool hasKernels(const LoopInfo &Loops) {
  return any_of(Loops.getLoopsInPreorder(), [](const Loop *L) { return isKernel(*L); });
}

bool mayHaveVectors(const Function &F, const LoopInfo &Loops) {
  const auto IsNumber = [](const Instruction &I) {
    return I.getType()->isFloatingPointTy() || I.getType()->isVectorTy();
  };
  return any_of(instructions(F), IsNumber) || any_of(F, storesVector) || hasKernels(Loops);
}

} // namespace w2n
