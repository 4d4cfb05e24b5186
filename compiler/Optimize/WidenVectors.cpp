//===- WidenVectors.cpp - Loops of 128-bit vectors for wider registers -----===//

#include "Optimize/WidenVectors.h"
#include "Optimize/VectorLoop.h"

#include "llvm/Analysis/AssumptionCache.h"
#include "llvm/Analysis/LoopAccessAnalysis.h"
#include "llvm/Analysis/TargetTransformInfo.h"
#include "llvm/IR/Dominators.h"
#include "llvm/Transforms/Utils/LoopVersioning.h"
#include "llvm/Transforms/Utils/UnrollLoop.h"

using namespace llvm;

namespace w2n {

namespace {

class Widener {
public:
  Widener(Function &F, FunctionAnalysisManager &Analyses, unsigned Factor)
      : Factor(Factor), Loops(Analyses.getResult<LoopAnalysis>(F)),
        Evolution(Analyses.getResult<ScalarEvolutionAnalysis>(F)),
        Dominators(Analyses.getResult<DominatorTreeAnalysis>(F)),
        Assumptions(Analyses.getResult<AssumptionAnalysis>(F)),
        Accesses(Analyses.getResult<LoopAccessAnalysis>(F)),
        Costs(Analyses.getResult<TargetIRAnalysis>(F)) {}

  bool run(Loop &L);

private:
  /// How many iterations are done at once.
  const unsigned Factor;
  LoopInfo &Loops;
  ScalarEvolution &Evolution;
  DominatorTree &Dominators;
  AssumptionCache &Assumptions;
  LoopAccessInfoManager &Accesses;
  const TargetTransformInfo &Costs;

  bool isWorthwhile(const Loop &L);
  bool areIterationsIndependent(const LoopAccessInfo &Access) const;
};

/// A loop that may be copied and runs often enough, as far as is known.
bool Widener::isWorthwhile(const Loop &L) {
  constexpr unsigned MaxInstructions = 150;
  if (L.getHeader()->size() > MaxInstructions)
    return false;
  const SCEV *Taken = Evolution.getBackedgeTakenCount(&L);
  return !isa<SCEVCouldNotCompute>(Taken) &&
         Evolution.getUnsignedRangeMax(Taken).ugt(2 * Factor - 1);
}

bool Widener::areIterationsIndependent(const LoopAccessInfo &Access) const {
  constexpr unsigned MaxComparisons = 16;
  return Access.canVectorizeMemory() && Access.getPSE().getPredicate().isAlwaysTrue() &&
         Access.getNumRuntimePointerChecks() <= MaxComparisons &&
         Access.getDepChecker().getMaxSafeVectorWidthInBits() >= Factor * VectorLoop::VectorBits;
}

bool Widener::run(Loop &L) {
  VectorLoop Vectors(L, Evolution, Costs);
  if (!Vectors.canWiden() || !isWorthwhile(L))
    return false;
  const LoopAccessInfo &Access = Accesses.getInfo(L);
  if (!areIterationsIndependent(Access))
    return false;
  constexpr unsigned CountBudget = 8;
  if (!UnrollRuntimeLoopRemainder(
          &L, Factor, /*AllowExpensiveTripCount=*/false, /*UseEpilogRemainder=*/true,
          /*UnrollRemainder=*/false, /*ForgetAllSCEV=*/false, &Loops, &Evolution, &Dominators,
          &Assumptions, &Costs, /*PreserveLCSSA=*/true, CountBudget,
          /*RuntimeUnrollMultiExit=*/false))
    return false;
  if (Access.getNumRuntimePointerChecks() != 0) {
    LoopVersioning Versions(Access, Access.getRuntimePointerChecking()->getChecks(), &L, &Loops,
                            &Dominators, &Evolution);
    Versions.versionLoop();
    Versions.annotateLoopWithNoAlias();
  }
  Vectors.widen(Factor);
  Evolution.forgetLoop(&L);
  Accesses.clear();
  return true;
}

} // namespace

PreservedAnalyses WidenVectorsPass::run(Function &F, FunctionAnalysisManager &Analyses) {
  const auto &Costs = Analyses.getResult<TargetIRAnalysis>(F);
  const unsigned Factor =
      Costs.getRegisterBitWidth(TargetTransformInfo::RGK_FixedWidthVector).getFixedValue() /
      VectorLoop::VectorBits;
  if (Factor < 2)
    return PreservedAnalyses::all();
  Widener Each(F, Analyses, Factor);
  bool HasChanged = false;
  for (Loop *L : Analyses.getResult<LoopAnalysis>(F).getLoopsInPreorder())
    HasChanged |= Each.run(*L);
  return HasChanged ? PreservedAnalyses::none() : PreservedAnalyses::all();
}

} // namespace w2n
