//===- AliasTags.h - What cannot alias what --------------------------------===//
//
// Linear memory, the elements of tables, the values of globals and the runtime's
// own structs never overlap; type-based alias metadata tells LLVM.
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

  llvm::MDNode *LinearMemory;
  llvm::MDNode *TableElement;
  llvm::MDNode *Global;
  llvm::MDNode *InstanceState;

  /// Tags a load or store.
  template <typename InstructionT>
  static InstructionT *tag(InstructionT *Access, llvm::MDNode *Tag) {
    Access->setMetadata(llvm::LLVMContext::MD_tbaa, Tag);
    return Access;
  }
  bool isLinearMemory(const llvm::Instruction &I) const {
    return I.getMetadata(llvm::LLVMContext::MD_tbaa) == LinearMemory;
  }
};

} // namespace w2n

#endif // W2N_LOWER_ALIASTAGS_H
