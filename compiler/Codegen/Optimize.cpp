//===- Optimize.cpp - The pass pipeline ------------------------------------===//

#include "Codegen/CPULevels.h"
#include "Codegen/FunctionOrder.h"
#include "Codegen/Passes.h"
#include "Codegen/RunPasses.h"
#include "Codegen/Tuning.h"

#include "llvm/Analysis/ProfileSummaryInfo.h"
#include "llvm/Analysis/TargetLibraryInfo.h"
#include "llvm/IR/InstrTypes.h"
#include "llvm/IR/PassInstrumentation.h"
#include "llvm/Transforms/Utils/Cloning.h"

using namespace llvm;

namespace w2n {

static llvm::OptimizationLevel passLevel(OptimizationLevel Level) {
  switch (Level) {
  case OptimizationLevel::O0:
    break;
  case OptimizationLevel::O1:
    return llvm::OptimizationLevel::O1;
  case OptimizationLevel::O2:
    return llvm::OptimizationLevel::O2;
  case OptimizationLevel::O3:
    return llvm::OptimizationLevel::O3;
  case OptimizationLevel::Os:
    return llvm::OptimizationLevel::Os;
  }
  llvm_unreachable("a level without lists of passes");
}

/// The runtime has these three functions of the C library and no others.
static TargetLibraryInfoImpl availableLibrary(const Triple &TheTriple) {
  TargetLibraryInfoImpl Library(TheTriple);
  Library.disableAllFunctions();
  for (const LibFunc Function : {LibFunc_memcpy, LibFunc_memmove, LibFunc_memset})
    Library.setAvailable(Function);
  return Library;
}

static ModulePassManager buildPipeline(const Module &M, PassBuilder &Builder,
                                       OptimizationLevel Level) {
  if (hasOwnPasses(M, Level))
    return buildModulePasses();
  addOwnPasses(Builder, Level);
  return Builder.buildPerModuleDefaultPipeline(passLevel(Level));
}

/// LLVM's lists for -O3 and -Os take what one iteration stores for what the next one loads, and do
/// not see another store between them that overlaps a part of it: accesses of a typed language do
/// not, those of WebAssembly may.
static bool isRightForWebAssembly(StringRef PassName) {
  return PassName != "LoopLoadEliminationPass";
}

void runPasses(Module &M, TargetMachine &Machine, OptimizationLevel Level,
               function_ref<ModulePassManager(PassBuilder &)> Build) {
  PipelineTuningOptions Tuning;
  Tuning.LoopVectorization = Level >= OptimizationLevel::O2;
  Tuning.SLPVectorization = Level >= OptimizationLevel::O2;
  PassInstrumentationCallbacks Callbacks;
  Callbacks.registerShouldRunOptionalPassCallback(
      [](StringRef PassName, const Any &) { return isRightForWebAssembly(PassName); });
  PassBuilder Builder(&Machine, Tuning, /*PGOOpt=*/std::nullopt, &Callbacks);
  LoopAnalysisManager Loops;
  FunctionAnalysisManager Functions;
  CGSCCAnalysisManager CallGraph;
  ModuleAnalysisManager Modules;
  const TargetLibraryInfoImpl Library = availableLibrary(Machine.getTargetTriple());
  Functions.registerPass([&] { return TargetLibraryAnalysis(Library); });
  Builder.registerModuleAnalyses(Modules);
  Builder.registerCGSCCAnalyses(CallGraph);
  Builder.registerFunctionAnalyses(Functions);
  Builder.registerLoopAnalyses(Loops);
  Builder.crossRegisterProxies(Loops, Functions, CallGraph, Modules);
  Build(Builder).run(M, Modules);
}

/// All that -O0 asks of a module. LLVM's list for it looks at each instruction, three times.
static void inlineWhatAlwaysIs(Module &M) {
  for (Function &F : make_early_inc_range(M)) {
    if (F.isDeclaration() || !F.hasFnAttribute(Attribute::AlwaysInline))
      continue;
    for (User *U : make_early_inc_range(F.users()))
      if (auto *Call = dyn_cast<CallBase>(U); Call && Call->getCalledFunction() == &F) {
        InlineFunctionInfo Info;
        InlineFunction(*Call, Info);
      }
    if (F.hasLocalLinkage() && F.use_empty())
      F.eraseFromParent();
  }
}

void optimizeModule(Module &M, TargetMachine &Machine, const CodegenOptions &Options) {
  tuneForAnyCPU(M, Machine);
  const bool IsOptimized = Options.Level != OptimizationLevel::O0;
  if (!IsOptimized)
    inlineWhatAlwaysIs(M);
  runPasses(M, Machine, Options.Level, [&](PassBuilder &Builder) {
    const CPULevelsPass Levels(Machine.getTargetCPU().str(), Options.Levels);
    const bool HasLevels = !Options.Levels.Higher.empty();
    // Once all is inlined, and before loops are optimised for what the CPU has.
    const bool IsLLVMsList = IsOptimized && !hasOwnPasses(M, Options.Level);
    if (HasLevels && IsLLVMsList)
      Builder.registerOptimizerEarlyEPCallback(
          [&](ModulePassManager &Passes, llvm::OptimizationLevel, ThinOrFullLTOPhase) {
            Passes.addPass(CPULevelsPass(Levels));
          });
    ModulePassManager Passes;
    if (IsOptimized)
      Passes = buildPipeline(M, Builder, Options.Level);
    if (HasLevels && !IsLLVMsList)
      Passes.addPass(CPULevelsPass(Levels));
    if (!Options.Profile.empty())
      Passes.addPass(FunctionOrderPass());
    return Passes;
  });
}

void optimizeFunctions(Module &M, TargetMachine &Machine, const CodegenOptions &Options) {
  if (!hasOwnPasses(M, Options.Level))
    return;
  runPasses(M, Machine, Options.Level, [&](PassBuilder &) {
    ModulePassManager Passes;
    Passes.addPass(RequireAnalysisPass<ProfileSummaryAnalysis, Module>());
    Passes.addPass(createModuleToFunctionPassAdaptor(buildFunctionPasses(Options.Level),
                                                     /*EagerlyInvalidate=*/true));
    return Passes;
  });
}

} // namespace w2n
