//===- Passes.cpp - The lists of passes ------------------------------------===//
//
// A module comes out of an optimising compiler: it is simplified, its loops are
// unrolled where that pays, unless it was to be small, and what could be inlined within
// its source files is. What is left to do is what that compiler could not: inline across
// its source files, find what addresses of linear memory and checks of bounds have in
// common, take them out of loops, and use the vectors and instructions of the target.
//
//===----------------------------------------------------------------------===//

#include "Codegen/Passes.h"
#include "Codegen/HugeFunctions.h"
#include "Codegen/Kernels.h"
#include "Codegen/PassGate.h"
#include "Optimize/AddressProof.h"
#include "Optimize/CounterForms.h"
#include "Optimize/ImpliedChecks.h"
#include "Optimize/LongProducts.h"
#include "Optimize/LoopAddresses.h"
#include "Optimize/LoopChecks.h"
#include "Optimize/LoopEnds.h"
#include "Optimize/LoopPointers.h"
#include "Optimize/MemoryState.h"
#include "Optimize/NeighbourAddresses.h"
#include "Optimize/Reroll.h"
#include "Optimize/ScalarLanes.h"
#include "Optimize/SumOrder.h"
#include "Optimize/WidenVectors.h"

#include "llvm/Analysis/CGSCCPassManager.h"
#include "llvm/Analysis/InlineCost.h"
#include "llvm/Analysis/LoopInfo.h"
#include "llvm/Analysis/ProfileSummaryInfo.h"
#include "llvm/Passes/PassBuilder.h"
#include "llvm/Transforms/IPO/ElimAvailExtern.h"
#include "llvm/Transforms/IPO/FunctionAttrs.h"
#include "llvm/Transforms/IPO/GlobalDCE.h"
#include "llvm/Transforms/IPO/GlobalOpt.h"
#include "llvm/Transforms/IPO/Inliner.h"
#include "llvm/Transforms/InstCombine/InstCombine.h"
#include "llvm/Transforms/Scalar/EarlyCSE.h"
#include "llvm/Transforms/Scalar/IndVarSimplify.h"
#include "llvm/Transforms/Scalar/LICM.h"
#include "llvm/Transforms/Scalar/LoopDeletion.h"
#include "llvm/Transforms/Scalar/LoopIdiomRecognize.h"
#include "llvm/Transforms/Scalar/LoopPassManager.h"
#include "llvm/Transforms/Scalar/LoopRotation.h"
#include "llvm/Transforms/Scalar/LoopStrengthReduce.h"
#include "llvm/Transforms/Scalar/LoopUnrollPass.h"
#include "llvm/Transforms/Scalar/SROA.h"
#include "llvm/Transforms/Scalar/SimplifyCFG.h"
#include "llvm/Transforms/Utils/LCSSA.h"
#include "llvm/Transforms/Utils/LoopSimplify.h"
#include "llvm/Transforms/Vectorize/LoopVectorize.h"
#include "llvm/Transforms/Vectorize/SLPVectorizer.h"
#include "llvm/Transforms/Vectorize/VectorCombine.h"

using namespace llvm;

namespace w2n {

namespace {

/// Runs passes over the functions that Wanted chooses.
template <typename WantedT> class PassesOverSome : public PassInfoMixin<PassesOverSome<WantedT>> {
public:
  PassesOverSome(WantedT Wanted, FunctionPassManager Passes)
      : Wanted(Wanted), Passes(std::move(Passes)) {}

  PreservedAnalyses run(Function &F, FunctionAnalysisManager &Analyses) {
    return Wanted(F, Analyses) ? Passes.run(F, Analyses) : PreservedAnalyses::all();
  }

private:
  WantedT Wanted;
  FunctionPassManager Passes;
};

/// Whether a function may be inlined: what is larger need not be simple before all inlining
/// is done. (One that is called in one place only is inlined at any size, and is then a part
/// of what is simplified later.)
bool isSmall(Function &F, FunctionAnalysisManager &) {
  constexpr size_t MaxInstructions = 200;
  return !hasMoreInstructions(F, MaxInstructions);
}

bool isNotHuge(Function &F, FunctionAnalysisManager &) { return !isHugeFunction(F); }

bool isNotSmall(Function &F, FunctionAnalysisManager &Analyses) { return !isSmall(F, Analyses); }

bool hasLoopsForPasses(Function &F, FunctionAnalysisManager &Analyses) {
  return areLoopsOptimized(F, Analyses.getResult<LoopAnalysis>(F));
}

/// Joins pointers with their bases, and tells whether there were any to join.
bool joinPointers(Function &F, FunctionAnalysisManager &Analyses) {
  const PreservedAnalyses Preserved = JoinPointersPass().run(F, Analyses);
  Analyses.invalidate(F, Preserved);
  return !Preserved.areAllPreserved();
}

bool hasVectorsForPasses(Function &F, FunctionAnalysisManager &Analyses) {
  return mayHaveVectors(F, Analyses.getResult<LoopAnalysis>(F));
}

FunctionPassManager simplify() {
  FunctionPassManager Passes;
  Passes.addPass(SROAPass(SROAOptions::PreserveCFG));
  Passes.addPass(MemoryStatePass());
  Passes.addPass(EarlyCSEPass(/*UseMemorySSA=*/true));
  Passes.addPass(InstCombinePass());
  Passes.addPass(SimplifyCFGPass());
  Passes.addPass(ImpliedChecksPass());
  return Passes;
}

/// Shows LLVM's vectoriser what addresses in linear memory have in common, and loops as they
/// were before a producer unrolled them.
FunctionPassManager widenAddresses() {
  LoopPassManager Invariants;
  Invariants.addPass(LoopRotatePass());
  Invariants.addPass(LICMPass(LICMOptions()));
  LoopPassManager Counters;
  Counters.addPass(LoopIdiomRecognizePass());
  Counters.addPass(IndVarSimplifyPass());
  Counters.addPass(LoopDeletionPass());

  FunctionPassManager Passes;
  Passes.addPass(createFunctionToLoopPassAdaptor(std::move(Invariants), /*UseMemorySSA=*/true));
  Passes.addPass(CounterFormsPass());
  Passes.addPass(LoopChecksPass());
  Passes.addPass(LoopAddressesPass());
  Passes.addPass(createFunctionToLoopPassAdaptor(std::move(Counters)));
  Passes.addPass(LoopEndsPass());
  Passes.addPass(RerollPass());
  Passes.addPass(WidenVectorsPass());
  return Passes;
}

FunctionPassManager optimizeLoops() {
  FunctionPassManager Passes = widenAddresses();
  Passes.addPass(LoopVectorizePass());
  Passes.addPass(JoinPointersPass());
  Passes.addPass(UnrollAgainPass());
  // Loops of a producer that saves space. Those whose count is found out as they run gain nothing.
  Passes.addPass(LoopUnrollPass(LoopUnrollOptions().setRuntime(false)));
  FunctionPassManager Vectors;
  Vectors.addPass(SLPVectorizerPass());
  Vectors.addPass(VectorCombinePass());
  Vectors.addPass(ScalarLanesPass());
  Passes.addPass(PassesOverSome(hasVectorsForPasses, std::move(Vectors)));
  Passes.addPass(EarlyCSEPass());
  Passes.addPass(InstCombinePass());
  Passes.addPass(SimplifyCFGPass(SimplifyCFGOptions()
                                     .convertSwitchRangeToICmp(true)
                                     .convertSwitchToLookupTable(true)
                                     .forwardSwitchCondToPhi(true)
                                     .hoistCommonInsts(true)
                                     .sinkCommonInsts(true)));
  // Strength reduction comes next, and has to count loops.
  Passes.addPass(CounterFormsPass());
  Passes.addPass(SumOrderPass());
  return Passes;
}

} // namespace

/// A large function is a parser or an interpreter, or one into which kernels have been inlined.
bool areLoopsOptimized(const Function &F, const LoopInfo &Loops) {
  constexpr size_t MaxInstructions = 20000;
  if (!isLargeFunction(F))
    return !Loops.empty();
  return !hasMoreInstructions(F, MaxInstructions) && !isHugeFunction(F) && hasKernels(Loops);
}

bool hasOwnPasses(const Module &M, OptimizationLevel Level) {
  return Level == OptimizationLevel::O1 || Level == OptimizationLevel::O2 ||
         (Level == OptimizationLevel::O3 && addressProof(M) == AddressProof::None);
}

ModulePassManager buildModulePasses() {
  FunctionPassManager Before;
  Before.addPass(EarlyCSEPass());
  Before.addPass(SimplifyCFGPass());

  ModuleInlinerWrapperPass Inliner(getInlineParams(2, 0));
  CGSCCPassManager &Walk = Inliner.getPM();
  Walk.addPass(PostOrderFunctionAttrsPass());
  Walk.addPass(createCGSCCToFunctionPassAdaptor(PassesOverSome(isSmall, simplify()),
                                                /*EagerlyInvalidate=*/true));

  ModulePassManager Passes;
  Passes.addPass(RequireAnalysisPass<ProfileSummaryAnalysis, Module>());
  Passes.addPass(GlobalOptPass());
  Passes.addPass(createModuleToFunctionPassAdaptor(LongProductsPass()));
  Passes.addPass(createModuleToFunctionPassAdaptor(PassesOverSome(isSmall, std::move(Before)),
                                                   /*EagerlyInvalidate=*/true));
  Passes.addPass(std::move(Inliner));
  Passes.addPass(EliminateAvailableExternallyPass());
  Passes.addPass(GlobalDCEPass());
  return Passes;
}

FunctionPassManager buildFunctionPasses(OptimizationLevel Level) {
  FunctionPassManager Addresses;
  Addresses.addPass(createFunctionToLoopPassAdaptor(LoopStrengthReducePass()));

  FunctionPassManager Code;
  Code.addPass(PassesOverSome(isNotSmall, simplify()));
  Code.addPass(NeighbourAddressesPass());

  FunctionPassManager Passes;
  Passes.addPass(PassesOverSome(isNotHuge, std::move(Code)));
  if (Level >= OptimizationLevel::O2)
    Passes.addPass(PassesOverSome(hasLoopsForPasses, optimizeLoops()));
  Passes.addPass(PassesOverSome(hasLoopsForPasses, std::move(Addresses)));
  return Passes;
}

void addOwnPasses(PassBuilder &Builder, OptimizationLevel Level) {
  using LLVMLevel = llvm::OptimizationLevel;
  Builder.registerPipelineStartEPCallback([](ModulePassManager &Passes, LLVMLevel) {
    Passes.addPass(createModuleToFunctionPassAdaptor(LongProductsPass()));
  });
  Builder.registerScalarOptimizerLateEPCallback([](FunctionPassManager &Passes, LLVMLevel) {
    Passes.addPass(MemoryStatePass());
    Passes.addPass(EarlyCSEPass(/*UseMemorySSA=*/true));
    Passes.addPass(ImpliedChecksPass());
    Passes.addPass(CounterFormsPass());
    Passes.addPass(NeighbourAddressesPass());
  });
  if (Level != OptimizationLevel::O3)
    return Builder.registerVectorizerStartEPCallback([](FunctionPassManager &Passes, LLVMLevel) {
      Passes.addPass(LoopSimplifyPass());
      Passes.addPass(LCSSAPass());
      Passes.addPass(CounterFormsPass());
      Passes.addPass(LoopChecksPass());
    });
  Builder.registerVectorizerStartEPCallback(
      [](FunctionPassManager &Passes, LLVMLevel) { Passes.addPass(widenAddresses()); });
  Builder.registerVectorizerEndEPCallback([](FunctionPassManager &Passes, LLVMLevel) {
    // LLVM's list has vectors of neighbours before this point.
    FunctionPassManager Joined;
    Joined.addPass(SLPVectorizerPass());
    Joined.addPass(VectorCombinePass());
    Passes.addPass(PassesOverSome(joinPointers, std::move(Joined)));
    Passes.addPass(ScalarLanesPass());
    Passes.addPass(UnrollAgainPass());
    Passes.addPass(SumOrderPass());
  });
}

} // namespace w2n
