//===- TailCalls.cpp - Calls under tailcc that LLVM gets wrong -------------===//

#include "Codegen/TailCalls.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallPtrSet.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/Instructions.h"

using namespace llvm;

namespace w2n {

/// Whether a function of this type has parameters on the stack, where so many registers hold
/// those that are no vectors.
static bool hasStackArguments(const FunctionType &Type, unsigned IntegerRegisters) {
  constexpr unsigned VectorRegisters = 8;
  const auto InVector = count_if(Type.params(), [](const llvm::Type *Parameter) {
    return Parameter->isFloatingPointTy() || Parameter->isVectorTy();
  });
  return InVector > VectorRegisters || Type.getNumParams() - InVector > IntegerRegisters;
}

static bool hasStackArgumentsOnX86(const FunctionType &Type) {
  constexpr unsigned IntegerRegisters = 6;
  return hasStackArguments(Type, IntegerRegisters);
}

static void unmark(Function &F) {
  SmallVector<CallInst *> Calls;
  SmallPtrSet<CallInst *, 4> Unmarked;
  for (Instruction &I : instructions(F))
    if (auto *Call = dyn_cast<CallInst>(&I))
      Calls.push_back(Call);
  for (CallInst *Call : Calls) {
    if (!Call->isMustTailCall() || (!hasStackArgumentsOnX86(*F.getFunctionType()) &&
                                    !hasStackArgumentsOnX86(*Call->getFunctionType())))
      continue;
    Call->setTailCallKind(CallInst::TCK_Tail);
    Unmarked.insert(Call);
  }
  if (Unmarked.empty())
    return;
  // The function must allow tail calls now, but no others than it asked for.
  F.removeFnAttr("disable-tail-calls");
  for (CallInst *Call : Calls)
    if (Call->isTailCall() && !Call->isMustTailCall() && !Unmarked.contains(Call))
      Call->setTailCallKind(CallInst::TCK_None);
}

void unmarkTailCallsWithStackArguments(Module &M) {
  if (M.getTargetTriple().isX86())
    for (Function &F : M)
      if (F.getCallingConv() == CallingConv::Tail)
        unmark(F);
}

void keepFromFastSelection(Module &M) {
  constexpr unsigned IntegerRegisters = 8;
  const auto IsTail = [](const Function &F) { return F.getCallingConv() == CallingConv::Tail; };
  if (!M.getTargetTriple().isAArch64() || none_of(M, IsTail))
    return;
  for (Function &F : M)
    for (Instruction &I : instructions(F))
      if (auto *Call = dyn_cast<CallInst>(&I);
          Call && Call->getCallingConv() == CallingConv::Tail && !Call->isMustTailCall() &&
          hasStackArguments(*Call->getFunctionType(), IntegerRegisters))
        Call->addParamAttr(0, Attribute::InReg);
}

} // namespace w2n
