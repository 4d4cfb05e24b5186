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
  llvm::Type *Result = Lowering.resultType(Type.Results);
  if (Type.Results.size() > 1) {
    Parameters.push_back(Lowering.pointer());
    Result = llvm::Type::getVoidTy(Lowering.Context);
  }
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
  SmallVector<Value *, 8> Arguments = {Target.Instance};
  for (size_t I = 0; I < Type.Parameters.size(); ++I)
    Arguments.push_back(F->getArg(1 + I));
  CallInst *Call = Builder.CreateCall(Lowering.codeType(Type), Target.Code, Arguments);
  Call->setCallingConv(CallingConv::Fast);
  if (Lowering.Throws.mayThrow(E.Index))
    endAtException(Lowering, Builder, F->getArg(0));
  if (Type.Results.size() > 1)
    Builder.CreateStore(Call, F->getArg(F->arg_size() - 1));
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
