//===- CountedLoops.h - Loops that run as often as is known before ---------===//

#ifndef W2N_OPTIMIZE_COUNTEDLOOPS_H
#define W2N_OPTIMIZE_COUNTEDLOOPS_H

#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/Analysis/LoopInfo.h"
#include "llvm/Analysis/ScalarEvolution.h"
#include "llvm/Analysis/ScalarEvolutionExpressions.h"
#include "llvm/Analysis/TargetTransformInfo.h"
#include "llvm/Transforms/Utils/ScalarEvolutionExpander.h"

#include <optional>

namespace w2n {

/// A value that advances by a constant in each iteration of L, or null.
const llvm::SCEVAddRecExpr *findRecurrence(llvm::Value *V, const llvm::Loop &L,
                                           llvm::ScalarEvolution &Evolution);

/// That constant, as wide as the value.
const llvm::APInt &stepOf(const llvm::SCEVAddRecExpr &Recurrence, llvm::ScalarEvolution &Evolution);

/// How often the back edge of a loop is taken.
struct LoopCount {
  /// No wider than 64 bits.
  const llvm::SCEV *Count = nullptr;
  /// What is left over where the loop ends when a counter equals a number that its steps may
  /// miss; null where they cannot.
  const llvm::SCEV *Remainder = nullptr;
  /// The size of those steps.
  uint64_t CounterStep = 0;

  /// Whether a 32-bit address that advances by AddressStep comes around to all others before a
  /// counter that has missed its end can come to it again. By steps of a power of two that never
  /// does; otherwise it goes through all numbers first, as an address with steps as large does
  /// sooner.
  bool isOvertakenBy(int64_t AddressStep) const;
};

/// Counts a loop that may as well trap before it begins, where it would later: it is left at its
/// latch only, but for exits to blocks that are traps, nothing else can be seen of how far it came,
/// and its inner loops end. It may be one that goes on until a counter equals a number, without it
/// being known that they come to be equal. The count can be computed before L at small cost.
std::optional<LoopCount> countOf(llvm::Loop &L,
                                 llvm::function_ref<bool(const llvm::BasicBlock &)> IsTrap,
                                 llvm::ScalarEvolution &Evolution, llvm::SCEVExpander &Expander,
                                 const llvm::TargetTransformInfo &Costs);

/// Whether a count can be computed before L, and at small cost. L has a preheader.
bool canCountBefore(llvm::Loop &L, const llvm::SCEV *Count, llvm::SCEVExpander &Expander,
                    const llvm::TargetTransformInfo &Costs);

/// Computes a count that canCountBefore() allows at the end of L's preheader, in 64 bits.
llvm::Value *countBefore(const llvm::Loop &L, const llvm::SCEV *Count,
                         llvm::SCEVExpander &Expander);

/// Computes, at the end of L's preheader, whether a counter misses the number that it is to equal.
/// Count has a remainder.
llvm::Value *isEndMissed(const llvm::Loop &L, const LoopCount &Count, llvm::SCEVExpander &Expander);

/// Makes L, which has one latch with a conditional branch, end there when Next equals End.
void endAt(llvm::Loop &L, llvm::Value *Next, llvm::Value *End);

/// Makes L, which is in its simple form, end when it comes to its latch for the Total-th time.
/// Total is 64 bits wide, and not 0. Gives the counter.
llvm::PHINode *endAfter(llvm::Loop &L, llvm::Value *Total);

} // namespace w2n

#endif // W2N_OPTIMIZE_COUNTEDLOOPS_H
