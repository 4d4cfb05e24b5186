//===- PassGate.cpp - Passes that code generation leaves out ---------------===//

#include "Codegen/PassGate.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/Analysis/LoopInfo.h"
#include "llvm/IR/Dominators.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/LLVMContext.h"

using namespace llvm;

namespace w2n {

bool isLargeFunction(const Function &F) {
  constexpr unsigned MaxInstructions = 1000;
  return F.getInstructionCount() > MaxInstructions;
}

/// Whether an innermost loop computes with vectors or floats, whose constants are loaded from
/// memory: in a parser or an interpreter none does.
static bool hasNumericLoop(Function &F) {
  const DominatorTree Dominators(F);
  const LoopInfo Loops(Dominators);
  return any_of(instructions(F), [&](const Instruction &I) {
    if (!isa<BinaryOperator>(I) || !(I.getType()->isVectorTy() || I.getType()->isFloatingPointTy()))
      return false;
    const Loop *L = Loops.getLoopFor(I.getParent());
    return L && L->isInnermost();
  });
}

PassGate::PassGate(Module &M) : Context(M.getContext()), Previous(Context.getOptPassGate()) {
  for (Function &F : M)
    if (isLargeFunction(F) && !hasNumericLoop(F))
      LargeFunctions.insert(("function (" + F.getName() + ")").str());
  Context.setOptPassGate(*this);
}

PassGate::~PassGate() { Context.setOptPassGate(Previous); }

bool PassGate::shouldRunPass(StringRef PassName, StringRef IRDescription) const {
  return PassName != "early-machinelicm" || !LargeFunctions.contains(IRDescription);
}

} // namespace w2n
