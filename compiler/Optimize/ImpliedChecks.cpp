//===- ImpliedChecks.cpp - Checks of bounds that others imply --------------===//

#include "Optimize/ImpliedChecks.h"
#include "Optimize/BoundsCheck.h"
#include "Optimize/CheckFacts.h"
#include "Optimize/LinearAccess.h"

#include "llvm/ADT/DepthFirstIterator.h"
#include "llvm/ADT/MapVector.h"
#include "llvm/Analysis/DomTreeUpdater.h"

using namespace llvm;

namespace w2n {

namespace {

/// A check that is made for certain once another is, and nothing can be seen in between.
struct Follower {
  BoundsCheck Check;
  /// How much larger its address is than that of the first.
  int64_t Distance;
};

class CheckRemover {
public:
  explicit CheckRemover(DominatorTree &Dominators)
      : Dominators(Dominators), Updater(Dominators, DomTreeUpdater::UpdateStrategy::Lazy),
        Facts(Dominators) {}

  bool run();

private:
  DominatorTree &Dominators;
  DomTreeUpdater Updater;
  CheckFacts Facts;
  SmallVector<BoundsCheck> Implied;
  SmallPtrSet<BranchInst *, 8> Combined;
  bool HasChanged = false;

  void combine(BasicBlock &First);
  void combineGroup(ArrayRef<Follower> Group);
  void visitChecks();
  void widenAddresses();
};

/// The checks that follow one after the other from a block on.
SmallVector<BoundsCheck> checksFrom(BasicBlock &First) {
  constexpr size_t MaxChecks = 64;
  SmallVector<BoundsCheck> Checks;
  BasicBlock *Block = &First;
  while (Checks.size() < MaxChecks) {
    const auto Check = takeCheckApart(*Block);
    if (!Check || (!Checks.empty() && !areSameTrap(*Checks.front().trap(), *Check->trap())))
      break;
    Checks.push_back(*Check);
    Block = Check->inBounds();
    if (!Block->getSinglePredecessor() || !all_of(*Block, mayTrapBefore))
      break;
  }
  return Checks;
}

/// Makes the first of some checks that of the range from the lowest address to the highest.
void CheckRemover::combineGroup(ArrayRef<Follower> Group) {
  int64_t Lowest = 0;
  int64_t Highest = 0;
  for (const Follower &Each : Group) {
    Lowest = std::min(Lowest, Each.Distance);
    Highest = std::max(Highest, Each.Distance);
  }
  const BoundsCheck &First = Group.front().Check;
  uint64_t Last = 0;
  for (const Follower &Each : Group)
    Last = std::max(Last, Each.Check.Last + (Each.Distance - Lowest));
  // Were the range to wrap, its lowest address would be out of bounds, and that is accessed.
  if (Last > UINT32_MAX || uint64_t(Highest - Lowest) > unreachableBytes(First) ||
      (Lowest == 0 && Last == First.Last))
    return;
  IRBuilder<> Builder(First.Branch);
  Value *Start = First.Extended;
  if (Lowest != 0) {
    const AddressSum Sum = splitAddress(First.address());
    Start = Builder.CreateAdd(
        Sum.Root, ConstantInt::getSigned(Sum.Root->getType(),
                                         SignExtend64(Sum.Constant + Lowest, First.addressBits())));
    Start = Builder.CreateZExt(Start, Builder.getInt64Ty());
  }
  changeCheck(First, Start, Last);
  HasChanged = true;
}

void CheckRemover::combine(BasicBlock &First) {
  if (const auto *Branch = dyn_cast<BranchInst>(First.getTerminator());
      !Branch || Combined.contains(Branch))
    return;
  MapVector<std::pair<Value *, Value *>, SmallVector<Follower>> Groups;
  for (const BoundsCheck &Check : checksFrom(First)) {
    const AddressSum Sum = splitAddress(Check.address());
    if (!Combined.insert(Check.Branch).second || isa<Constant>(Sum.Root))
      continue;
    auto &Group = Groups[{Check.Size, Sum.Root}];
    const uint64_t Start =
        Group.empty() ? Sum.Constant : splitAddress(Group.front().Check.address()).Constant;
    const int64_t Distance = SignExtend64(Sum.Constant - Start, Check.addressBits());
    if (std::abs(Distance) <= static_cast<int64_t>(MaxDistance))
      Group.push_back({Check, Distance});
  }
  for (const auto &[Key, Group] : Groups)
    if (Group.size() > 1)
      combineGroup(Group);
}

void CheckRemover::visitChecks() {
  for (const DomTreeNode *Node : depth_first(Dominators.getRootNode())) {
    BasicBlock &Block = *Node->getBlock();
    combine(Block);
    const auto Check = takeCheckApart(Block);
    if (!Check)
      continue;
    if (isBelowAnySize(*Check) || Facts.imply(*Check))
      Implied.push_back(*Check);
    else
      Facts.add(*Check);
  }
}

/// Computes zext(p + k) as zext(p) + k where a check of p tells that p + k does not wrap.
void CheckRemover::widenAddresses() {
  CheckFacts Left(Dominators);
  for (const DomTreeNode *Node : depth_first(Dominators.getRootNode())) {
    BasicBlock &Block = *Node->getBlock();
    for (Instruction &I : make_early_inc_range(Block)) {
      auto *Widened = dyn_cast<ZExtInst>(&I);
      if (Widened && Left.widen(*Widened))
        HasChanged = true;
    }
    if (const auto Check = takeCheckApart(Block))
      Left.add(*Check);
  }
}

bool CheckRemover::run() {
  visitChecks();
  HasChanged |= !Implied.empty();
  for (const BoundsCheck &Check : Implied)
    removeCheck(Check, Updater);
  Updater.flush();
  widenAddresses();
  return HasChanged;
}

} // namespace

PreservedAnalyses ImpliedChecksPass::run(Function &F, FunctionAnalysisManager &Analyses) {
  if (none_of(F, [](const BasicBlock &Block) { return takeCheckApart(Block).has_value(); }))
    return PreservedAnalyses::all();
  CheckRemover Remover(Analyses.getResult<DominatorTreeAnalysis>(F));
  return Remover.run() ? PreservedAnalyses::none() : PreservedAnalyses::all();
}

} // namespace w2n
