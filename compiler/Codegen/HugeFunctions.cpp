//===- HugeFunctions.cpp - What LLVM would take too long to optimise -------===//

#include "Codegen/HugeFunctions.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/IR/Instructions.h"

using namespace llvm;

namespace w2n {

bool isHugeFunction(const Function &F) {
  constexpr size_t MaxInstructions = 100'000;
  constexpr size_t MaxInstructionsOfBlock = 8'000;
  size_t Total = 0;
  for (const BasicBlock &Block : F) {
    const size_t Size = Block.size();
    if (Size > MaxInstructionsOfBlock)
      return true;
    Total += Size;
  }
  return Total > MaxInstructions;
}

/// What is before the end that has to stay next to it: a tail call and a use of its result.
static bool isNearEnd(const Instruction &I) {
  const Instruction *Next = I.getNextNode();
  return !Next || Next->isTerminator() || Next->getNextNode()->isTerminator();
}

static void split(BasicBlock &Block) {
  constexpr size_t InstructionsOfBlock = 500;
  SmallVector<Instruction *> Starts;
  size_t Size = 0;
  for (Instruction &I : Block)
    if (++Size > InstructionsOfBlock && !isa<PHINode, AllocaInst>(I) && !isNearEnd(I)) {
      Starts.push_back(&I);
      Size = 0;
    }
  // From the end, since splitting moves all that follows.
  for (Instruction *Start : reverse(Starts))
    Block.splitBasicBlock(Start);
}

void generateQuickly(Function &F) {
  F.addFnAttr(Attribute::OptimizeNone);
  F.addFnAttr(Attribute::NoInline);
  for (BasicBlock &Block : make_early_inc_range(F))
    split(Block);
}

} // namespace w2n
