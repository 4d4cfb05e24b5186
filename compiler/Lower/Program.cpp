//===- Program.cpp - The descriptor of a program ---------------------------===//

#include "Lower/EnvRuntime.h"
#include "Lower/ModuleLowering.h"
#include "Lower/Unwinding.h"

#include "abi/constants.h"

using namespace llvm;

namespace w2n {

namespace {

using abi::program_field;

/// The functions of a program that the runtime calls have the C calling convention
/// and no parameters.
llvm::Function *createEntry(ModuleLowering &Lowering, const Twine &Name, uint32_t Index) {
  llvm::Function *F =
      Lowering.createCFunction(FunctionType::get(Type::getVoidTy(Lowering.Context), false), Name,
                               GlobalValue::InternalLinkage);
  IRBuilder<> Builder(BasicBlock::Create(Lowering.Context, "", F));
  CallInst *Call = nullptr;
  callCode(Lowering, Builder, {}, Lowering.code(Index), nullptr, {}, &Call);
  // Backtraces should end in the module's own function.
  Call->setIsNoInline();
  if (Lowering.Throws.mayThrow(Index))
    endAtException(Lowering, Builder, nullptr);
  Builder.CreateRetVoid();
  return F;
}

/// A reactor (WASI's name for a module that is initialised once and then called) has
/// to be initialised by its _initialize.
void callReactorInitialize(ModuleLowering &Lowering, IRBuilder<> &Builder) {
  const Export *Reactor = Lowering.Wasm.findExport("_initialize");
  if (!Reactor || Reactor->Kind != ExternKind::Function)
    return;
  const FuncType &Type = Lowering.Wasm.typeOf(Lowering.Wasm.Functions[Reactor->Index]);
  if (Type != FuncType{})
    return;
  callCode(Lowering, Builder, Type, Lowering.code(Reactor->Index), nullptr, {});
  if (Lowering.Throws.mayThrow(Reactor->Index))
    endAtException(Lowering, Builder, nullptr);
}

void setInvoke(ModuleLowering &Lowering, AbiConstant<program_field> &Program) {
  const StringRef Name = *Lowering.Options.Invoke;
  const uint32_t Index = Lowering.Wasm.findExport(Name)->Index;
  const FuncType &Type = Lowering.Wasm.typeOf(Lowering.Wasm.Functions[Index]);
  llvm::Function *F = Lowering.createCFunction(
      FunctionType::get(Type::getVoidTy(Lowering.Context), {Lowering.pointer()}, false), "invoke",
      GlobalValue::InternalLinkage);
  IRBuilder<> Builder(BasicBlock::Create(Lowering.Context, "", F));
  callReactorInitialize(Lowering, Builder);
  emitArrayCall(Lowering, Builder, Type, Lowering.code(Index), nullptr, F->getArg(0));
  if (Lowering.Throws.mayThrow(Index))
    endAtException(Lowering, Builder, nullptr);
  Builder.CreateRetVoid();
  Program
      .set(program_field::entry,
           cast<Constant>(declareBuiltin(Lowering.M, Builtin::invoke).getCallee()))
      .set(program_field::invoke_name, Lowering.string(Name))
      .set(program_field::invoke_signature, Lowering.string(signatureLetters(Type)))
      .set(program_field::invoke, F);
}

/// The memory that WASI's pointers point into: by convention the one exported as
/// "memory".
Constant *wasiMemory(ModuleLowering &Lowering) {
  const Module &Wasm = Lowering.Wasm;
  if (Wasm.Memories.empty())
    return Constant::getNullValue(Lowering.pointer());
  const Export *Named = Wasm.findExport("memory");
  const uint32_t Index = Named && Named->Kind == ExternKind::Memory ? Named->Index : 0;
  IRBuilder<> Builder(Lowering.Context);
  return cast<Constant>(Lowering.Instance->memory(Builder, nullptr, Index));
}

uint64_t flagsOf(const LowerOptions &Options) {
  return Options.Bounds == BoundsMode::Guard ? W2N_PROGRAM_GUARDED : 0;
}

/// Where the program keeps references to exceptions.
void setExceptionRoots(ModuleLowering &Lowering, AbiConstant<program_field> &Program) {
  const Module &Wasm = Lowering.Wasm;
  const auto HoldsExceptions = [](ValType Type) {
    return Type.isRef() && (Type.heap() == HeapKind::Exn || Type.heap() == HeapKind::NoExn);
  };
  IRBuilder<> Builder(Lowering.Context);
  SmallVector<Constant *> Globals, Tables;
  for (const auto [Index, G] : enumerate(Wasm.Globals))
    if (HoldsExceptions(G.Type.Type))
      Globals.push_back(cast<Constant>(Lowering.Instance->global(Builder, nullptr, Index)));
  for (const auto [Index, T] : enumerate(Wasm.Tables))
    if (HoldsExceptions(T.Type.Element))
      Tables.push_back(cast<Constant>(Lowering.Instance->table(Builder, nullptr, Index)));
  Program
      .set(program_field::exception_globals,
           Lowering.array(Lowering.pointer(), Globals, "exception_globals"))
      .set(program_field::exception_global_count, Globals.size())
      .set(program_field::exception_tables,
           Lowering.array(Lowering.pointer(), Tables, "exception_tables"))
      .set(program_field::exception_table_count, Tables.size());
}

} // namespace

void createProgramDescriptor(ModuleLowering &Lowering, llvm::Function *Initialize) {
  const LowerOptions &Options = Lowering.Options;
  AbiConstant<program_field> Program(Lowering.Abi);
  Program.set(program_field::abi_version, W2N_ABI_VERSION)
      .set(program_field::flags, flagsOf(Options))
      .set(program_field::initialize, Initialize)
      .set(program_field::memory, wasiMemory(Lowering))
      .set(program_field::function_table, functionTablePlaceholder(Lowering.M))
      .set(program_field::cpu_features, Options.CPUFeatures)
      .set(program_field::stack_size, Options.StackSize);
  if (Options.Invoke)
    setInvoke(Lowering, Program);
  else
    Program.set(program_field::entry,
                createEntry(Lowering, "entry", Lowering.Wasm.findExport("_start")->Index));
  setExceptionRoots(Lowering, Program);
  // A program that imports nothing of WASI could do nothing with them.
  if (!Options.Capabilities.Listeners.empty() && !Lowering.Wasm.Imports.empty())
    Program.set(program_field::open_listeners,
                cast<Constant>(declareBuiltin(Lowering.M, Builtin::open_listeners).getCallee()));
  if (Options.Capabilities.ProfileOutput)
    Program.set(program_field::write_profile,
                cast<Constant>(declareBuiltin(Lowering.M, Builtin::write_profile).getCallee()));
  createCapabilities(Lowering);
  auto *Descriptor = new GlobalVariable(Lowering.M, Program.get()->getType(), true,
                                        GlobalValue::ExternalLinkage, Program.get(), "w2n_program");
  Descriptor->setVisibility(GlobalValue::HiddenVisibility);
  Descriptor->setDSOLocal(true);
}

} // namespace w2n
