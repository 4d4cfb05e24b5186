//===- EnvMemory.h - Addresses in linear memory ----------------------------===//

#ifndef W2N_LOWER_ENVMEMORY_H
#define W2N_LOWER_ENVMEMORY_H

#include "Lower/EnvTraps.h"
#include "Wasm/Types.h"

#include "llvm/IR/IRBuilder.h"

namespace w2n {

class ModuleLowering;

/// The only place that knows how an address becomes a pointer, and that nothing
/// outside of the memory can be reached through it: the sandbox rests on this.
class EnvMemory {
public:
  EnvMemory(ModuleLowering &Lowering, TrapBlocks &Traps) : Lowering(Lowering), Traps(Traps) {}

  /// The pointer to Bytes bytes (at least one) at Address + Offset of memory number Index,
  /// whose w2n_memory is at MemoryRecord. Guarded, any access through it either stays
  /// inside the memory or faults in the guard; otherwise the bounds are compared here.
  llvm::Value *pointer(llvm::IRBuilderBase &Builder, uint32_t Index, llvm::Value *MemoryRecord,
                       llvm::Value *Address, uint64_t Offset, uint64_t Bytes);

  /// Accesses through such a pointer.
  llvm::Value *load(llvm::IRBuilderBase &Builder, uint32_t Index, llvm::Type *Type,
                    llvm::Value *Pointer);
  void store(llvm::IRBuilderBase &Builder, uint32_t Index, llvm::Value *Value,
             llvm::Value *Pointer);

  /// The accessible bytes of memory number Index.
  llvm::Value *size(llvm::IRBuilderBase &Builder, uint32_t Index, llvm::Value *MemoryRecord);

private:
  ModuleLowering &Lowering;
  TrapBlocks &Traps;

  llvm::Value *base(llvm::IRBuilderBase &Builder, llvm::Value *MemoryRecord, bool IsGuarded);
  void checkBounds(llvm::IRBuilderBase &Builder, uint32_t Index, llvm::Value *MemoryRecord,
                   llvm::Value *Address, uint64_t Offset, uint64_t Bytes);
  llvm::MDNode *accessTag(uint32_t Index) const;
  uint64_t maximumSize(uint32_t Index) const;
};

} // namespace w2n

#endif // W2N_LOWER_ENVMEMORY_H
