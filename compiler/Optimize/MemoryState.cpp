//===- MemoryState.cpp - The size and base of a memory, early --------------===//

#include "Optimize/MemoryState.h"
#include "Optimize/AddressProof.h"
#include "Optimize/LinearAccess.h"
#include "Optimize/SameBlocks.h"

#include "llvm/ADT/MapVector.h"
#include "llvm/Analysis/MemorySSA.h"
#include "llvm/IR/InstIterator.h"

using namespace llvm;

namespace w2n {

/// Moves the computation of a pointer into the first block of a function, if it is made of the
/// function's arguments and of what never changes.
static bool moveToEntry(Value *Pointer, BasicBlock &Entry) {
  auto *I = dyn_cast<Instruction>(Pointer);
  if (!I || I->getParent() == &Entry)
    return true;
  const bool IsInvariant = isa<GetElementPtrInst>(I) ||
                           (isa<LoadInst>(I) && I->hasMetadata(LLVMContext::MD_invariant_load));
  if (!IsInvariant || !all_of(I->operands(), [&](Value *V) { return moveToEntry(V, Entry); }))
    return false;
  I->moveBefore(Entry.getTerminator()->getIterator());
  return true;
}

namespace {

/// Loads from one address, each replaced by one where what it gives was last changed.
class EarlyLoads {
public:
  EarlyLoads(Value &Pointer, BasicBlock &Entry, MemorySSA &Memory)
      : Pointer(Pointer), Entry(Entry), Memory(Memory) {}

  bool replace(LoadInst &Load);

private:
  Value &Pointer;
  BasicBlock &Entry;
  MemorySSA &Memory;
  /// The one after a call, or at the start of the function for null.
  DenseMap<Instruction *, LoadInst *> Known;

  BasicBlock::iterator placeAfter(Instruction *Changer);
};

/// Where a change can be seen and the pointer is known.
BasicBlock::iterator EarlyLoads::placeAfter(Instruction *Changer) {
  auto *Computed = dyn_cast<Instruction>(&Pointer);
  if (Computed && (!Changer || (Changer->getParent() == &Entry && Changer->comesBefore(Computed))))
    return std::next(Computed->getIterator());
  return Changer ? std::next(Changer->getIterator()) : Entry.getFirstNonPHIOrDbgOrAlloca();
}

bool EarlyLoads::replace(LoadInst &Load) {
  MemoryAccess *Change = Memory.getWalker()->getClobberingMemoryAccess(&Load);
  auto *Definition = dyn_cast<MemoryDef>(Change);
  if (!Definition)
    return false;
  Instruction *Changer = Definition->getMemoryInst();
  if (Changer && !isa<CallInst>(Changer))
    return false;
  LoadInst *&Early = Known[Changer];
  if (!Early) {
    Early = cast<LoadInst>(Load.clone());
    Early->insertBefore(placeAfter(Changer));
  }
  Load.replaceAllUsesWith(Early);
  return true;
}

} // namespace

PreservedAnalyses MemoryStatePass::run(Function &F, FunctionAnalysisManager &Analyses) {
  MapVector<Value *, SmallVector<LoadInst *>> Loads;
  for (Instruction &I : instructions(F))
    if (auto *Load = dyn_cast<LoadInst>(&I);
        Load && (hasMemoryType(I, MemorySizeTypeName) || hasMemoryType(I, MemoryBaseTypeName)))
      Loads[Load->getPointerOperand()].push_back(Load);
  if (Loads.empty())
    return PreservedAnalyses::all();
  MemorySSA &Memory = Analyses.getResult<MemorySSAAnalysis>(F).getMSSA();
  SmallVector<LoadInst *> Replaced;
  for (const auto &[Pointer, Same] : Loads) {
    if (!moveToEntry(Pointer, F.getEntryBlock()))
      continue;
    EarlyLoads Early(*Pointer, F.getEntryBlock(), Memory);
    for (LoadInst *Load : Same)
      if (Early.replace(*Load))
        Replaced.push_back(Load);
  }
  for (LoadInst *Load : Replaced)
    Load->eraseFromParent();
  return preserveBlocks();
}

} // namespace w2n
