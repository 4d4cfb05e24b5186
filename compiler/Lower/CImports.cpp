//===- CImports.cpp - Calls of a host's C functions ------------------------===//
//
// Code whose instance is a w2n_c_import. While the host's function runs, the store has no call
// that a trap could end: nothing may leave the frames of the host but the host itself. What it
// raised is found here once it has returned, what it threw by the caller.
//
//===----------------------------------------------------------------------===//

#include "Lower/CSignature.h"
#include "Lower/EnvRuntime.h"
#include "Lower/EnvTraps.h"

#include "llvm/IR/MDBuilder.h"

using namespace llvm;

namespace w2n {

namespace {

/// What the host has to have for its own frames is kept free below the limit.
void checkStack(ModuleLowering &Lowering, IRBuilderBase &Builder, Value *Store) {
  Value *Frame =
      Builder.CreateIntrinsic(Intrinsic::frameaddress, {Lowering.pointer()}, {Builder.getInt32(0)});
  Value *Limit = Builder.CreateLoad(
      Builder.getInt64Ty(), Lowering.Abi.field(Builder, Store, abi::store_field::stack_limit));
  Value *IsLow = Builder.CreateICmpULT(Builder.CreatePtrToInt(Frame, Builder.getInt64Ty()), Limit);
  TrapBlocks(*Builder.GetInsertBlock()->getParent()).trapIf(Builder, IsLow, Trap::STACK_EXHAUSTED);
}

/// Goes on only where the host has raised nothing.
void endAtRaised(ModuleLowering &Lowering, IRBuilderBase &Builder, Value *Store) {
  llvm::Function *F = Builder.GetInsertBlock()->getParent();
  BasicBlock *Raised = BasicBlock::Create(Lowering.Context, "raised", F);
  BasicBlock *Next = BasicBlock::Create(Lowering.Context, "", F);
  Value *Trap = Builder.CreateLoad(Lowering.pointer(),
                                   Lowering.Abi.field(Builder, Store, abi::store_field::raised));
  Builder.CreateCondBr(Builder.CreateIsNull(Trap), Next, Raised,
                       MDBuilder(Lowering.Context).createLikelyBranchWeights());
  IRBuilder<> At(Raised);
  callBuiltin(At, Builtin::end_in_raised_trap, {Store})->setDoesNotReturn();
  At.CreateUnreachable();
  Builder.SetInsertPoint(Next);
}

} // namespace

llvm::Function *createCImportCode(ModuleLowering &Lowering, const FuncType &Type) {
  llvm::Function *F =
      Lowering.createFunction(codeType(Lowering, Type), "c_import_code." + signatureLetters(Type));
  IRBuilder<> Builder(BasicBlock::Create(Lowering.Context, "", F));
  const auto Load = [&](auto Field) {
    return Builder.CreateLoad(Lowering.pointer(), Lowering.Abi.field(Builder, F->getArg(0), Field));
  };
  using abi::c_import_field;
  Value *Store = Load(c_import_field::store);
  checkStack(Lowering, Builder, Store);
  Value *Target = Lowering.Abi.field(Builder, Store, abi::store_field::activation);
  Value *Outer = Builder.CreateLoad(Lowering.pointer(), Target);
  Builder.CreateStore(Constant::getNullValue(Lowering.pointer()), Target);
  const CSignature Signature(Lowering, Type, 2);
  const auto Results =
      Signature.call(Builder, Load(c_import_field::function),
                     {Load(c_import_field::context), Load(c_import_field::instance)},
                     codeOperands(Lowering, Builder, *F, Type));
  Builder.CreateStore(Outer, Target);
  endAtRaised(Lowering, Builder, Store);
  returnFromCode(Lowering, Builder, *F, Type, Results);
  return F;
}

} // namespace w2n
