//===- TailCalls.cpp - What LLVM gets wrong of the convention for tail calls ===//

#include "Codegen/TailCalls.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallPtrSet.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/Instructions.h"

using namespace llvm;

namespace w2n {

/// Whether a function of this type has parameters that are passed on the stack, where so many
/// registers are for integers.
static bool hasStackArguments(const FunctionType &Type, unsigned IntegerRegisters) {
  constexpr unsigned VectorRegisters = 8;
  const auto InVector = count_if(Type.params(), [](const llvm::Type *Parameter) {
    return Parameter->isFloatingPointTy() || Parameter->isVectorTy();
  });
  return InVector > VectorRegisters || Type.getNumParams() - InVector > IntegerRegisters;
}

static void unmark(Function &F) {
  constexpr unsigned X86Registers = 6;
  SmallVector<CallInst *> Calls;
  SmallPtrSet<CallInst *, 4> Unmarked;
  for (Instruction &I : instructions(F))
    if (auto *Call = dyn_cast<CallInst>(&I))
      Calls.push_back(Call);
  for (CallInst *Call : Calls) {
    if (!Call->isMustTailCall() || (!hasStackArguments(*F.getFunctionType(), X86Registers) &&
                                    !hasStackArguments(*Call->getFunctionType(), X86Registers)))
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
      unmark(F);
}

bool needsBetterAllocator(const Module &M) {
  // Of eight, one may say where the results go.
  constexpr unsigned ArmRegisters = 7;
  const auto PopsArguments = [](const Function &F) {
    return any_of(instructions(F), [](const Instruction &I) {
      const auto *Call = dyn_cast<CallInst>(&I);
      return Call && Call->getCallingConv() == CallingConv::Tail &&
             hasStackArguments(*Call->getFunctionType(), ArmRegisters);
    });
  };
  return M.getTargetTriple().isAArch64() && any_of(M, PopsArguments);
}

} // namespace w2n
