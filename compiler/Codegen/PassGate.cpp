//===- PassGate.cpp - Passes that code generation leaves out ---------------===//

#include "Codegen/PassGate.h"
#include "Codegen/Passes.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/Analysis/LoopInfo.h"
#include "llvm/IR/Dominators.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/LLVMContext.h"

using namespace llvm;

namespace w2n {

bool hasMoreInstructions(const Function &F, size_t Count) {
  size_t Total = 0;
  return any_of(F, [&](const BasicBlock &Block) { return (Total += Block.size()) > Count; });
}

bool isLargeFunction(const Function &F) {
  constexpr size_t MaxInstructions = 1000;
  return hasMoreInstructions(F, MaxInstructions);
}

/// Whether an innermost loop computes with vectors or floats, whose constants are loaded from
/// memory: in a parser or an interpreter none does.
static bool hasNumericLoop(const Function &F, const LoopInfo &Loops) {
  return any_of(instructions(F), [&](const Instruction &I) {
    if (!isa<BinaryOperator>(I) || !(I.getType()->isVectorTy() || I.getType()->isFloatingPointTy()))
      return false;
    const Loop *L = Loops.getLoopFor(I.getParent());
    return L && L->isInnermost();
  });
}

static bool hasRegistersForConstants(Function &F) {
  if (!isLargeFunction(F))
    return true;
  const DominatorTree Dominators(F);
  const LoopInfo Loops(Dominators);
  return areLoopsOptimized(F, Loops) || hasNumericLoop(F, Loops);
}

PassGate::PassGate(Module &M) : Context(M.getContext()), Previous(Context.getOptPassGate()) {
  for (Function &F : M)
    if (!hasRegistersForConstants(F))
      WithoutKernels.insert(("function (" + F.getName() + ")").str());
  Context.setOptPassGate(*this);
}

PassGate::~PassGate() { Context.setOptPassGate(Previous); }

bool PassGate::shouldRunPass(StringRef PassName, StringRef IRDescription) const {
  return PassName != "early-machinelicm" || !WithoutKernels.contains(IRDescription);
}

} // namespace w2n
