//===- Unwinding.cpp - How an exception gets from a throw to its handler ---===//

#include "Lower/Unwinding.h"

#include "llvm/IR/MDBuilder.h"

using namespace llvm;

namespace w2n {

namespace {

LoadInst *loadPending(ModuleLowering &Lowering, IRBuilderBase &Builder, Value *Instance) {
  LoadInst *Load =
      Builder.CreateLoad(Lowering.pointer(), Lowering.Instance->pending(Builder, Instance));
  return AliasTags::tag(Load, Lowering.Tags.InstanceState);
}

/// Goes to Thrown where an exception is pending, else on.
void branchIfPending(ModuleLowering &Lowering, IRBuilderBase &Builder, Value *Instance,
                     BasicBlock *Thrown) {
  BasicBlock *Next =
      BasicBlock::Create(Lowering.Context, "", Builder.GetInsertBlock()->getParent());
  MDBuilder Metadata(Lowering.Context);
  Builder.CreateCondBr(Builder.CreateIsNotNull(loadPending(Lowering, Builder, Instance)), Thrown,
                       Next, Metadata.createUnlikelyBranchWeights());
  Builder.SetInsertPoint(Next);
}

/// Leaves the function; the results do not matter.
BasicBlock *unwindBlock(FuncLowering &L) {
  if (L.Unwind)
    return L.Unwind;
  L.Unwind = L.newBlock("unwind");
  IRBuilder<> At(L.Unwind);
  if (L.F->getReturnType()->isVoidTy())
    At.CreateRetVoid();
  else
    At.CreateRet(PoisonValue::get(L.F->getReturnType()));
  return L.Unwind;
}

} // namespace

void checkThrown(FuncLowering &L) {
  branchIfPending(L.Lowering, L.Builder, L.Instance, landingBlock(L, L.Frames.size()));
}

Value *pendingException(FuncLowering &L) { return loadPending(L.Lowering, L.Builder, L.Instance); }

void setPendingException(FuncLowering &L, Value *Exception) {
  StoreInst *Store = L.Builder.CreateStore(Exception, L.env().pending(L.Builder, L.Instance));
  AliasTags::tag(Store, L.Lowering.Tags.InstanceState);
}

void throwException(FuncLowering &L, Value *Exception) {
  setPendingException(L, Exception);
  L.Builder.CreateBr(landingBlock(L, L.Frames.size()));
  L.Reachable = false;
}

BasicBlock *landingBlock(FuncLowering &L, size_t Depth) {
  while (Depth-- > 0) {
    Frame &Around = L.Frames[Depth];
    if (Around.Kind != Frame::Try && Around.Kind != Frame::TryTable)
      continue;
    if (!Around.Landing)
      Around.Landing = L.newBlock("landing");
    return Around.Landing;
  }
  return unwindBlock(L);
}

void endAtException(ModuleLowering &Lowering, IRBuilderBase &Builder, Value *Instance) {
  BasicBlock *Uncaught =
      BasicBlock::Create(Lowering.Context, "uncaught", Builder.GetInsertBlock()->getParent());
  branchIfPending(Lowering, Builder, Instance, Uncaught);
  IRBuilder<> At(Uncaught);
  callBuiltin(At, Builtin::uncaught_exception, {loadPending(Lowering, At, Instance)})
      ->setDoesNotReturn();
  At.CreateUnreachable();
}

} // namespace w2n
