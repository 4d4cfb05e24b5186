//===- Optimize.cpp - The pass pipeline ------------------------------------===//

#include "Codegen/Codegen.h"
#include "Codegen/Passes.h"

#include "llvm/Analysis/TargetLibraryInfo.h"
#include "llvm/Passes/PassBuilder.h"

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

static ModulePassManager buildOwnPasses(OptimizationLevel Level) {
  FunctionPassManager Functions;
  if (Level >= OptimizationLevel::O2)
    Functions.addPass(buildLoopPasses());
  Functions.addPass(buildAddressPasses());
  ModulePassManager Passes = buildModulePasses();
  Passes.addPass(
      createModuleToFunctionPassAdaptor(std::move(Functions), /*EagerlyInvalidate=*/true));
  return Passes;
}

static ModulePassManager buildPipeline(PassBuilder &Builder, OptimizationLevel Level) {
  if (hasOwnPasses(Level))
    return buildOwnPasses(Level);
  if (Level == OptimizationLevel::O0)
    return Builder.buildO0DefaultPipeline(passLevel(Level));
  return Builder.buildPerModuleDefaultPipeline(passLevel(Level));
}

void optimize(Module &M, TargetMachine &Machine, const CodegenOptions &Options) {
  PipelineTuningOptions Tuning;
  Tuning.LoopVectorization = Options.Level >= OptimizationLevel::O2;
  Tuning.SLPVectorization = Options.Level >= OptimizationLevel::O2;
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
  buildPipeline(Builder, Options.Level).run(M, Modules);
}

} // namespace w2n
