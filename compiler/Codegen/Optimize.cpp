//===- Optimize.cpp - The pass pipeline ------------------------------------===//

#include "Codegen/CPULevels.h"
#include "Codegen/FunctionOrder.h"
#include "Codegen/Passes.h"
#include "Codegen/RunPasses.h"
#include "Codegen/Tuning.h"

#include "llvm/Analysis/ProfileSummaryInfo.h"
#include "llvm/Analysis/TargetLibraryInfo.h"

using namespace llvm;

namespace w2n {

static llvm::OptimizationLevel passLevel(OptimizationLevel Level) {
  switch (Level) {
  case OptimizationLevel::O0:
    return llvm::OptimizationLevel::O0;
  case OptimizationLevel::O1:
    return llvm::OptimizationLevel::O1;
  case OptimizationLevel::O2:
    return llvm::OptimizationLevel::O2;
  case OptimizationLevel::O3:
    return llvm::OptimizationLevel::O3;
  case OptimizationLevel::Os:
    return llvm::OptimizationLevel::Os;
  }
  llvm_unreachable("unknown optimisation level");
}

/// The runtime has these three functions of the C library and no others.
static TargetLibraryInfoImpl availableLibrary(const Triple &TheTriple) {
  TargetLibraryInfoImpl Library(TheTriple);
  Library.disableAllFunctions();
  for (const LibFunc Function : {LibFunc_memcpy, LibFunc_memmove, LibFunc_memset})
    Library.setAvailable(Function);
  return Library;
}

static ModulePassManager buildPipeline(PassBuilder &Builder, OptimizationLevel Level) {
  if (hasOwnPasses(Level))
    return buildModulePasses();
  if (Level == OptimizationLevel::O0)
    return Builder.buildO0DefaultPipeline(passLevel(Level));
  addOwnPasses(Builder, Level);
  return Builder.buildPerModuleDefaultPipeline(passLevel(Level));
}

void runPasses(Module &M, TargetMachine &Machine, OptimizationLevel Level,
               function_ref<ModulePassManager(PassBuilder &)> Build) {
  PipelineTuningOptions Tuning;
  Tuning.LoopVectorization = Level >= OptimizationLevel::O2;
  Tuning.SLPVectorization = Level >= OptimizationLevel::O2;
  PassBuilder Builder(&Machine, Tuning);
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

void optimizeModule(Module &M, TargetMachine &Machine, const CodegenOptions &Options) {
  tuneForAnyCPU(M, Machine);
  runPasses(M, Machine, Options.Level, [&](PassBuilder &Builder) {
    const CPULevelsPass Levels(Machine.getTargetCPU().str(), Options.Levels);
    const bool HasLevels = !Options.Levels.Higher.empty();
    // Once all is inlined, and before loops are optimised for what the CPU has.
    if (HasLevels && !hasOwnPasses(Options.Level))
      Builder.registerOptimizerEarlyEPCallback(
          [&](ModulePassManager &Passes, llvm::OptimizationLevel, ThinOrFullLTOPhase) {
            Passes.addPass(CPULevelsPass(Levels));
          });
    ModulePassManager Passes = buildPipeline(Builder, Options.Level);
    if (HasLevels && hasOwnPasses(Options.Level))
      Passes.addPass(CPULevelsPass(Levels));
    if (!Options.Profile.empty())
      Passes.addPass(FunctionOrderPass());
    return Passes;
  });
}

void optimizeFunctions(Module &M, TargetMachine &Machine, const CodegenOptions &Options) {
  if (!hasOwnPasses(Options.Level))
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
