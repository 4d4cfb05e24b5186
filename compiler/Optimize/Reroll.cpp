//===- Reroll.cpp - Loops that a producer has unrolled, rolled again -------===//

#include "Optimize/Reroll.h"
#include "Optimize/CountedLoops.h"
#include "Optimize/LoopCopies.h"
#include "Optimize/SameBlocks.h"

#include "llvm/ADT/SmallPtrSet.h"
#include "llvm/Analysis/AssumptionCache.h"
#include "llvm/Analysis/OptimizationRemarkEmitter.h"
#include "llvm/Analysis/TargetTransformInfo.h"
#include "llvm/IR/Dominators.h"
#include "llvm/IR/IRBuilder.h"
#include "llvm/Transforms/Utils/LoopUtils.h"
#include "llvm/Transforms/Utils/ScalarEvolutionExpander.h"
#include "llvm/Transforms/Utils/UnrollLoop.h"

using namespace llvm;

namespace w2n {

namespace {

/// The number of copies that a loop had, among its metadata.
constexpr const char *RerolledHint = "wasm2native.rerolled";

class Reroller {
public:
  Reroller(Loop &L, ScalarEvolution &Evolution, const TargetTransformInfo &Costs)
      : L(L), Body(*L.getHeader()), Evolution(Evolution), Costs(Costs), Copies(L, Evolution),
        Expander(Evolution, "count") {}

  bool run();

private:
  Loop &L;
  BasicBlock &Body;
  ScalarEvolution &Evolution;
  const TargetTransformInfo &Costs;
  LoopCopies Copies;
  SCEVExpander Expander;
  /// How often the back edge is taken.
  const SCEV *Taken = nullptr;

  /// What is used outside of the loop, and what of the first copy replaces it.
  SmallVector<std::pair<Instruction *, Value *>> Results;
  /// What the first copy and the results are computed from.
  SmallPtrSet<Instruction *, 32> Needed;

  bool isCounted();
  bool findResults();
  bool isLinear(const Instruction &I) const;
  bool findNeeded();
  Value *shareOf(const SCEVAddRecExpr &Known, IRBuilderBase &Builder) const;
  void rewriteResults();
  void forgetProofs();
  void rewritePhis();
  void rewriteExit();
  void removeOthers();
};

bool hasOnlyPlainEffects(const BasicBlock &Body) {
  return all_of(Body, [](const Instruction &I) {
    const bool IsAccess = isa<LoadInst, StoreInst>(I) && !I.isVolatile() && !I.isAtomic();
    return I.isTerminator() || IsAccess || !I.mayHaveSideEffects();
  });
}

bool Reroller::isCounted() {
  if (L.getNumBlocks() != 1 || !L.getLoopPreheader() || !L.getExitBlock() ||
      !hasOnlyPlainEffects(Body))
    return false;
  Taken = Evolution.getBackedgeTakenCount(&L);
  if (isa<SCEVCouldNotCompute>(Taken) || Evolution.getUnsignedRangeMax(Taken).getActiveBits() > 40)
    return false;
  return canCountBefore(L, Taken, Expander, Costs);
}

/// Every value that leaves the loop has to be one that the last copy made.
bool Reroller::findResults() {
  for (Instruction &I : Body) {
    const bool IsUsed =
        any_of(I.users(), [&](const User *U) { return !L.contains(cast<Instruction>(U)); });
    if (!IsUsed)
      continue;
    Value *First = Copies.recurrence(&I) ? nullptr : Copies.first(&I);
    if (!First && !Copies.recurrence(&I))
      return false;
    Results.emplace_back(&I, First);
  }
  return true;
}

/// Whether an instruction that advances by a constant in each iteration advances by a share of
/// it when what it is computed from does. What clears bits does not, though it may be known that
/// they are 0 in the first copy.
bool Reroller::isLinear(const Instruction &I) const {
  switch (I.getOpcode()) {
  case Instruction::PHI:
    return true;
  case Instruction::Add:
  case Instruction::Sub:
  case Instruction::Trunc:
  case Instruction::GetElementPtr:
    break;
  case Instruction::Mul:
  case Instruction::Shl:
    if (!L.isLoopInvariant(I.getOperand(1)))
      return false;
    break;
  default:
    return false;
  }
  return all_of(I.operands(), [&](Value *Operand) {
    return L.isLoopInvariant(Operand) || Copies.recurrence(Operand);
  });
}

bool Reroller::findNeeded() {
  SmallVector<Value *> Pending;
  for (StoreInst *Store : Copies.firstStores())
    Pending.push_back(Store);
  for (const auto &[Used, First] : Results)
    Pending.push_back(First);
  while (!Pending.empty()) {
    auto *I = dyn_cast_or_null<Instruction>(Pending.pop_back_val());
    if (!I || I->getParent() != &Body || !Needed.insert(I).second)
      continue;
    if (Copies.recurrence(I) && !isLinear(*I))
      return false;
    auto *Phi = dyn_cast<PHINode>(I);
    if (!Phi) {
      Pending.append(I->op_begin(), I->op_end());
      continue;
    }
    if (const SCEVAddRecExpr *Known = Copies.recurrence(Phi)) {
      if (stepOf(*Known, Evolution).srem(Copies.count()) != 0)
        return false;
    } else if (Value *Next = Copies.successor(Phi)) {
      Pending.push_back(Next);
    } else {
      return false;
    }
  }
  return true;
}

void Reroller::rewriteResults() {
  Instruction *At = L.getLoopPreheader()->getTerminator();
  for (auto [Used, First] : Results) {
    if (const SCEVAddRecExpr *Known = Copies.recurrence(Used))
      First = Expander.expandCodeFor(Known->evaluateAtIteration(Taken, Evolution), Used->getType(),
                                     At->getIterator());
    Used->replaceUsesOutsideBlock(First, &Body);
  }
}

/// What was proven of numbers in the first copy need not hold in others.
void Reroller::forgetProofs() {
  for (Instruction *I : Needed)
    if (!I->getType()->isPointerTy())
      I->dropPoisonGeneratingFlags();
}

void Reroller::rewritePhis() {
  SmallVector<std::pair<PHINode *, Value *>> Next;
  IRBuilder<> Builder(Body.getTerminator());
  for (PHINode &Phi : Body.phis()) {
    if (!Needed.contains(&Phi))
      continue;
    const SCEVAddRecExpr *Known = Copies.recurrence(&Phi);
    Next.emplace_back(&Phi, Known ? shareOf(*Known, Builder) : Copies.successor(&Phi));
    if (!Known)
      continue;
    Next.back().second = Phi.getType()->isPointerTy()
                             ? Builder.CreatePtrAdd(&Phi, Next.back().second)
                             : Builder.CreateAdd(&Phi, Next.back().second);
  }
  for (const auto &[Phi, Value] : Next)
    Phi->setIncomingValueForBlock(&Body, Value);
}

/// How much further a recurrence is in the next copy.
Value *Reroller::shareOf(const SCEVAddRecExpr &Known, IRBuilderBase &Builder) const {
  const APInt &Step = stepOf(Known, Evolution);
  return Builder.getInt(Step.sdiv(APInt(Step.getBitWidth(), Copies.count())));
}

void Reroller::rewriteExit() {
  IRBuilder<> Before(L.getLoopPreheader()->getTerminator());
  Value *Total =
      Before.CreateMul(Before.CreateAdd(countBefore(L, Taken, Expander), Before.getInt64(1)),
                       Before.getInt64(Copies.count()), "", /*HasNUW=*/true);
  Needed.insert(endAfter(L, Total));
}

void Reroller::removeOthers() {
  for (StoreInst *Store : Copies.otherStores())
    Store->eraseFromParent();
  for (PHINode &Phi : make_early_inc_range(Body.phis()))
    if (!Needed.contains(&Phi)) {
      Phi.replaceAllUsesWith(PoisonValue::get(Phi.getType()));
      Phi.eraseFromParent();
    }
  for (Instruction &I : make_early_inc_range(reverse(Body)))
    if (I.use_empty() && !I.isTerminator() && !I.mayHaveSideEffects() && !isa<PHINode>(I))
      I.eraseFromParent();
}

bool Reroller::run() {
  if (!isCounted() || !Copies.find() || !findResults() || !findNeeded())
    return false;
  rewriteResults();
  forgetProofs();
  rewritePhis();
  rewriteExit();
  removeOthers();
  addStringMetadataToLoop(&L, RerolledHint, Copies.count());
  Evolution.forgetLoop(&L);
  return true;
}

} // namespace

PreservedAnalyses RerollPass::run(Function &F, FunctionAnalysisManager &Analyses) {
  auto &Loops = Analyses.getResult<LoopAnalysis>(F);
  auto &Evolution = Analyses.getResult<ScalarEvolutionAnalysis>(F);
  const auto &Costs = Analyses.getResult<TargetIRAnalysis>(F);
  bool HasChanged = false;
  for (Loop *L : Loops.getLoopsInPreorder())
    HasChanged |= Reroller(*L, Evolution, Costs).run();
  return preserveBlocks(HasChanged);
}

/// Whether a loop that LLVM has made vectors of is the one that it kept for where accesses may
/// overlap, and that does all iterations: what is left over by vectors is too little to unroll.
static bool isWholeScalarLoop(const Loop &L, ScalarEvolution &Evolution, unsigned Count) {
  const auto HasVectors = [](const Instruction &I) {
    return I.getType()->isVectorTy() ||
           (isa<StoreInst>(I) && I.getOperand(0)->getType()->isVectorTy());
  };
  return Evolution.getSmallConstantTripMultiple(&L) % Count == 0 &&
         none_of(L.blocks(), [&](const BasicBlock *Block) { return any_of(*Block, HasVectors); });
}

PreservedAnalyses UnrollAgainPass::run(Function &F, FunctionAnalysisManager &Analyses) {
  auto &Loops = Analyses.getResult<LoopAnalysis>(F);
  auto &Evolution = Analyses.getResult<ScalarEvolutionAnalysis>(F);
  auto &Dominators = Analyses.getResult<DominatorTreeAnalysis>(F);
  auto &Assumptions = Analyses.getResult<AssumptionAnalysis>(F);
  const auto &Costs = Analyses.getResult<TargetIRAnalysis>(F);
  OptimizationRemarkEmitter Remarks(&F);
  bool HasChanged = false;
  for (Loop *L : Loops.getLoopsInPreorder()) {
    const int Count = getOptionalIntLoopAttribute(L, RerolledHint).value_or(0);
    if (Count == 0 || (getBooleanLoopAttribute(L, "llvm.loop.isvectorized") &&
                       !isWholeScalarLoop(*L, Evolution, Count)))
      continue;
    UnrollLoopOptions Options = {};
    Options.Count = Count;
    UnrollLoop(L, Options, &Loops, &Evolution, &Dominators, &Assumptions, &Costs, &Remarks,
               /*PreserveLCSSA=*/true);
    HasChanged = true;
  }
  return HasChanged ? PreservedAnalyses::none() : PreservedAnalyses::all();
}

} // namespace w2n
