//===- EntryPoints.cpp - A library's exports as C functions ----------------===//
//
// Each is declared by the header that Interface/ writes.
//
//===----------------------------------------------------------------------===//

#include "Lower/CSignature.h"
#include "Lower/EnvRuntime.h"
#include "Lower/Unwinding.h"

#include "Wasm/CNames.h"

#include "abi/constants.h"

using namespace llvm;

namespace w2n {

namespace {

/// What every C function of a library does first: it has an instance and a place for code.
struct EntryPoint {
  llvm::Function *F;
  IRBuilder<> Builder;

  EntryPoint(ModuleLowering &Lowering, FunctionType *Type, const Twine &Symbol)
      : F(Lowering.createCFunction(Type, Symbol, GlobalValue::ExternalLinkage)),
        Builder(BasicBlock::Create(Lowering.Context, "", F)) {
    // An object may become a part of a shared library, whose functions others could take the place
    // of; but tables of the module have distances to this one.
    if (Lowering.Target.Format == ObjectFormat::ELF)
      F->setVisibility(GlobalValue::ProtectedVisibility);
  }
  Value *instance() const { return F->getArg(0); }
};

/// Calls an exported function from outside, and gives its results.
ResultValues callExport(ModuleLowering &Lowering, EntryPoint &Entry, const Export &E,
                        ArrayRef<Value *> Operands) {
  const w2n::Function &Exported = Lowering.Wasm.Functions[E.Index];
  CallTarget Target{Lowering.code(E.Index), Entry.instance()};
  if (Exported.Import)
    Target = Lowering.Instance->importedFunction(Entry.Builder, Entry.instance(), E.Index);
  CallInst *Call = nullptr;
  ResultValues Results = callCode(Lowering, Entry.Builder, Lowering.Wasm.typeOf(Exported),
                                  Target.Code, Target.Instance, Operands, &Call);
  // What is inlined here has its place in backtraces taken by this function, in
  // addFunctionTable(); there are two such, so that only little is worth it.
  constexpr uint64_t SmallBody = 64;
  if (Exported.Import || Exported.Body.Size > SmallBody)
    Call->setIsNoInline();
  else
    Entry.F->addFnAttr("wasm-export", Lowering.code(E.Index)->getName());
  if (Lowering.Throws.mayThrow(E.Index))
    endAtException(Lowering, Entry.Builder, Entry.instance());
  return Results;
}

/// R NAME_EXPORT(instance, parameters...): a call, and nothing that a trap could come back to.
void createDirectCall(ModuleLowering &Lowering, const Export &E) {
  const FuncType &Type = Lowering.Wasm.typeOf(Lowering.Wasm.Functions[E.Index]);
  const CSignature Signature(Lowering, Type, 1);
  EntryPoint Entry(Lowering, Signature.functionType(),
                   exportSymbol(Lowering.Options.ModuleName, E.Name));
  IRBuilder<> &Builder = Entry.Builder;
  const ResultValues Results =
      callExport(Lowering, Entry, E, Signature.operands(Builder, *Entry.F));
  if (exportReturnsStruct(Type))
    Signature.storeResults(Builder, Results, Entry.F->getArg(Entry.F->arg_size() - 1));
  if (Entry.F->getReturnType()->isVoidTy())
    Builder.CreateRetVoid();
  else
    Builder.CreateRet(Results[0]);
}

/// w2n_trap *NAME_try_EXPORT(instance, parameters..., results): the same, where a trap comes back
/// to as a second return of begin_call.
void createTry(ModuleLowering &Lowering, const Export &E) {
  const FuncType &Type = Lowering.Wasm.typeOf(Lowering.Wasm.Functions[E.Index]);
  const CSignature Signature(Lowering, Type, 1);
  EntryPoint Entry(Lowering, Signature.pointerToResultsType(Lowering.pointer()),
                   exportSymbol(Lowering.Options.ModuleName, "try", E.Name));
  IRBuilder<> &Builder = Entry.Builder;
  AllocaInst *Activation =
      Builder.CreateAlloca(ArrayType::get(Builder.getInt8Ty(), W2N_ACTIVATION_SIZE));
  Activation->setAlignment(Align(16));
  CallInst *Begin = callBuiltin(Builder, Builtin::begin_call,
                                {Activation, Lowering.Instance->store(Builder, Entry.instance())});
  Begin->setCanReturnTwice();
  BasicBlock *Begun = BasicBlock::Create(Lowering.Context, "begun", Entry.F);
  BasicBlock *Trapped = BasicBlock::Create(Lowering.Context, "trapped", Entry.F);
  Builder.CreateCondBr(Builder.CreateIsNull(Begin), Begun, Trapped);

  Builder.SetInsertPoint(Trapped);
  Builder.CreateRet(callBuiltin(Builder, Builtin::trap_of_call, {Activation}));

  Builder.SetInsertPoint(Begun);
  const ResultValues Results =
      callExport(Lowering, Entry, E, Signature.operands(Builder, *Entry.F));
  callBuiltin(Builder, Builtin::end_call, {Activation});
  if (!Type.Results.empty())
    Signature.storeResults(Builder, Results, Entry.F->getArg(Entry.F->arg_size() - 1));
  Builder.CreateRet(Constant::getNullValue(Lowering.pointer()));
}

/// OBJECT *NAME_WHAT_EXPORT(instance)
void createHandle(ModuleLowering &Lowering, const Export &E, StringRef What) {
  auto *Pointer = Lowering.pointer();
  EntryPoint Entry(Lowering, FunctionType::get(Pointer, {Pointer}, false),
                   exportSymbol(Lowering.Options.ModuleName, What, E.Name));
  Value *Object = nullptr;
  if (E.Kind == ExternKind::Memory)
    Object = Lowering.Instance->memory(Entry.Builder, Entry.instance(), E.Index);
  else if (E.Kind == ExternKind::Table)
    Object = Lowering.Instance->table(Entry.Builder, Entry.instance(), E.Index);
  else if (E.Kind == ExternKind::Global)
    Object = Lowering.Instance->global(Entry.Builder, Entry.instance(), E.Index);
  else
    Object = Lowering.Instance->tag(Entry.Builder, Entry.instance(), E.Index);
  Entry.Builder.CreateRet(Object);
}

/// The value of a global as the result of a function without parameters.
void createGlobalGet(ModuleLowering &Lowering, const Export &E) {
  const FuncType Type{{}, {Lowering.Wasm.Globals[E.Index].Type.Type}};
  const CSignature Signature(Lowering, Type, 1);
  EntryPoint Entry(Lowering, Signature.functionType(),
                   exportSymbol(Lowering.Options.ModuleName, "global_get", E.Name));
  IRBuilder<> &Builder = Entry.Builder;
  llvm::Type *Whole = Lowering.type(Type.Results[0]);
  Value *Loaded = Builder.CreateAlignedLoad(
      Whole, Lowering.Instance->global(Builder, Entry.instance(), E.Index),
      Lowering.alignment(Whole));
  if (exportReturnsStruct(Type)) {
    Signature.storeResults(Builder, {Loaded}, Entry.F->getArg(1));
    Builder.CreateRetVoid();
  } else {
    Builder.CreateRet(Loaded);
  }
}

void createGlobalSet(ModuleLowering &Lowering, const Export &E) {
  const FuncType Type{{Lowering.Wasm.Globals[E.Index].Type.Type}, {}};
  const CSignature Signature(Lowering, Type, 1);
  EntryPoint Entry(Lowering, Signature.functionType(),
                   exportSymbol(Lowering.Options.ModuleName, "global_set", E.Name));
  IRBuilder<> &Builder = Entry.Builder;
  Value *Operand = Signature.operands(Builder, *Entry.F)[0];
  Builder.CreateAlignedStore(Operand, Lowering.Instance->global(Builder, Entry.instance(), E.Index),
                             Lowering.alignment(Operand->getType()));
  Builder.CreateRetVoid();
}

/// NAME_instantiate and NAME_free.
void createLifetime(ModuleLowering &Lowering, Constant *Descriptor) {
  auto *Pointer = Lowering.pointer();
  const std::string &Library = Lowering.Options.ModuleName;
  EntryPoint Instantiate(Lowering, FunctionType::get(Pointer, {Pointer, Pointer, Pointer}, false),
                         Library + "_instantiate");
  Instantiate.Builder.CreateRet(callBuiltin(
      Instantiate.Builder, Builtin::instantiate_c,
      {Descriptor, Instantiate.F->getArg(0), Instantiate.F->getArg(1), Instantiate.F->getArg(2)}));
  EntryPoint Free(Lowering,
                  FunctionType::get(llvm::Type::getVoidTy(Lowering.Context), {Pointer}, false),
                  Library + "_free");
  callBuiltin(Free.Builder, Builtin::instance_free, {Free.instance()});
  Free.Builder.CreateRetVoid();
}

} // namespace

void createEntryPoints(ModuleLowering &Lowering, Constant *Descriptor) {
  createLifetime(Lowering, Descriptor);
  for (const Export &E : Lowering.Wasm.Exports) {
    switch (E.Kind) {
    case ExternKind::Function:
      createDirectCall(Lowering, E);
      createTry(Lowering, E);
      break;
    case ExternKind::Memory:
      createHandle(Lowering, E, "memory");
      break;
    case ExternKind::Table:
      createHandle(Lowering, E, "table");
      break;
    case ExternKind::Global:
      createHandle(Lowering, E, "global");
      createGlobalGet(Lowering, E);
      if (hasSetter(Lowering.Wasm.Globals[E.Index].Type))
        createGlobalSet(Lowering, E);
      break;
    case ExternKind::Tag:
      createHandle(Lowering, E, "tag");
      break;
    }
  }
}

} // namespace w2n
