//===- LoopChecks.cpp - Checks of bounds taken out of loops ----------------===//

#include "Optimize/LoopChecks.h"
#include "Optimize/CheckFacts.h"
#include "Optimize/CountedLoops.h"
#include "Optimize/LinearAccess.h"
#include "Optimize/LoopPointers.h"

#include "llvm/ADT/MapVector.h"
#include "llvm/Analysis/LoopInfo.h"
#include "llvm/Analysis/ScalarEvolution.h"
#include "llvm/Analysis/ScalarEvolutionExpressions.h"
#include "llvm/Analysis/TargetTransformInfo.h"
#include "llvm/IR/MDBuilder.h"
#include "llvm/Transforms/Utils/BasicBlockUtils.h"
#include "llvm/Transforms/Utils/ScalarEvolutionExpander.h"

using namespace llvm;

namespace w2n {

namespace {

/// An address of an iteration: Start in the first, and Step more in each that follows.
struct Advance {
  const SCEV *Start;
  int64_t Step;
};

struct LoopCheck {
  BoundsCheck Check;
  Advance Address;
};

/// Checks whose addresses advance by the same step, at constant distances from the lowest.
struct CheckGroup {
  BoundsCheck First;
  Advance Lowest;
  /// How far the last byte that is accessed in each iteration is from the lowest address.
  uint64_t Extent;
  /// How far the highest address is from the lowest.
  int64_t Spread = 0;
  /// The lowest address in the first iteration, in 64 bits.
  Value *Start64 = nullptr;
};

class CheckHoister {
public:
  CheckHoister(Loop &L, ScalarEvolution &Evolution, DominatorTree &Dominators, LoopInfo &Loops,
               const TargetTransformInfo &Costs)
      : L(L), Evolution(Evolution), Dominators(Dominators), Loops(Loops), Costs(Costs),
        Updater(Dominators, DomTreeUpdater::UpdateStrategy::Eager), Expander(Evolution, "address"),
        Pointers(L) {}

  bool run();

private:
  Loop &L;
  ScalarEvolution &Evolution;
  DominatorTree &Dominators;
  LoopInfo &Loops;
  const TargetTransformInfo &Costs;
  DomTreeUpdater Updater;
  SCEVExpander Expander;
  LoopCount Count;
  SmallVector<LoopCheck> Checks;
  SmallVector<CheckGroup> Groups;
  LoopPointers Pointers;

  void findChecks();
  bool isCounted();
  std::optional<Advance> advanceOf(Value *Address);
  std::optional<int64_t> distance(const CheckGroup &G, const Advance &Address);
  void addToGroup(const LoopCheck &Each);
  bool covers(const CheckGroup &G, const LoopCheck &Each);
  const SCEV *lowestStart(const CheckGroup &G);
  Value *createWay(IRBuilderBase &Builder, uint64_t Step, Value *&IsTooFar);
  Value *createTrapCondition(IRBuilderBase &Builder, CheckGroup &G);
  void createPreCheck(CheckGroup &G);
  void trapIf(Value *Condition, const CheckGroup &G);
  bool isCertainToTrapPastEquality() const;
  void endByCount();
  void removeCovered();
  void widenAccesses();
};

std::optional<Advance> CheckHoister::advanceOf(Value *Address) {
  const SCEV *Known = Evolution.getSCEV(Address);
  if (Evolution.isLoopInvariant(Known, &L))
    return Advance{Known, 0};
  const SCEVAddRecExpr *Recurrence = findRecurrence(Address, L, Evolution);
  if (!Recurrence || stepOf(*Recurrence, Evolution).abs().ugt(INT32_MAX))
    return std::nullopt;
  return Advance{Recurrence->getStart(), stepOf(*Recurrence, Evolution).getSExtValue()};
}

void CheckHoister::findChecks() {
  for (const BasicBlock *Block : L.blocks())
    if (const auto Check = takeCheckApart(*Block); Check && L.isLoopInvariant(Check->Size))
      if (const auto Address = advanceOf(Check->address()))
        Checks.push_back({*Check, *Address});
}

bool CheckHoister::isCounted() {
  const BasicBlock &Trap = *Checks.front().Check.trap();
  const auto Known = countOf(
      L, [&](const BasicBlock &Block) { return areSameTrap(Block, Trap); }, Evolution, Expander,
      Costs);
  if (Known)
    Count = *Known;
  return Known.has_value();
}

/// How much larger an address is than the lowest of a group, if that is a constant.
std::optional<int64_t> CheckHoister::distance(const CheckGroup &G, const Advance &Address) {
  if (G.Lowest.Step != Address.Step || G.Lowest.Start->getType() != Address.Start->getType())
    return std::nullopt;
  const auto *Difference =
      dyn_cast<SCEVConstant>(Evolution.getMinusSCEV(Address.Start, G.Lowest.Start));
  if (!Difference)
    return std::nullopt;
  const int64_t Distance = Difference->getAPInt().getSExtValue();
  return std::abs(Distance) <= static_cast<int64_t>(MaxDistance) ? std::optional(Distance)
                                                                 : std::nullopt;
}

/// Puts a check that is made in each iteration into a group.
void CheckHoister::addToGroup(const LoopCheck &Each) {
  // No address may come around those that are always out of bounds.
  const uint64_t Unreachable = unreachableBytes(Each.Check);
  if (Each.Check.Last > UINT32_MAX || Unreachable < 2 * MaxDistance ||
      static_cast<uint64_t>(std::abs(Each.Address.Step)) > Unreachable)
    return;
  for (CheckGroup &G : Groups) {
    const auto Distance = distance(G, Each.Address);
    if (!Distance || G.First.Size != Each.Check.Size)
      continue;
    const int64_t Below = std::max<int64_t>(-*Distance, 0);
    const int64_t Above = std::max<int64_t>(*Distance, 0);
    const int64_t Spread = std::max(G.Spread + Below, Above);
    if (Spread > static_cast<int64_t>(MaxDistance))
      continue;
    if (Below)
      G.Lowest = Each.Address;
    G.Extent = std::max<uint64_t>(G.Extent + Below, Above + Each.Check.Last);
    G.Spread = Spread;
    return;
  }
  Groups.push_back({Each.Check, Each.Address, Each.Check.Last});
}

/// What the lowest address of the group is in the iteration in which that is lowest.
const SCEV *CheckHoister::lowestStart(const CheckGroup &G) {
  if (G.Lowest.Step >= 0)
    return G.Lowest.Start;
  Type *Bits = G.Lowest.Start->getType();
  const SCEV *Step = Evolution.getConstant(Bits, G.Lowest.Step, /*isSigned=*/true);
  return Evolution.getAddExpr(
      G.Lowest.Start,
      Evolution.getMulExpr(Step, Evolution.getTruncateOrZeroExtend(Count.Count, Bits)));
}

/// How far an address goes in the loop, and whether that is more than 64 bits hold.
Value *CheckHoister::createWay(IRBuilderBase &Builder, uint64_t Step, Value *&IsTooFar) {
  IsTooFar = Builder.getFalse();
  Value *Number64 = countBefore(L, Count.Count, Expander);
  if (Evolution.getUnsignedRangeMax(Count.Count).getActiveBits() <= 32)
    return Builder.CreateMul(Number64, Builder.getInt64(Step));
  Value *Product = Builder.CreateBinaryIntrinsic(Intrinsic::umul_with_overflow, Number64,
                                                 Builder.getInt64(Step));
  IsTooFar = Builder.CreateExtractValue(Product, 1);
  return Builder.CreateExtractValue(Product, 0);
}

/// Whether one of the checks of a group fails in some iteration: the lowest address and all the
/// way that it goes is out of bounds. Were it to wrap on the way, it would be among those that
/// are always out of bounds before.
Value *CheckHoister::createTrapCondition(IRBuilderBase &Builder, CheckGroup &G) {
  const SCEV *Lowest = lowestStart(G);
  Value *Start = Expander.expandCodeFor(Lowest, Lowest->getType(), Builder.GetInsertPoint());
  G.Start64 = Builder.CreateZExt(Start, Builder.getInt64Ty());
  const uint64_t Step = std::abs(G.Lowest.Step);
  Value *IsTooFar = nullptr;
  Value *Way = Step == 0 ? Builder.getInt64(0) : createWay(Builder, Step, IsTooFar);
  Value *IsOut = nullptr;
  if (const auto *Known = dyn_cast<ConstantInt>(Way)) {
    IsOut = createComparison(Builder, CmpInst::ICMP_UGE, *G.First.Size, G.Start64,
                             SaturatingAdd(G.Extent, Known->getZExtValue()));
  } else {
    Value *End = Builder.CreateBinaryIntrinsic(Intrinsic::uadd_sat, G.Start64, Way);
    IsOut = createComparison(Builder, CmpInst::ICMP_UGE, *G.First.Size, End, G.Extent);
    IsOut = Builder.CreateOr(IsOut, IsTooFar);
  }
  if (G.Lowest.Step < 0)
    G.Start64 = Builder.CreateAdd(G.Start64, Way);
  return IsOut;
}

/// Traps before the loop where a check of the group would in it.
void CheckHoister::createPreCheck(CheckGroup &G) {
  Instruction *At = L.getLoopPreheader()->getTerminator();
  IRBuilder<> Builder(At);
  trapIf(createTrapCondition(Builder, G), G);
}

/// Traps before the loop, as a check of the group does.
void CheckHoister::trapIf(Value *Condition, const CheckGroup &G) {
  Instruction *At = L.getLoopPreheader()->getTerminator();
  MDBuilder Metadata(At->getContext());
  Instruction *Trap = SplitBlockAndInsertIfThen(
      Condition, At->getIterator(),
      /*Unreachable=*/true, Metadata.createUnlikelyBranchWeights(), &Updater, &Loops);
  trapCall(*G.First.trap())->clone()->insertBefore(Trap->getIterator());
}

/// Whether an address comes to where its check fails before the loop can end after all. The steps
/// of a group do not miss those that are always out of bounds, and 32-bit addresses come to them
/// before a counter that is at least as wide has gone through all numbers.
bool CheckHoister::isCertainToTrapPastEquality() const {
  return any_of(Groups, [&](const CheckGroup &G) {
    return G.Lowest.Start->getType()->isIntegerTy(32) && Count.isOvertakenBy(G.Lowest.Step);
  });
}

/// Ends a loop by a count, instead of an equality that LLVM cannot count to, and traps before it
/// where its counter misses that.
void CheckHoister::endByCount() {
  trapIf(isEndMissed(L, Count, Expander), Groups.front());
  IRBuilder<> Builder(L.getLoopPreheader()->getTerminator());
  endAfter(L, Builder.CreateAdd(countBefore(L, Count.Count, Expander), Builder.getInt64(1), "",
                                /*HasNUW=*/true));
}

bool CheckHoister::covers(const CheckGroup &G, const LoopCheck &Each) {
  const auto Distance = distance(G, Each.Address);
  return Distance && *Distance >= 0 && G.First.Size == Each.Check.Size &&
         SaturatingAdd<uint64_t>(*Distance, Each.Check.Last) <= G.Extent;
}

void CheckHoister::removeCovered() {
  for (const LoopCheck &Each : Checks)
    if (any_of(Groups, [&](const CheckGroup &G) { return covers(G, Each); }))
      removeCheck(Each.Check, Updater, &Loops);
}

/// Computes the addresses of what is accessed in a group in 64 bits.
void CheckHoister::widenAccesses() {
  SmallVector<std::pair<LinearAccess, Advance>> Found;
  for (BasicBlock *Block : L.blocks())
    for (Instruction &I : *Block)
      if (const auto Access = takeCheckedApart(I); Access && L.isLoopInvariant(Access->Base))
        if (const auto Address = advanceOf(Access->address()); Address && Address->Step != 0)
          Found.emplace_back(*Access, *Address);
  DenseMap<std::pair<const CheckGroup *, Value *>, Value *> Firsts;
  for (const auto &[Access, Address] : Found)
    for (const CheckGroup &G : Groups) {
      const auto Distance = distance(G, Address);
      if (!Distance || *Distance < 0 || static_cast<uint64_t>(*Distance) > G.Extent)
        continue;
      Value *&First = Firsts[{&G, Access.Base}];
      if (!First)
        First = Pointers.first(Access.Base, G.Start64);
      Pointers.use(Access, First, G.Lowest.Step, *Distance);
      break;
    }
}

bool CheckHoister::run() {
  findChecks();
  if (Checks.empty() || !isCounted())
    return false;
  for (const LoopCheck &Each : Checks)
    if (Dominators.dominates(Each.Check.Branch->getParent(), L.getLoopLatch()))
      addToGroup(Each);
  const Instruction *At = L.getLoopPreheader()->getTerminator();
  erase_if(Groups,
           [&](const CheckGroup &G) { return !Expander.isSafeToExpandAt(lowestStart(G), At); });
  if (Groups.empty() || (Count.Remainder && !isCertainToTrapPastEquality()))
    return false;
  for (CheckGroup &G : Groups)
    createPreCheck(G);
  if (Count.Remainder)
    endByCount();
  removeCovered();
  widenAccesses();
  Evolution.forgetTopmostLoop(&L);
  return true;
}

} // namespace

PreservedAnalyses LoopChecksPass::run(Function &F, FunctionAnalysisManager &Analyses) {
  auto &Loops = Analyses.getResult<LoopAnalysis>(F);
  auto &Evolution = Analyses.getResult<ScalarEvolutionAnalysis>(F);
  auto &Dominators = Analyses.getResult<DominatorTreeAnalysis>(F);
  const auto &Costs = Analyses.getResult<TargetIRAnalysis>(F);
  bool HasChanged = false;
  const auto OuterFirst = Loops.getLoopsInPreorder();
  for (Loop *L : reverse(OuterFirst))
    HasChanged |= CheckHoister(*L, Evolution, Dominators, Loops, Costs).run();
  return HasChanged ? PreservedAnalyses::none() : PreservedAnalyses::all();
}

} // namespace w2n
