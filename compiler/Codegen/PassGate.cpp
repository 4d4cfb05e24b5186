//===- PassGate.cpp - Passes that code generation leaves out ---------------===//

#include "Codegen/PassGate.h"
#include "Codegen/Passes.h"

#include "llvm/IR/Dominators.h"
#include "llvm/IR/LLVMContext.h"

using namespace llvm;

namespace w2n {

bool isLargeFunction(const Function &F) {
  constexpr unsigned MaxInstructions = 1000;
  return F.getInstructionCount() > MaxInstructions;
}

PassGate::PassGate(Module &M) : Context(M.getContext()), Previous(Context.getOptPassGate()) {
  for (Function &F : M)
    if (isLargeFunction(F) && !areLoopsOptimized(F, LoopInfo(DominatorTree(F))))
      WithoutKernels.insert(("function (" + F.getName() + ")").str());
  Context.setOptPassGate(*this);
}

PassGate::~PassGate() { Context.setOptPassGate(Previous); }

bool PassGate::shouldRunPass(StringRef PassName, StringRef IRDescription) const {
  return PassName != "early-machinelicm" || !WithoutKernels.contains(IRDescription);
}

} // namespace w2n
