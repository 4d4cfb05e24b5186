//===- NeighbourAddresses.cpp - Addresses next to one that did not trap ----===//

#include "Optimize/NeighbourAddresses.h"
#include "Optimize/LinearAccess.h"
#include "Optimize/SameBlocks.h"

#include "llvm/ADT/DepthFirstIterator.h"
#include "llvm/ADT/MapVector.h"
#include "llvm/IR/Dominators.h"
#include "llvm/IR/IRBuilder.h"

using namespace llvm;

namespace w2n {

namespace {

/// An access at a constant distance from others.
struct Neighbour {
  LinearAccess Access;
  /// The constant part of its 32-bit address.
  uint32_t Constant;
  /// The access whose address it is to be computed from; null where it stays as it is.
  const Neighbour *Origin = nullptr;
};

/// Accesses whose addresses differ by constants, in an order in which each comes after those
/// that dominate it.
using Group = SmallVector<Neighbour, 8>;

MapVector<Value *, Group> groupsOf(const DominatorTree &Dominators) {
  MapVector<Value *, Group> Groups;
  for (const DomTreeNode *Node : depth_first(Dominators.getRootNode()))
    for (Instruction &I : *Node->getBlock())
      if (auto Access = takeApart(I)) {
        const AddressSum Sum = splitAddress(Access->address());
        if (!isa<Constant>(Sum.Root))
          Groups[Sum.Root].push_back({*Access, static_cast<uint32_t>(Sum.Constant)});
      }
  return Groups;
}

/// How much larger the address of one access is than that of another that proves that adding
/// that does not wrap; nothing where it proves nothing.
std::optional<uint64_t> provenDistance(const Neighbour &From, const Neighbour &To) {
  const uint32_t Distance = To.Constant - From.Constant;
  if (Distance == 0 || Distance > MaxDistance)
    return std::nullopt;
  return Distance;
}

/// The access that To is best computed from: the lowest that is certain to come before.
const Neighbour *findProof(ArrayRef<Neighbour> Before, const Neighbour &To,
                           const DominatorTree &Dominators) {
  const Neighbour *Best = nullptr;
  uint64_t BestDistance = 0;
  for (const Neighbour &From : Before) {
    const auto Distance = provenDistance(From, To);
    if (!From.Origin && Distance && *Distance > BestDistance &&
        Dominators.dominates(From.Access.Access, To.Access.Access)) {
      Best = &From;
      BestDistance = *Distance;
    }
  }
  return Best;
}

void rewrite(const Neighbour &To) {
  IRBuilder<> Builder(To.Access.Access);
  Value *Start = Builder.CreatePtrAdd(To.Access.Base, To.Origin->Access.Extended);
  const uint64_t Distance = *provenDistance(*To.Origin, To);
  setPointer(To.Access, Builder.CreatePtrAdd(Start, Builder.getInt64(Distance + To.Access.Offset)));
}

/// The number of earlier accesses that are looked at for each.
constexpr size_t MaxLookBack = 64;

void findOrigins(Group &Accesses, const DominatorTree &Dominators) {
  for (size_t I = 1; I < Accesses.size(); ++I) {
    const size_t First = I > MaxLookBack ? I - MaxLookBack : 0;
    const auto Before = ArrayRef(Accesses).slice(First, I - First);
    Accesses[I].Origin = findProof(Before, Accesses[I], Dominators);
  }
}

} // namespace

PreservedAnalyses NeighbourAddressesPass::run(Function &F, FunctionAnalysisManager &Analyses) {
  if (addressProof(*F.getParent()) != AddressProof::Guarded)
    return PreservedAnalyses::all();
  const DominatorTree &Dominators = Analyses.getResult<DominatorTreeAnalysis>(F);
  auto Groups = groupsOf(Dominators);
  for (auto &[Root, Accesses] : Groups)
    findOrigins(Accesses, Dominators);
  // Only now: what is put into a block makes LLVM number its instructions anew.
  bool HasChanged = false;
  for (const auto &[Root, Accesses] : Groups)
    for (const Neighbour &Access : Accesses)
      if (Access.Origin) {
        rewrite(Access);
        HasChanged = true;
      }
  return preserveBlocks(HasChanged);
}

} // namespace w2n
