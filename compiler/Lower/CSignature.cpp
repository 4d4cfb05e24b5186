//===- CSignature.cpp - Function types as C has them -----------------------===//

#include "Lower/CSignature.h"

#include "Wasm/CNames.h"

using namespace llvm;

namespace w2n {

namespace {

bool isVector(ValType Type) { return Type.kind() == ValType::V128; }

} // namespace

SmallVector<Type *, 8> CSignature::parameters() const {
  SmallVector<llvm::Type *, 8> Result(Leading, Lowering.pointer());
  for (const ValType Parameter : Type.Parameters)
    Result.push_back(isVector(Parameter) ? Lowering.pointer() : Lowering.type(Parameter));
  return Result;
}

FunctionType *CSignature::functionType() const {
  llvm::Type *Void = llvm::Type::getVoidTy(Lowering.Context);
  if (exportReturnsStruct(Type))
    return pointerToResultsType(Void);
  return FunctionType::get(Type.Results.empty() ? Void : Lowering.type(Type.Results[0]),
                           parameters(), false);
}

FunctionType *CSignature::pointerToResultsType(llvm::Type *Returned) const {
  SmallVector<llvm::Type *, 8> Parameters = parameters();
  if (!Type.Results.empty())
    Parameters.push_back(Lowering.pointer());
  return FunctionType::get(Returned, Parameters, false);
}

SmallVector<Value *, 8> CSignature::operands(IRBuilderBase &Builder, llvm::Function &F) const {
  SmallVector<Value *, 8> Result;
  for (const auto [I, Parameter] : enumerate(Type.Parameters)) {
    Value *Argument = F.getArg(Leading + I);
    llvm::Type *Whole = Lowering.type(Parameter);
    Result.push_back(isVector(Parameter)
                         ? Builder.CreateAlignedLoad(Whole, Argument, Lowering.alignment(Whole))
                         : Argument);
  }
  return Result;
}

/// As C lays it out: a v128 is two 64-bit numbers.
StructType *CSignature::resultStruct() const {
  SmallVector<llvm::Type *, 4> Members;
  for (const ValType Result : Type.Results)
    Members.push_back(isVector(Result) ? ArrayType::get(llvm::Type::getInt64Ty(Lowering.Context), 2)
                                       : Lowering.type(Result));
  return StructType::get(Lowering.Context, Members);
}

void CSignature::storeResults(IRBuilderBase &Builder, ArrayRef<Value *> Results,
                              Value *Destination) const {
  StructType *Struct = resultStruct();
  for (const auto [I, Result] : enumerate(Results))
    Builder.CreateAlignedStore(Result, Builder.CreateStructGEP(Struct, Destination, I),
                               Lowering.alignment(Result->getType()));
}

SmallVector<Value *, 8> CSignature::call(IRBuilderBase &Builder, Value *Callee,
                                         ArrayRef<Value *> LeadingArguments,
                                         ArrayRef<Value *> Operands) const {
  SmallVector<Value *, 8> Arguments(LeadingArguments);
  for (Value *Operand : Operands) {
    if (!Operand->getType()->isVectorTy()) {
      Arguments.push_back(Operand);
      continue;
    }
    Value *Place = Builder.CreateAlloca(Operand->getType());
    Builder.CreateStore(Operand, Place);
    Arguments.push_back(Place);
  }
  if (!exportReturnsStruct(Type)) {
    CallInst *Call = Builder.CreateCall(functionType(), Callee, Arguments);
    return Type.Results.empty() ? SmallVector<Value *, 8>{} : SmallVector<Value *, 8>{Call};
  }
  StructType *Struct = resultStruct();
  Value *Place = Builder.CreateAlloca(Struct);
  Arguments.push_back(Place);
  Builder.CreateCall(functionType(), Callee, Arguments);
  SmallVector<Value *, 8> Results;
  for (const auto [I, Result] : enumerate(Type.Results)) {
    llvm::Type *Whole = Lowering.type(Result);
    Results.push_back(Builder.CreateAlignedLoad(Whole, Builder.CreateStructGEP(Struct, Place, I),
                                                Lowering.alignment(Whole)));
  }
  return Results;
}

} // namespace w2n
