//===- LoopAddresses.cpp - Addresses of a loop in 64 bits ------------------===//

#include "Optimize/LoopAddresses.h"
#include "Optimize/CountedLoops.h"
#include "Optimize/LinearAccess.h"
#include "Optimize/LoopPointers.h"

#include "llvm/ADT/MapVector.h"
#include "llvm/Analysis/DomTreeUpdater.h"
#include "llvm/Analysis/LoopInfo.h"
#include "llvm/Analysis/ScalarEvolution.h"
#include "llvm/Analysis/ScalarEvolutionExpressions.h"
#include "llvm/Analysis/TargetTransformInfo.h"
#include "llvm/IR/Dominators.h"
#include "llvm/IR/IRBuilder.h"
#include "llvm/IR/MDBuilder.h"
#include "llvm/Transforms/Utils/BasicBlockUtils.h"
#include "llvm/Transforms/Utils/ScalarEvolutionExpander.h"

using namespace llvm;

namespace w2n {

namespace {

struct LoopAccess {
  LinearAccess Access;
  /// How much larger than the start of its group, in bytes.
  uint64_t Distance;
};

/// Accesses whose addresses advance by the same step, at constant distances from a lowest one
/// that is accessed in each iteration.
struct Group {
  Value *Base;
  const SCEV *Start;
  int64_t Step;
  SmallVector<LoopAccess, 8> Accesses;
};

class LoopRewriter {
public:
  LoopRewriter(Loop &L, ScalarEvolution &Evolution, DominatorTree &Dominators, LoopInfo &Loops,
               const TargetTransformInfo &Costs)
      : L(L), Evolution(Evolution), Dominators(Dominators), Loops(Loops), Costs(Costs),
        Expander(Evolution, "address"), Pointers(L) {}

  bool run();

private:
  Loop &L;
  ScalarEvolution &Evolution;
  DominatorTree &Dominators;
  LoopInfo &Loops;
  const TargetTransformInfo &Costs;
  SCEVExpander Expander;
  LoopCount Count;
  std::vector<Group> Groups;
  LoopPointers Pointers;

  bool isCertainToTrapPastEquality() const;
  void findGroups();
  void addProof(const LinearAccess &Access, const SCEVAddRecExpr &Address);
  void addAccess(const LinearAccess &Access, const SCEVAddRecExpr &Address);
  Value *isOutOfBounds(IRBuilderBase &Builder, const Group &G, Value *Start, Value *Count64);
  Value *check(ArrayRef<Value *> Starts);
  void rewrite(const Group &G, Value *Start);
};

/// Whether a block does nothing but trap, as those do that are made here before inner loops.
bool isTrap(const BasicBlock &Block) {
  const auto *Store = dyn_cast<StoreInst>(Block.getFirstNonPHIOrDbg());
  return Store && Store->isVolatile() && isa<UnreachableInst>(Block.getTerminator());
}

/// Whether an address comes to where its access traps before the loop can end after all.
bool LoopRewriter::isCertainToTrapPastEquality() const {
  return any_of(Groups, [&](const Group &G) { return Count.isOvertakenBy(G.Step); });
}

/// What the address of an access is from iteration to iteration, where that is of use.
const SCEVAddRecExpr *recurrence(const LinearAccess &Access, const Loop &L,
                                 ScalarEvolution &Evolution) {
  const SCEVAddRecExpr *Address = findRecurrence(Access.address(), L, Evolution);
  if (!Address || !L.isLoopInvariant(Access.Base))
    return nullptr;
  return stepOf(*Address, Evolution).abs().ule(MaxDistance) ? Address : nullptr;
}

/// How much larger To is than From, if that is a constant.
std::optional<int64_t> distanceBetween(const SCEV *From, const SCEV *To,
                                       ScalarEvolution &Evolution) {
  const auto *Difference = dyn_cast<SCEVConstant>(Evolution.getMinusSCEV(To, From));
  if (!Difference)
    return std::nullopt;
  return Difference->getAPInt().getSExtValue();
}

void LoopRewriter::addProof(const LinearAccess &Access, const SCEVAddRecExpr &Address) {
  const int64_t Step = stepOf(Address, Evolution).getSExtValue();
  for (Group &G : Groups) {
    if (G.Base != Access.Base || G.Step != Step)
      continue;
    const auto Distance = distanceBetween(G.Start, Address.getStart(), Evolution);
    if (!Distance || std::abs(*Distance) > static_cast<int64_t>(MaxDistance / 2))
      continue;
    if (*Distance < 0)
      G.Start = Address.getStart();
    return;
  }
  Groups.push_back({Access.Base, Address.getStart(), Step, {}});
}

void LoopRewriter::addAccess(const LinearAccess &Access, const SCEVAddRecExpr &Address) {
  const int64_t Step = stepOf(Address, Evolution).getSExtValue();
  for (Group &G : Groups) {
    if (G.Base != Access.Base || G.Step != Step)
      continue;
    const auto Distance = distanceBetween(G.Start, Address.getStart(), Evolution);
    if (!Distance || *Distance < 0 || *Distance > static_cast<int64_t>(MaxDistance))
      continue;
    G.Accesses.push_back({Access, static_cast<uint64_t>(*Distance)});
    return;
  }
}

void LoopRewriter::findGroups() {
  SmallVector<std::pair<LinearAccess, const SCEVAddRecExpr *>> Found;
  for (BasicBlock *Block : L.blocks())
    for (Instruction &I : *Block)
      if (const auto Access = takeApart(I))
        if (const auto *Address = recurrence(*Access, L, Evolution))
          Found.emplace_back(*Access, Address);
  for (const auto &[Access, Address] : Found)
    if (Dominators.dominates(Access.Access->getParent(), L.getLoopLatch()))
      addProof(Access, *Address);
  for (const auto &[Access, Address] : Found)
    addAccess(Access, *Address);
  const Instruction *At = L.getLoopPreheader()->getTerminator();
  erase_if(Groups, [&](const Group &G) {
    return G.Accesses.empty() || !Expander.isSafeToExpandAt(G.Start, At);
  });
}

/// Whether the lowest address of a group comes to where its access traps. Start and Count64
/// are 64 bits wide and below 2^32.
Value *LoopRewriter::isOutOfBounds(IRBuilderBase &Builder, const Group &G, Value *Start,
                                   Value *Count64) {
  Value *Limit = Builder.getInt64(AddressLimit);
  Value *Way = Builder.CreateMul(Count64, Builder.getInt64(G.Step));
  Value *Bad = Builder.CreateICmpUGE(Builder.CreateAdd(Start, Way), Limit);
  if (G.Step < 0)
    Bad = Builder.CreateOr(Bad, Builder.CreateICmpUGE(Start, Limit));
  return Bad;
}

/// Traps before the loop where one of its groups would in it. Gives how often the back edge is
/// taken otherwise, 64 bits wide.
Value *LoopRewriter::check(ArrayRef<Value *> Starts) {
  Instruction *At = L.getLoopPreheader()->getTerminator();
  IRBuilder<> Builder(At);
  Value *Count64 = countBefore(L, Count.Count, Expander);
  Value *Bad = nullptr;
  for (const auto &[G, Start] : zip_equal(Groups, Starts)) {
    Value *IsBad = isOutOfBounds(Builder, G, Start, Count64);
    Bad = Bad ? Builder.CreateOr(Bad, IsBad) : IsBad;
  }
  if (Count.Remainder)
    Bad = Builder.CreateOr(Bad, isEndMissed(L, Count, Expander));
  if (Evolution.getUnsignedRangeMax(Count.Count).getActiveBits() > 32)
    Bad = Builder.CreateOr(Bad, Builder.CreateICmpUGT(Count64, Builder.getInt64(UINT32_MAX)));
  if (const auto *Known = dyn_cast<ConstantInt>(Bad); Known && Known->isZero())
    return Count64;
  MDBuilder Metadata(Builder.getContext());
  DomTreeUpdater Updater(Dominators, DomTreeUpdater::UpdateStrategy::Eager);
  Instruction *Trap =
      SplitBlockAndInsertIfThen(Bad, At->getIterator(), /*Unreachable=*/true,
                                Metadata.createUnlikelyBranchWeights(), &Updater, &Loops);
  Builder.SetInsertPoint(Trap);
  Builder.CreateStore(Builder.getInt8(0),
                      Builder.CreatePtrAdd(Groups.front().Base, Builder.getInt64(AddressLimit)),
                      /*isVolatile=*/true);
  return Count64;
}

void LoopRewriter::rewrite(const Group &G, Value *Start) {
  Value *First = Pointers.first(G.Base, Start);
  for (const LoopAccess &Access : G.Accesses)
    Pointers.use(Access.Access, First, G.Step, Access.Distance);
}

bool LoopRewriter::run() {
  const auto Known = countOf(L, isTrap, Evolution, Expander, Costs);
  if (!Known)
    return false;
  Count = *Known;
  findGroups();
  if (Groups.empty() || (Count.Remainder && !isCertainToTrapPastEquality()))
    return false;
  SmallVector<Value *> Starts;
  Instruction *At = L.getLoopPreheader()->getTerminator();
  for (const Group &G : Groups) {
    Value *Start = Expander.expandCodeFor(G.Start, G.Start->getType(), At->getIterator());
    Starts.push_back(IRBuilder<>(At).CreateZExt(Start, IRBuilder<>(At).getInt64Ty()));
  }
  Value *Count64 = check(Starts);
  // By a count, instead of the equality that LLVM cannot count to.
  if (Count.Remainder)
    endAfter(L, IRBuilder<>(L.getLoopPreheader()->getTerminator())
                    .CreateAdd(Count64, ConstantInt::get(Count64->getType(), 1), "",
                               /*HasNUW=*/true, /*HasNSW=*/true));
  for (const auto &[G, Start] : zip_equal(Groups, Starts))
    rewrite(G, Start);
  Evolution.forgetLoop(&L);
  return true;
}

} // namespace

PreservedAnalyses LoopAddressesPass::run(Function &F, FunctionAnalysisManager &Analyses) {
  if (addressProof(*F.getParent()) != AddressProof::Guarded)
    return PreservedAnalyses::all();
  auto &Loops = Analyses.getResult<LoopAnalysis>(F);
  auto &Evolution = Analyses.getResult<ScalarEvolutionAnalysis>(F);
  auto &Dominators = Analyses.getResult<DominatorTreeAnalysis>(F);
  const auto &Costs = Analyses.getResult<TargetIRAnalysis>(F);
  bool HasChanged = false;
  const auto OuterFirst = Loops.getLoopsInPreorder();
  for (Loop *L : reverse(OuterFirst))
    HasChanged |= LoopRewriter(*L, Evolution, Dominators, Loops, Costs).run();
  if (!HasChanged)
    return PreservedAnalyses::all();
  PreservedAnalyses Preserved;
  Preserved.preserve<LoopAnalysis>();
  Preserved.preserve<DominatorTreeAnalysis>();
  return Preserved;
}

} // namespace w2n
