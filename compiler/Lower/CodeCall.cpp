//===- CodeCall.cpp - How compiled functions call each other ---------------===//

#include "Lower/CodeCall.h"
#include "Lower/ModuleLowering.h"

using namespace llvm;

namespace w2n {

namespace {

constexpr size_t RegisterResults = 2;

/// The results as they are laid out in a buffer, or in registers.
StructType *resultStruct(const ModuleLowering &Lowering, const FuncType &Type) {
  SmallVector<llvm::Type *, 4> Types;
  for (const ValType Result : Type.Results)
    Types.push_back(Lowering.type(Result));
  return StructType::get(Lowering.Context, Types);
}

/// Room for the results of a call, in the entry block so that it is taken only once.
AllocaInst *createBuffer(const ModuleLowering &Lowering, IRBuilderBase &Builder,
                         const FuncType &Type) {
  BasicBlock &Entry = Builder.GetInsertBlock()->getParent()->getEntryBlock();
  IRBuilder<> AtEntry(&Entry, Entry.begin());
  return AtEntry.CreateAlloca(resultStruct(Lowering, Type), nullptr, "results");
}

/// What code of a type is called with.
SmallVector<Value *, 8> argumentsOf(const ModuleLowering &Lowering, Value *Instance, Value *Buffer,
                                    ArrayRef<Value *> Operands) {
  SmallVector<Value *, 8> Arguments;
  if (Lowering.Instance->hasParameter())
    Arguments.push_back(Instance);
  if (Buffer)
    Arguments.push_back(Buffer);
  append_range(Arguments, Operands);
  return Arguments;
}

CallInst *createCall(const ModuleLowering &Lowering, IRBuilderBase &Builder, const FuncType &Type,
                     Value *Code, ArrayRef<Value *> Arguments) {
  CallInst *Call = Builder.CreateCall(codeType(Lowering, Type), Code, Arguments);
  Call->setCallingConv(CodeConvention);
  return Call;
}

/// The number of parameters before the operands.
unsigned firstOperand(const ModuleLowering &Lowering, const FuncType &Type) {
  return (Lowering.Instance->hasParameter() ? 1 : 0) + (returnsThroughBuffer(Type) ? 1 : 0);
}

} // namespace

bool returnsThroughBuffer(const FuncType &Type) { return Type.Results.size() > RegisterResults; }

FunctionType *codeType(const ModuleLowering &Lowering, const FuncType &Type) {
  SmallVector<llvm::Type *, 8> Parameters(firstOperand(Lowering, Type), Lowering.pointer());
  for (const ValType Parameter : Type.Parameters)
    Parameters.push_back(Lowering.type(Parameter));
  llvm::Type *Result = llvm::Type::getVoidTy(Lowering.Context);
  if (Type.Results.size() == 1)
    Result = Lowering.type(Type.Results[0]);
  else if (Type.Results.size() > 1 && !returnsThroughBuffer(Type))
    Result = resultStruct(Lowering, Type);
  return FunctionType::get(Result, Parameters, false);
}

Argument *codeOperand(const ModuleLowering &Lowering, llvm::Function &F, const FuncType &Type,
                      size_t Index) {
  return F.getArg(firstOperand(Lowering, Type) + Index);
}

Argument *codeBuffer(const ModuleLowering &Lowering, llvm::Function &F, const FuncType &Type) {
  return returnsThroughBuffer(Type) ? F.getArg(firstOperand(Lowering, Type) - 1) : nullptr;
}

ResultValues callCode(const ModuleLowering &Lowering, IRBuilderBase &Builder, const FuncType &Type,
                      Value *Code, Value *Instance, ArrayRef<Value *> Operands, CallInst **Call) {
  Value *Buffer = returnsThroughBuffer(Type) ? createBuffer(Lowering, Builder, Type) : nullptr;
  CallInst *Made =
      createCall(Lowering, Builder, Type, Code, argumentsOf(Lowering, Instance, Buffer, Operands));
  if (Call)
    *Call = Made;
  if (Type.Results.size() == 1)
    return {Made};
  ResultValues Results;
  for (const auto [I, Result] : enumerate(Type.Results))
    if (Buffer)
      Results.push_back(Builder.CreateLoad(
          Lowering.type(Result), Builder.CreateStructGEP(resultStruct(Lowering, Type), Buffer, I)));
    else
      Results.push_back(Builder.CreateExtractValue(Made, I));
  return Results;
}

void tailCallCode(const ModuleLowering &Lowering, IRBuilderBase &Builder, llvm::Function &F,
                  const FuncType &Caller, const FuncType &Type, Value *Code, Value *Instance,
                  ArrayRef<Value *> Operands) {
  Value *Buffer = codeBuffer(Lowering, F, Caller);
  CallInst *Call =
      createCall(Lowering, Builder, Type, Code, argumentsOf(Lowering, Instance, Buffer, Operands));
  Call->setTailCallKind(CallInst::TCK_MustTail);
  if (Call->getType()->isVoidTy())
    Builder.CreateRetVoid();
  else
    Builder.CreateRet(Call);
}

void returnFromCode(const ModuleLowering &Lowering, IRBuilderBase &Builder, llvm::Function &F,
                    const FuncType &Type, ArrayRef<Value *> Results) {
  if (Value *Buffer = codeBuffer(Lowering, F, Type)) {
    for (const auto [I, Result] : enumerate(Results))
      Builder.CreateStore(Result, Builder.CreateStructGEP(resultStruct(Lowering, Type), Buffer, I));
    Builder.CreateRetVoid();
  } else if (Results.empty()) {
    Builder.CreateRetVoid();
  } else if (Results.size() == 1) {
    Builder.CreateRet(Results[0]);
  } else {
    Builder.CreateAggregateRet(Results.data(), Results.size());
  }
}

} // namespace w2n
