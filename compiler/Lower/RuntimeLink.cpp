//===- RuntimeLink.cpp - The runtime that a dynamic library uses -----------===//
//
// A library carries a runtime, and a host may lend it another: which one compiled code
// calls is known only at run time. The rest of the lowering need not know.
//
//===----------------------------------------------------------------------===//

#include "Lower/AbiTypes.h"
#include "Lower/EnvRuntime.h"
#include "Lower/Finish.h"

using namespace llvm;

namespace w2n {

/// Gives a declared function of the runtime a body: a jump to what stands at Row of the
/// link's calls.
static void defineAsJump(llvm::Function &F, unsigned Row, Constant *Link) {
  const llvm::Module &M = *F.getParent();
  const AbiTypes Abi(M.getContext());
  auto *const Pointer = PointerType::getUnqual(M.getContext());
  F.setName("w2n.link." + F.getName());
  F.setLinkage(GlobalValue::InternalLinkage);
  F.addFnAttr(Attribute::NoInline);
  // As for all compiled code, see createFunction().
  if (M.getTargetTriple().isOSBinFormatMachO())
    F.setUWTableKind(UWTableKind::Sync);
  IRBuilder<> Builder(BasicBlock::Create(M.getContext(), "", &F));
  Value *const Calls =
      Builder.CreateLoad(Pointer, Abi.field(Builder, Link, abi::runtime_link_field::calls));
  Value *const Callee =
      Builder.CreateLoad(Pointer, Builder.CreateConstInBoundsGEP1_64(Pointer, Calls, Row));
  SmallVector<Value *, 8> Arguments;
  for (Argument &A : F.args())
    Arguments.push_back(&A);
  CallInst *const Call = Builder.CreateCall(F.getFunctionType(), Callee, Arguments);
  // The caller's frame stays the innermost, for backtraces.
  Call->setTailCallKind(CallInst::TCK_MustTail);
  if (F.getReturnType()->isVoidTy())
    Builder.CreateRetVoid();
  else
    Builder.CreateRet(Call);
}

void callThroughRuntimeLink(llvm::Module &M) {
  for (unsigned Row = 0; Row != BuiltinCount; ++Row) {
    llvm::Function *const F = M.getFunction(builtinSymbol(static_cast<Builtin>(Row)));
    if (F && F->isDeclaration())
      defineAsJump(*F, Row, declareRuntimeLink(M));
  }
}

} // namespace w2n
