//===- BoundsCheck.h - Comparisons with the size of a memory ---------------===//
//
// A memory with explicit bounds is accessed after a branch that goes to a trap unless
//
//     address + last < size
//
// where the address is a number of 32 or 64 bits, the last byte of the access a constant, and
// the sum does not wrap. What the passes over these branches conclude rests on the branches that
// they leave, on the size being in its range and on its never becoming less: not on accesses,
// nor on arithmetic that were undefined behaviour if it wrapped.
//
//===----------------------------------------------------------------------===//

#ifndef W2N_OPTIMIZE_BOUNDSCHECK_H
#define W2N_OPTIMIZE_BOUNDSCHECK_H

#include "llvm/IR/IRBuilder.h"
#include "llvm/IR/Instructions.h"

#include <cstdint>
#include <optional>

namespace w2n {

struct BoundsCheck {
  llvm::BranchInst *Branch;
  /// Which successor is the trap.
  unsigned TrapIndex;
  /// From where the size was loaded.
  llvm::LoadInst *Size;
  /// The address as a number of 64 bits: of 32 bits if it is a ZExtInst.
  llvm::Value *Extended;
  uint64_t Last;

  llvm::BasicBlock *trap() const { return Branch->getSuccessor(TrapIndex); }
  llvm::BasicBlock *inBounds() const { return Branch->getSuccessor(1 - TrapIndex); }
  /// The address as the module computes it.
  llvm::Value *address() const;
  unsigned addressBits() const { return address()->getType()->getIntegerBitWidth(); }
};

/// Takes the check apart that a block ends in; nothing where it ends in something else.
std::optional<BoundsCheck> takeCheckApart(const llvm::BasicBlock &Block);

/// The least and the most that a loaded size can be.
uint64_t leastSize(const llvm::LoadInst &Size);
uint64_t mostSize(const llvm::LoadInst &Size);

/// How many addresses below the largest are out of bounds whatever the size: no sequence of
/// addresses that wraps in steps of no more gets around them.
uint64_t unreachableBytes(const BoundsCheck &Check);

/// The call that a block does nothing but make, if that is a trap; null if it is not.
const llvm::CallInst *trapCall(const llvm::BasicBlock &Block);
/// Whether two blocks do nothing but end in the same trap.
bool areSameTrap(const llvm::BasicBlock &A, const llvm::BasicBlock &B);

/// Whether an access out of bounds is the only thing to be seen of an instruction, so that a
/// trap after it may as well come before it.
bool mayTrapBefore(const llvm::Instruction &I);

/// Makes a comparison of the form above: whether Extended + Last is less than the size, for
/// ICMP_ULT, or is not, for ICMP_UGE.
llvm::Value *createComparison(llvm::IRBuilderBase &Builder, llvm::CmpInst::Predicate Predicate,
                              llvm::LoadInst &Size, llvm::Value *Extended, uint64_t Last);

/// Makes a check compare with another address or last byte.
void changeCheck(const BoundsCheck &Check, llvm::Value *Extended, uint64_t Last);

} // namespace w2n

#endif // W2N_OPTIMIZE_BOUNDSCHECK_H
