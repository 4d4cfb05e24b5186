//===- PassGate.cpp - Passes that code generation leaves out ---------------===//

#include "Codegen/PassGate.h"
#include "Codegen/Passes.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/Analysis/LoopInfo.h"
#include "llvm/IR/Dominators.h"
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
