//===- EntryPoints.cpp - A library's exports as C functions ----------------===//

#include "Lower/ModuleLowering.h"
#include "Lower/Unwinding.h"

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
  llvm::Type *Result = llvm::Type::getVoidTy(Lowering.Context);
  if (exportReturnsStruct(Type))
    Parameters.push_back(Lowering.pointer());
  else if (!Type.Results.empty())
    Result = Lowering.type(Type.Results[0]);
  return FunctionType::get(Result, Parameters, false);
}

/// Writes results as a C struct of them is laid out, in which a v128 is two 64-bit numbers.
void storeResults(ModuleLowering &Lowering, IRBuilder<> &Builder, ArrayRef<Value *> Results,
                  Value *Destination) {
  SmallVector<llvm::Type *, 4> Members;
  for (const Value *Result : Results)
    Members.push_back(Result->getType()->isVectorTy() ? ArrayType::get(Builder.getInt64Ty(), 2)
                                                      : Result->getType());
  auto *Struct = StructType::get(Lowering.Context, Members);
  for (const auto [I, Result] : enumerate(Results))
    Builder.CreateAlignedStore(Result, Builder.CreateStructGEP(Struct, Destination, I),
                               Lowering.alignment(Result->getType()));
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
  for (const auto [I, Parameter] : enumerate(Type.Parameters)) {
    Value *Argument = F->getArg(1 + I);
    llvm::Type *Whole = Lowering.type(Parameter);
    Operands.push_back(isVector(Parameter)
                           ? Builder.CreateAlignedLoad(Whole, Argument, Lowering.alignment(Whole))
                           : Argument);
  }
  CallInst *Call = nullptr;
  const ResultValues Results =
      callCode(Lowering, Builder, Type, Target.Code, Target.Instance, Operands, &Call);
  // Backtraces should end in the module's own function.
  Call->setIsNoInline();
  if (Lowering.Throws.mayThrow(E.Index))
    endAtException(Lowering, Builder, F->getArg(0));
  if (exportReturnsStruct(Type))
    storeResults(Lowering, Builder, Results, F->getArg(F->arg_size() - 1));
  if (F->getReturnType()->isVoidTy())
    Builder.CreateRetVoid();
  else
    Builder.CreateRet(Results[0]);
}

} // namespace

void createEntryPoints(ModuleLowering &Lowering) {
  for (const Export &E : Lowering.Wasm.Exports)
    if (E.Kind == ExternKind::Function)
      createEntryPoint(Lowering, E);
}

} // namespace w2n
