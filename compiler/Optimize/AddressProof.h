//===- AddressProof.h - What an access of linear memory proves -------------===//
//
// What lowering says of a module's memories, so that the passes over addresses need not know
// WebAssembly's types. Both sides include this header, and nothing else of each other.
//
//===----------------------------------------------------------------------===//

#ifndef W2N_OPTIMIZE_ADDRESSPROOF_H
#define W2N_OPTIMIZE_ADDRESSPROOF_H

#include "abi/constants.h"

#include "llvm/IR/Module.h"

namespace w2n {

/// The name of the type that type-based alias metadata gives to accesses of guarded memories.
inline constexpr const char *LinearMemoryTypeName = "linear memory";
/// That of accesses of memories with explicit bounds, which comparisons keep inside.
inline constexpr const char *CheckedMemoryTypeName = "checked memory";
/// That of loads of such a memory's size in bytes. A load has a range, unless any size is
/// possible, and never gives less than an earlier one from the same address.
inline constexpr const char *MemorySizeTypeName = "memory size";
/// That of loads of the first address of such a memory, which may move.
inline constexpr const char *MemoryBaseTypeName = "memory base";

/// An access whose address, without its offset, is this much or more traps, where the memories
/// of a module are Guarded: so one that did not trap proves that adding less than the
/// rest to its address does not wrap.
inline constexpr uint64_t AddressLimit = W2N_MEMORY32_MAXIMUM_SIZE;

/// What holds of each memory of a module.
enum class AddressProof : uint32_t {
  /// Nothing: one of them has explicit bounds, whose comparisons tell (BoundsCheck.h), or may
  /// have 65,536 pages.
  None = 0,
  /// AddressLimit, and an access at any 32-bit address with any offset below
  /// W2N_GUARDED_RESERVATION traps where the memory ends.
  Guarded = 1,
};

/// Says in the IR what holds.
void setAddressProof(llvm::Module &M, AddressProof Proof);

/// What lowering said; None where it said nothing.
AddressProof addressProof(const llvm::Module &M);

} // namespace w2n

#endif // W2N_OPTIMIZE_ADDRESSPROOF_H
