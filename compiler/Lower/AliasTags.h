//===- AliasTags.h - What cannot alias what --------------------------------===//
//
// Linear memory, the elements of tables, the values of globals and the runtime's
// own structs never overlap; type-based alias metadata tells LLVM. A guarded memory and one
// with explicit bounds are never the same, and the size of a memory, which only grows, is told
// apart from other state: compiler/Optimize knows both by their names (Optimize/AddressProof.h).
//
//===----------------------------------------------------------------------===//

#ifndef W2N_LOWER_ALIASTAGS_H
#define W2N_LOWER_ALIASTAGS_H

#include "llvm/IR/Instruction.h"
#include "llvm/IR/LLVMContext.h"
#include "llvm/IR/Metadata.h"

namespace w2n {

class AliasTags {
public:
  explicit AliasTags(llvm::LLVMContext &Context);

  /// Guarded memories.
  llvm::MDNode *LinearMemory;
  /// Memories with explicit bounds.
  llvm::MDNode *CheckedMemory;
  llvm::MDNode *TableElement;
  llvm::MDNode *Global;
  llvm::MDNode *InstanceState;
  /// Of memories with explicit bounds.
  llvm::MDNode *MemoryBase;
  llvm::MDNode *MemorySize;

  /// Tags a load or store.
  template <typename InstructionT>
  static InstructionT *tag(InstructionT *Access, llvm::MDNode *Tag) {
    Access->setMetadata(llvm::LLVMContext::MD_tbaa, Tag);
    return Access;
  }
  /// Whether an instruction accesses a memory where it faults out of bounds.
  bool isGuardedMemory(const llvm::Instruction &I) const {
    return I.getMetadata(llvm::LLVMContext::MD_tbaa) == LinearMemory;
  }
};

} // namespace w2n

#endif // W2N_LOWER_ALIASTAGS_H
