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

/// The name of the type that type-based alias metadata gives to accesses of linear memory.
inline constexpr const char *LinearMemoryTypeName = "linear memory";

/// An access whose address, without its offset, is this much or more traps, where the memories
/// of a module are Limited or Guarded: so one that did not trap proves that adding less than the
/// rest to its address does not wrap.
inline constexpr uint64_t AddressLimit = W2N_MEMORY32_MAXIMUM_SIZE;

/// What holds of each memory of a module.
enum class AddressProof : uint32_t {
  /// Nothing: one of them has 64-bit addresses or pages of one byte, or may have 65,536 pages.
  None = 0,
  /// AddressLimit, by comparisons in the code.
  Limited = 1,
  /// AddressLimit, and an access at any 32-bit address with any offset below
  /// W2N_GUARDED_RESERVATION traps where the memory ends.
  Guarded = 2,
};

/// Says in the IR what holds.
void setAddressProof(llvm::Module &M, AddressProof Proof);

/// What lowering said; None where it said nothing.
AddressProof addressProof(const llvm::Module &M);

} // namespace w2n

#endif // W2N_OPTIMIZE_ADDRESSPROOF_H
