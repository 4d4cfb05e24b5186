//===- LinearAccess.h - Accesses of linear memory, taken apart -------------===//

#ifndef W2N_OPTIMIZE_LINEARACCESS_H
#define W2N_OPTIMIZE_LINEARACCESS_H

#include "Optimize/AddressProof.h"

#include "llvm/IR/Instructions.h"

#include <cstdint>
#include <optional>

namespace w2n {

/// How far apart two addresses may be where one is computed from the other in 64 bits. Together
/// with the largest address and offset it stays inside the reservation of a guarded memory.
inline constexpr uint64_t MaxDistance = 0x8000;

/// A load or a store at Base + zext(Address) + Offset.
struct LinearAccess {
  llvm::Instruction *Access;
  llvm::Value *Base;
  /// From 32 to 64 bits.
  llvm::ZExtInst *Extended;
  /// In bytes.
  uint64_t Offset;

  llvm::Value *address() const { return Extended->getOperand(0); }
};

/// Whether an access has one of the types that AddressProof.h names.
bool hasMemoryType(const llvm::Instruction &I, llvm::StringRef TypeName);

/// Takes an access of linear memory apart; nothing where it is another, of another form, or
/// volatile. There is one for guarded memories, and one for those with explicit bounds, since
/// what an access proves of its address is another matter.
std::optional<LinearAccess> takeApart(llvm::Instruction &I);
std::optional<LinearAccess> takeCheckedApart(llvm::Instruction &I);

/// Makes an access use another address.
void setPointer(const LinearAccess &Access, llvm::Value *Pointer);

/// An address of 32 or 64 bits as a sum of a value and a constant, which may wrap. A constant is
/// its own root.
struct AddressSum {
  llvm::Value *Root;
  /// No wider than the address.
  uint64_t Constant;
};
AddressSum splitAddress(llvm::Value *Address);

} // namespace w2n

#endif // W2N_OPTIMIZE_LINEARACCESS_H
