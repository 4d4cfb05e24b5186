//===- CallsWithoutTraps.cpp - Calls from the host that nothing can end ----===//
//
// The form of an export that gives its traps to the host first keeps what a trap goes back to.
// Where the optimiser has inlined all that it calls, and none of that can trap, there is nothing
// to go back from.
//
//===----------------------------------------------------------------------===//

#include "Lower/AliasTags.h"
#include "Lower/EnvRuntime.h"
#include "Lower/Finish.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/Analysis/InstructionSimplify.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/IntrinsicInst.h"
#include "llvm/Transforms/Utils/Local.h"

using namespace llvm;

namespace w2n {

namespace {

bool isCallOf(const llvm::Instruction &I, Builtin Which) {
  const auto *Call = dyn_cast<CallInst>(&I);
  const llvm::Function *Callee = Call ? Call->getCalledFunction() : nullptr;
  return Callee && Callee->getName() == builtinSymbol(Which);
}

bool isBookkeeping(const llvm::Instruction &I) {
  return isCallOf(I, Builtin::begin_call) || isCallOf(I, Builtin::end_call) ||
         isCallOf(I, Builtin::trap_of_call);
}

/// Whether an instruction can end in a trap: by a call, which may check the stack as well, or by
/// a fault in linear memory. Whatever else traps is compared for, and calls the runtime.
bool mayTrap(const llvm::Instruction &I, const AliasTags &Tags) {
  if (const auto *Call = dyn_cast<CallBase>(&I))
    return !isa<IntrinsicInst>(Call) || Call->mayHaveSideEffects();
  return Tags.isGuardedMemory(I) || I.isVolatile() || I.isAtomic();
}

void forgetCall(llvm::Function &F, CallInst &Begin) {
  SmallVector<llvm::Instruction *> Ends = {&Begin};
  for (llvm::Instruction &I : instructions(F))
    if (isCallOf(I, Builtin::end_call))
      Ends.push_back(&I);
  replaceAndRecursivelySimplify(&Begin, ConstantInt::getNullValue(Begin.getType()));
  for (llvm::Instruction *I : Ends)
    I->eraseFromParent();
  for (llvm::BasicBlock &Block : F)
    ConstantFoldTerminator(&Block);
  removeUnreachableBlocks(F);
  for (llvm::Instruction &I : make_early_inc_range(reverse(F.getEntryBlock())))
    if (isInstructionTriviallyDead(&I))
      I.eraseFromParent();
}

} // namespace

void dropCallsWithoutTraps(llvm::Module &M) {
  const AliasTags Tags(M.getContext());
  llvm::Function *BeginCall = M.getFunction(builtinSymbol(Builtin::begin_call));
  if (!BeginCall)
    return;
  for (User *Use : make_early_inc_range(BeginCall->users())) {
    auto *Begin = dyn_cast<CallInst>(Use);
    if (!Begin)
      continue;
    llvm::Function &F = *Begin->getFunction();
    if (none_of(instructions(F),
                [&](const llvm::Instruction &I) { return !isBookkeeping(I) && mayTrap(I, Tags); }))
      forgetCall(F, *Begin);
  }
}

} // namespace w2n
