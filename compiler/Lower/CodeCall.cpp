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
/// Which parameters are passed as two integers: vectors that all vector registers of a CPU
/// are taken for. Under tailcc LLVM 22 passes no vector on x86-64's stack right: the caller
/// rounds the size of the arguments up to the vector's alignment, the callee does not.
SmallVector<bool, 8> splitParameters(const FuncType &Type) {
  constexpr unsigned VectorRegisters = 8;
  SmallVector<bool, 8> Result;
  unsigned Taken = 0;
  for (const ValType Parameter : Type.Parameters) {
    const bool IsVector = Parameter.kind() == ValType::V128;
    Result.push_back(IsVector && Taken >= VectorRegisters);
    Taken += IsVector || Parameter.kind() == ValType::F32 || Parameter.kind() == ValType::F64;
  }
  return Result;
}

llvm::Type *halves(IRBuilderBase &Builder) { return FixedVectorType::get(Builder.getInt64Ty(), 2); }

AllocaInst *createBuffer(const ModuleLowering &Lowering, IRBuilderBase &Builder,
                         const FuncType &Type) {
  BasicBlock &Entry = Builder.GetInsertBlock()->getParent()->getEntryBlock();
  IRBuilder<> AtEntry(&Entry, Entry.begin());
  return AtEntry.CreateAlloca(resultStruct(Lowering, Type), nullptr, "results");
}

/// What code of a type is called with.
SmallVector<Value *, 8> argumentsOf(const ModuleLowering &Lowering, IRBuilderBase &Builder,
                                    const FuncType &Type, Value *Instance, Value *Buffer,
                                    ArrayRef<Value *> Operands) {
  SmallVector<Value *, 8> Arguments;
  if (Lowering.Instance->hasParameter())
    Arguments.push_back(Instance);
  if (Buffer)
    Arguments.push_back(Buffer);
  for (const auto [Operand, IsSplit] : zip_equal(Operands, splitParameters(Type))) {
    if (!IsSplit) {
      Arguments.push_back(Operand);
      continue;
    }
    Value *Halves = Builder.CreateBitCast(Operand, halves(Builder));
    Arguments.push_back(Builder.CreateExtractElement(Halves, uint64_t(0)));
    Arguments.push_back(Builder.CreateExtractElement(Halves, uint64_t(1)));
  }
  return Arguments;
}

CallInst *createCall(const ModuleLowering &Lowering, IRBuilderBase &Builder, const FuncType &Type,
                     Value *Code, ArrayRef<Value *> Arguments) {
  CallInst *Call = Builder.CreateCall(codeType(Lowering, Type), Code, Arguments);
  Call->setCallingConv(codeConvention(Lowering));
  return Call;
}

/// The number of parameters before the operands.
unsigned firstOperand(const ModuleLowering &Lowering, const FuncType &Type) {
  return (Lowering.Instance->hasParameter() ? 1 : 0) + (returnsThroughBuffer(Type) ? 1 : 0);
}

} // namespace

CallingConv::ID codeConvention(const ModuleLowering &Lowering) {
  return Lowering.isProgram() && !Lowering.Valid.bodies().HasTailCalls ? CallingConv::Fast
                                                                       : CallingConv::Tail;
}

bool isCodeConvention(CallingConv::ID Convention) {
  return Convention == CallingConv::Fast || Convention == CallingConv::Tail;
}

bool returnsThroughBuffer(const FuncType &Type) { return Type.Results.size() > RegisterResults; }

FunctionType *codeType(const ModuleLowering &Lowering, const FuncType &Type) {
  SmallVector<llvm::Type *, 8> Parameters(firstOperand(Lowering, Type), Lowering.pointer());
  for (const auto [Parameter, IsSplit] : zip_equal(Type.Parameters, splitParameters(Type)))
    if (IsSplit)
      Parameters.append(2, llvm::Type::getInt64Ty(Lowering.Context));
    else
      Parameters.push_back(Lowering.type(Parameter));
  llvm::Type *Result = llvm::Type::getVoidTy(Lowering.Context);
  if (Type.Results.size() == 1)
    Result = Lowering.type(Type.Results[0]);
  else if (Type.Results.size() > 1 && !returnsThroughBuffer(Type))
    Result = resultStruct(Lowering, Type);
  return FunctionType::get(Result, Parameters, false);
}

SmallVector<Value *, 8> codeOperands(const ModuleLowering &Lowering, IRBuilderBase &Builder,
                                     llvm::Function &F, const FuncType &Type) {
  SmallVector<Value *, 8> Operands;
  unsigned Index = firstOperand(Lowering, Type);
  for (const auto [Parameter, IsSplit] : zip_equal(Type.Parameters, splitParameters(Type))) {
    Value *Operand = F.getArg(Index++);
    if (IsSplit) {
      Value *Halves = PoisonValue::get(halves(Builder));
      Halves = Builder.CreateInsertElement(Halves, Operand, uint64_t(0));
      Halves = Builder.CreateInsertElement(Halves, F.getArg(Index++), uint64_t(1));
      Operand = Builder.CreateBitCast(Halves, Lowering.type(Parameter));
    }
    Operands.push_back(Operand);
  }
  return Operands;
}

Argument *codeBuffer(const ModuleLowering &Lowering, llvm::Function &F, const FuncType &Type) {
  return returnsThroughBuffer(Type) ? F.getArg(firstOperand(Lowering, Type) - 1) : nullptr;
}

ResultValues callCode(const ModuleLowering &Lowering, IRBuilderBase &Builder, const FuncType &Type,
                      Value *Code, Value *Instance, ArrayRef<Value *> Operands, CallInst **Call) {
  Value *Buffer = returnsThroughBuffer(Type) ? createBuffer(Lowering, Builder, Type) : nullptr;
  CallInst *Made = createCall(Lowering, Builder, Type, Code,
                              argumentsOf(Lowering, Builder, Type, Instance, Buffer, Operands));
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
  CallInst *Call = createCall(Lowering, Builder, Type, Code,
                              argumentsOf(Lowering, Builder, Type, Instance, Buffer, Operands));
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
