//===- CImports.cpp - Calls of a host's C functions ------------------------===//
//
// Code whose instance is a w2n_c_import. While the host's function runs, the store has no call
// that a trap could end: nothing may leave the frames of the host but the host itself. What it
// raised is found here once it has returned, what it threw by the caller.
//
//===----------------------------------------------------------------------===//

#include "Lower/CImports.h"
#include "Lower/CSignature.h"
#include "Lower/EnvRuntime.h"
#include "Lower/EnvTraps.h"

#include "llvm/IR/InstIterator.h"
#include "llvm/IR/MDBuilder.h"
#include "llvm/Transforms/Utils/CallPromotionUtils.h"

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
  const CSignature Signature(Lowering, Type, 2);
  const SmallVector<Value *, 2> Leading = {Load(c_import_field::context),
                                           Load(c_import_field::instance)};
  Value *Callee = Load(c_import_field::function);
  const auto Operands = codeOperands(Lowering, Builder, *F, Type);

  // What the field was is known without keeping it: the innermost call, or null.
  Value *Target = Lowering.Abi.field(Builder, Store, abi::store_field::activation);
  BasicBlock *Inside = BasicBlock::Create(Lowering.Context, "inside", F);
  BasicBlock *Outside = BasicBlock::Create(Lowering.Context, "outside", F);
  Builder.CreateCondBr(Builder.CreateIsNull(Builder.CreateLoad(Lowering.pointer(), Target)),
                       Outside, Inside, MDBuilder(Lowering.Context).createUnlikelyBranchWeights());
  Builder.SetInsertPoint(Inside);
  Builder.CreateStore(Constant::getNullValue(Lowering.pointer()), Target);
  auto Results = Signature.call(Builder, Callee, Leading, Operands);
  Value *Calls = Builder.CreateLoad(Lowering.pointer(),
                                    Lowering.Abi.field(Builder, Store, abi::store_field::calls));
  Builder.CreateStore(Calls, Target);
  endAtRaised(Lowering, Builder, Store);
  returnFromCode(Lowering, Builder, *F, Type, Results);

  // C functions of exports may be called without such a call around.
  Builder.SetInsertPoint(Outside);
  Results = Signature.call(Builder, Callee, Leading, Operands);
  endAtRaised(Lowering, Builder, Store);
  returnFromCode(Lowering, Builder, *F, Type, Results);
  return F;
}

// The code that c_import_code of the type points to, where there is none of another module's.
static constexpr StringLiteral MarkName = "w2n.c_import_code";

void markImportCall(ModuleLowering &Lowering, CallInst *Call, uint32_t TypeIndex) {
  const auto *Type = cast<GlobalVariable>(Lowering.functionType(TypeIndex));
  if (!Type->hasInitializer())
    return;
  Constant *Code = Type->getInitializer()->getAggregateElement(
      static_cast<unsigned>(abi::type_field::c_import_code));
  if (isa<llvm::Function>(Code))
    Call->setMetadata(MarkName, MDNode::get(Lowering.Context, ValueAsMetadata::get(Code)));
}

void promoteImportCalls(llvm::Module &M) {
  const unsigned Mark = M.getMDKindID(MarkName);
  SmallVector<CallInst *> Calls;
  for (llvm::Function &F : M)
    for (llvm::Instruction &I : instructions(F))
      if (auto *Call = dyn_cast<CallInst>(&I); Call && Call->hasMetadata(Mark))
        Calls.push_back(Call);
  for (CallInst *Call : Calls) {
    auto *Code = mdconst::extract<llvm::Function>(Call->getMetadata(Mark)->getOperand(0));
    Call->setMetadata(Mark, nullptr);
    promoteCallWithIfThenElse(*Call, Code, MDBuilder(M.getContext()).createLikelyBranchWeights());
  }
}

} // namespace w2n
