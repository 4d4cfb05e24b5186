//===- EntryPoints.cpp - A library's exports as C functions ----------------===//

#include "Lower/ModuleLowering.h"

#include "Wasm/ExportNames.h"

using namespace llvm;

namespace w2n {

namespace {

bool isVector(ValType Type) { return Type.kind() == ValType::V128; }

/// R f(instance, parameters...). C ABIs pass vectors and structs in ways of their own, so
/// a v128 is passed by its address, and results are written to a struct behind one more
/// parameter where they are several or have a v128 among them.
FunctionType *entryType(ModuleLowering &Lowering, const FuncType &Type) {
  SmallVector<llvm::Type *, 8> Parameters = {Lowering.pointer()};
  for (const ValType Parameter : Type.Parameters)
    Parameters.push_back(isVector(Parameter) ? Lowering.pointer() : Lowering.type(Parameter));
  if (!exportReturnsStruct(Type))
    return FunctionType::get(Lowering.resultType(Type.Results), Parameters, false);
  Parameters.push_back(Lowering.pointer());
  return FunctionType::get(llvm::Type::getVoidTy(Lowering.Context), Parameters, false);
}

/// What C has for the struct of results: a v128 there is two 64-bit numbers.
StructType *resultStruct(ModuleLowering &Lowering, const FuncType &Type) {
  SmallVector<llvm::Type *, 4> Members;
  for (const ValType Result : Type.Results)
    Members.push_back(isVector(Result) ? ArrayType::get(llvm::Type::getInt64Ty(Lowering.Context), 2)
                                       : Lowering.type(Result));
  return StructType::get(Lowering.Context, Members);
}

void storeResults(ModuleLowering &Lowering, IRBuilder<> &Builder, const FuncType &Type,
                  Value *Results, Value *Destination) {
  StructType *Struct = resultStruct(Lowering, Type);
  for (size_t I = 0; I < Type.Results.size(); ++I) {
    Value *Member = Type.Results.size() == 1 ? Results : Builder.CreateExtractValue(Results, I);
    Builder.CreateAlignedStore(Member, Builder.CreateStructGEP(Struct, Destination, I),
                               Lowering.alignment(Member->getType()));
  }
}

void createEntryPoint(ModuleLowering &Lowering, const Export &E) {
  const w2n::Function &Exported = Lowering.Wasm.Functions[E.Index];
  const FuncType &Type = Lowering.Wasm.typeOf(Exported);
  llvm::Function *F = Lowering.createCFunction(entryType(Lowering, Type),
                                               exportSymbol(Lowering.Options.ModuleName, E.Name),
                                               GlobalValue::ExternalLinkage);
  IRBuilder<> Builder(BasicBlock::Create(Lowering.Context, "", F));
  CallTarget Target{Lowering.code(E.Index), F->getArg(0)};
  if (Exported.Import)
    Target = Lowering.Instance->importedFunction(Builder, F->getArg(0), E.Index);
  SmallVector<Value *, 8> Arguments = {Target.Instance};
  for (const auto [I, Parameter] : enumerate(Type.Parameters)) {
    Value *Argument = F->getArg(1 + I);
    llvm::Type *Whole = Lowering.type(Parameter);
    Arguments.push_back(isVector(Parameter)
                            ? Builder.CreateAlignedLoad(Whole, Argument, Lowering.alignment(Whole))
                            : Argument);
  }
  CallInst *Call = Builder.CreateCall(Lowering.codeType(Type), Target.Code, Arguments);
  Call->setCallingConv(CallingConv::Fast);
  if (exportReturnsStruct(Type))
    storeResults(Lowering, Builder, Type, Call, F->getArg(F->arg_size() - 1));
  if (F->getReturnType()->isVoidTy())
    Builder.CreateRetVoid();
  else
    Builder.CreateRet(Call);
}

} // namespace

void createEntryPoints(ModuleLowering &Lowering) {
  for (const Export &E : Lowering.Wasm.Exports)
    if (E.Kind == ExternKind::Function)
      createEntryPoint(Lowering, E);
}

} // namespace w2n
