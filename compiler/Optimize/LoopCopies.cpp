//===- LoopCopies.cpp - Finds the copies in the body of an unrolled loop ---===//

#include "Optimize/LoopCopies.h"
#include "Optimize/CountedLoops.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/IR/DataLayout.h"
#include "llvm/IR/Instructions.h"

using namespace llvm;

namespace w2n {

const SCEVAddRecExpr *LoopCopies::recurrence(Value *V) const {
  return findRecurrence(V, L, Evolution);
}

Value *LoopCopies::advance(Value *V, unsigned Copies) const {
  for (; V && Copies; --Copies)
    V = successor(V);
  return V;
}

Value *LoopCopies::first(Value *V) const {
  for (Instruction &I : Body)
    if (!isa<PHINode>(I) && advance(&I, Count - 1) == V)
      return &I;
  return nullptr;
}

/// Whether To is as much larger than From as one of Count copies advances it.
static bool isNextShare(const SCEVAddRecExpr &From, Value *To, unsigned Count,
                        ScalarEvolution &Evolution) {
  const APInt &Step = stepOf(From, Evolution);
  if (From.getType() != To->getType() || Step.srem(Count) != 0)
    return false;
  const auto *Difference =
      dyn_cast<SCEVConstant>(Evolution.getMinusSCEV(Evolution.getSCEV(To), &From));
  return Difference && Difference->getAPInt() == Step.sdiv(APInt(Step.getBitWidth(), Count));
}

bool LoopCopies::provePhi(PHINode &From, Value *To) {
  Value *Last = From.getIncomingValueForBlock(&Body);
  if (auto *Phi = dyn_cast<PHINode>(To); Phi && Phi->getParent() == &Body) {
    Work.emplace_back(Last, Phi->getIncomingValueForBlock(&Body));
    return true;
  }
  auto *Instruction = dyn_cast<llvm::Instruction>(To);
  if (!Instruction || Instruction->getParent() != &Body)
    return false;
  Wraps.emplace_back(Last, To);
  return true;
}

/// Whether two values may correspond, by a look at what they are made of.
bool LoopCopies::mayCorrespond(Value *From, Value *To, unsigned Depth) const {
  const auto *First = dyn_cast<Instruction>(From);
  const auto *Second = dyn_cast<Instruction>(To);
  if (!First || !L.contains(First))
    return From == To;
  if (!Second || !L.contains(Second))
    return false;
  if (const SCEVAddRecExpr *Known = recurrence(From))
    return isNextShare(*Known, To, Count, Evolution);
  if (isa<PHINode>(First))
    return true;
  if (!First->isSameOperationAs(Second))
    return false;
  return Depth == 0 || all_of(zip_equal(First->operands(), Second->operands()), [&](auto Pair) {
           return mayCorrespond(std::get<0>(Pair), std::get<1>(Pair), Depth - 1);
         });
}

/// Whether the operands of a commutative operation correspond the other way round.
bool LoopCopies::isOtherOrder(const Instruction &From, const Instruction &To) const {
  if (!From.isCommutative() || From.getNumOperands() < 2)
    return false;
  const auto Known = Successors.find(From.getOperand(0));
  if (Known != Successors.end())
    return Known->second == To.getOperand(1) && Known->second != To.getOperand(0);
  constexpr unsigned Depth = 3;
  const bool IsSame = mayCorrespond(From.getOperand(0), To.getOperand(0), Depth) &&
                      mayCorrespond(From.getOperand(1), To.getOperand(1), Depth);
  return !IsSame && mayCorrespond(From.getOperand(0), To.getOperand(1), Depth) &&
         mayCorrespond(From.getOperand(1), To.getOperand(0), Depth);
}

bool LoopCopies::proveInstruction(Instruction &From, Instruction &To) {
  if (!From.isSameOperationAs(&To) || From.isVolatile() || To.getParent() != &Body)
    return false;
  const bool IsSwapped = isOtherOrder(From, To);
  for (unsigned I = 0; I < From.getNumOperands(); ++I)
    Work.emplace_back(From.getOperand(I), To.getOperand(IsSwapped && I < 2 ? 1 - I : I));
  return true;
}

bool LoopCopies::proveOne(Value *From, Value *To) {
  auto *Instruction = dyn_cast<llvm::Instruction>(From);
  if (!Instruction || !L.contains(Instruction))
    return From == To;
  if (auto Known = Successors.find(From); Known != Successors.end())
    return Known->second == To ||
           (recurrence(From) && Evolution.getSCEV(Known->second) == Evolution.getSCEV(To));
  Successors[From] = To;
  if (const SCEVAddRecExpr *Known = recurrence(From))
    return isNextShare(*Known, To, Count, Evolution);
  if (auto *Phi = dyn_cast<PHINode>(Instruction))
    return provePhi(*Phi, To);
  auto *Other = dyn_cast<llvm::Instruction>(To);
  return Other && proveInstruction(*Instruction, *Other);
}

bool LoopCopies::prove() {
  while (!Work.empty()) {
    const auto [From, To] = Work.pop_back_val();
    if (!proveOne(From, To))
      return false;
  }
  return all_of(Wraps, [&](auto Wrap) { return advance(Wrap.second, Count - 1) == Wrap.first; });
}

/// A phi that each copy adds something to.
bool LoopCopies::addReduction(PHINode &Phi) {
  Value *Last = Phi.getIncomingValueForBlock(&Body);
  SmallVector<Value *> Chain = {Last};
  const auto *Operation = dyn_cast<Instruction>(Last);
  while (Operation && Operation->getNumOperands() == 2 && Operation->getParent() == &Body) {
    Value *Next = nullptr;
    for (Value *Operand : Operation->operands()) {
      const auto *I = dyn_cast<Instruction>(Operand);
      if (Operand == &Phi || (I && I->isSameOperationAs(cast<Instruction>(Last)) && !Next))
        Next = Operand;
    }
    if (!Next || Next == &Phi)
      break;
    Chain.push_back(Next);
    Operation = cast<Instruction>(Next);
  }
  if (Chain.size() < 2 || (Count != 0 && Chain.size() != Count))
    return false;
  Count = Chain.size();
  Work.emplace_back(&Phi, Chain.back());
  for (size_t I = Chain.size() - 1; I > 0; --I)
    Work.emplace_back(Chain[I], Chain[I - 1]);
  return true;
}

bool LoopCopies::addReductions() {
  for (PHINode &Phi : Body.phis()) {
    const auto *Last = dyn_cast<Instruction>(Phi.getIncomingValueForBlock(&Body));
    const bool IsUsed = Last && any_of(Last->users(), [&](const User *U) {
                          return !L.contains(cast<Instruction>(U));
                        });
    if (IsUsed && !recurrence(&Phi) && !Successors.contains(&Phi) && !addReduction(Phi))
      return false;
  }
  return true;
}

bool LoopCopies::overlap(LoadInst &Load, StoreInst &Store) const {
  const DataLayout &Layout = Load.getDataLayout();
  const auto *Distance = dyn_cast<SCEVConstant>(Evolution.getMinusSCEV(
      Evolution.getSCEV(Store.getPointerOperand()), Evolution.getSCEV(Load.getPointerOperand())));
  if (!Distance)
    return true;
  const int64_t Bytes = Distance->getAPInt().getSExtValue();
  const auto SizeOf = [&](Type *T) {
    return static_cast<int64_t>(Layout.getTypeStoreSize(T).getFixedValue());
  };
  return Bytes < SizeOf(Load.getType()) && -Bytes < SizeOf(Store.getValueOperand()->getType());
}

/// Whether a load of the first copy, and what corresponds to it, sees the same stores when the
/// copies are run one after the other.
bool LoopCopies::keepsOrder(LoadInst &First) const {
  const size_t PerCopy = Stores.size() / Count;
  Value *Current = &First;
  for (unsigned Copy = 0; Copy < Count; ++Copy, Current = successor(Current)) {
    auto *Load = dyn_cast_or_null<LoadInst>(Current);
    if (!Load)
      return false;
    for (size_t I = 0; I < Stores.size(); ++I) {
      const bool WasBefore = Stores[I]->comesBefore(Load);
      const bool IsBefore =
          I / PerCopy < Copy || (I / PerCopy == Copy && Stores[I % PerCopy]->comesBefore(&First));
      if (WasBefore != IsBefore && overlap(*Load, *Stores[I]))
        return false;
    }
  }
  return true;
}

bool LoopCopies::keepsOrder() const {
  SmallPtrSet<Instruction *, 32> Needed;
  SmallVector<Value *> Pending;
  for (StoreInst *Store : firstStores())
    Pending.append(Store->op_begin(), Store->op_end());
  for (const auto &Wrap : Wraps)
    Pending.push_back(Wrap.second);
  while (!Pending.empty()) {
    auto *I = dyn_cast<Instruction>(Pending.pop_back_val());
    if (!I || I->getParent() != &Body || isa<PHINode>(I) || !Needed.insert(I).second)
      continue;
    if (auto *Load = dyn_cast<LoadInst>(I); Load && !keepsOrder(*Load))
      return false;
    Pending.append(I->op_begin(), I->op_end());
  }
  return true;
}

bool LoopCopies::tryCount(unsigned Number) {
  Count = Number;
  Successors.clear();
  Work.clear();
  Wraps.clear();
  if (!Stores.empty()) {
    const size_t PerCopy = Stores.size() / Count;
    for (size_t I = 0; I + PerCopy < Stores.size(); ++I)
      if (!proveInstruction(*Stores[I], *Stores[I + PerCopy]))
        return false;
  }
  return prove() && addReductions() && prove() && Count > 1 && keepsOrder();
}

bool LoopCopies::find() {
  for (Instruction &I : Body)
    if (auto *Store = dyn_cast<StoreInst>(&I))
      Stores.push_back(Store);
  if (Stores.empty())
    return tryCount(0);
  constexpr size_t MaxStores = 64;
  if (Stores.size() > MaxStores)
    return false;
  for (unsigned Number = Stores.size(); Number > 1; --Number)
    if (Stores.size() % Number == 0 && tryCount(Number))
      return true;
  return false;
}

} // namespace w2n
