//===- Lower.cpp - From a valid module to LLVM IR --------------------------===//

#include "Lower/Lower.h"
#include "Lower/CImports.h"
#include "Lower/EnvRuntime.h"
#include "Lower/Finish.h"
#include "Lower/ModuleLowering.h"

#include "Support/Error.h"

using namespace llvm;

namespace w2n {

namespace {

Error errorAt(uint64_t Offset, const Twine &Message) { return inputErrorAt(Offset, Message); }

/// A program has nobody to import from but WASI.
Error checkImport(const Module &Wasm, const Import &From) {
  const std::string Name = ("'" + From.Module + "." + From.Name + "'").str();
  if (From.Kind != ExternKind::Function)
    return errorAt(From.Offset, "a program cannot import " + Name + ": only functions of " +
                                    WasiModule + " are provided");
  const WasiFunction *Row = findWasiFunction(From.Module, From.Name);
  if (!Row && (From.Module == WasiModule || From.Module == WasiUnstableModule))
    return errorAt(From.Offset,
                   "undefined import " + Name + ": " + From.Module + " has no such function");
  if (!Row)
    return errorAt(From.Offset, "undefined import " + Name +
                                    ": a program can import only the functions of " + WasiModule +
                                    " and " + WasiUnstableModule);
  const std::string Letters = signatureLetters(Wasm.typeOf(Wasm.Functions[From.Index]));
  if (Letters != Row->Signature)
    return errorAt(From.Offset, "import " + Name + " has type " +
                                    Wasm.typeOf(Wasm.Functions[From.Index]).str() +
                                    ", which is not the type WASI gives it");
  return Error::success();
}

/// The function that a program runs, or why there is none.
Error checkEntry(const Module &Wasm, const LowerOptions &Options) {
  const std::string Name = Options.Invoke.value_or("_start");
  const Export *Entry = Wasm.findExport(Name);
  if (!Entry && !Options.Invoke)
    return inputError("the module exports no function '_start': use --invoke=NAME to make a "
                      "program that calls another export, or -c for a library");
  if (!Entry || Entry->Kind != ExternKind::Function)
    return inputError("the module exports no function '" + Name + "'");
  const FuncType &Type = Wasm.typeOf(Wasm.Functions[Entry->Index]);
  if (!Options.Invoke && Type != FuncType{})
    return errorAt(Entry->Offset, "'_start' has type " + Type.str() + ", not () -> ()");
  if (Options.Invoke && signatureLetters(Type).find('v') != std::string::npos)
    return errorAt(Entry->Offset, "'" + Name + "' has type " + Type.str() +
                                      ": --invoke cannot pass a v128 on the command line");
  return Error::success();
}

} // namespace

Error checkLowerable(const ValidModule &Wasm, const LowerOptions &Options) {
  if (Options.Kind == Placement::Library)
    return Error::success();
  for (const Import &From : Wasm->Imports)
    if (Error E = checkImport(*Wasm, From))
      return E;
  return checkEntry(*Wasm, Options);
}

static void lowerDescriptor(ModuleLowering &Lowering) {
  llvm::Function *Initialize = Lowering.createInitialize();
  if (Lowering.isProgram()) {
    createProgramDescriptor(Lowering, Initialize);
  } else {
    createEntryPoints(Lowering, createLibraryDescriptor(Lowering, Initialize));
  }
  createOriginNote(Lowering);
}

void lower(const LoweringPlan &Plan, size_t Part, const TargetSpec &Target,
           const LowerOptions &Options, llvm::Module &M) {
  ModuleLowering Lowering(Plan, Part, Target, Options, M);
  setAddressProof(M, Lowering.addressProof());
  const LoweringPlan::Range Functions = Plan.functions(Part);
  for (uint32_t Index = Functions.First; Index < Functions.End; ++Index)
    lowerFunction(Lowering, Index);
  for (const uint32_t Index : Plan.inlinable(Part)) {
    lowerFunction(Lowering, Index);
    Lowering.code(Index)->setLinkage(GlobalValue::AvailableExternallyLinkage);
  }
  promoteImportCalls(M);
  if (Part == 0)
    lowerDescriptor(Lowering);
  if (Part == 0 && Plan.size() != 1)
    Lowering.defineShared();
  if (Lowering.Debug)
    Lowering.Debug->finish();
  requireAbiVersion(M);
}

void lower(const ValidModule &Wasm, const TargetSpec &Target, const LowerOptions &Options,
           llvm::Module &M) {
  lower(LoweringPlan(Wasm, Options), 0, Target, Options, M);
}

void finishLowering(llvm::Module &M, bool IsDynamicLibrary, StringRef Table, StringRef NextTable) {
  dropCallsWithoutTraps(M);
  addFunctionTable(M, Table, NextTable);
  if (IsDynamicLibrary)
    callThroughRuntimeLink(M);
}

} // namespace w2n
