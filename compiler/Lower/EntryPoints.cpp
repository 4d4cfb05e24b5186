//===- EntryPoints.cpp - A library's exports as C functions ----------------===//

#include "Lower/ModuleLowering.h"
#include "Lower/Unwinding.h"

#include "Wasm/ExportNames.h"

using namespace llvm;

namespace w2n {

namespace {

/// R f(instance, parameters...); several results are written to a struct behind one
/// more parameter, which every C ABI passes alike.
FunctionType *entryType(ModuleLowering &Lowering, const FuncType &Type) {
  SmallVector<llvm::Type *, 8> Parameters = {Lowering.pointer()};
  for (const ValType Parameter : Type.Parameters)
    Parameters.push_back(Lowering.type(Parameter));
  llvm::Type *Result = llvm::Type::getVoidTy(Lowering.Context);
  if (Type.Results.size() == 1)
    Result = Lowering.type(Type.Results[0]);
  if (Type.Results.size() > 1)
    Parameters.push_back(Lowering.pointer());
  return FunctionType::get(Result, Parameters, false);
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
  SmallVector<Value *, 8> Operands;
  for (size_t I = 0; I < Type.Parameters.size(); ++I)
    Operands.push_back(F->getArg(1 + I));
  const ResultValues Results =
      callCode(Lowering, Builder, Type, Target.Code, Target.Instance, Operands);
  if (Lowering.Throws.mayThrow(E.Index))
    endAtException(Lowering, Builder, F->getArg(0));
  if (Results.size() == 1) {
    Builder.CreateRet(Results[0]);
    return;
  }
  // As a C struct with these members is laid out.
  SmallVector<llvm::Type *, 4> Members;
  for (const Value *Result : Results)
    Members.push_back(Result->getType());
  auto *Struct = StructType::get(Lowering.Context, Members);
  for (const auto [I, Result] : enumerate(Results))
    Builder.CreateStore(Result, Builder.CreateStructGEP(Struct, F->getArg(F->arg_size() - 1), I));
  Builder.CreateRetVoid();
}

} // namespace

void createEntryPoints(ModuleLowering &Lowering) {
  for (const Export &E : Lowering.Wasm.Exports)
    if (E.Kind == ExternKind::Function)
      createEntryPoint(Lowering, E);
}

} // namespace w2n
