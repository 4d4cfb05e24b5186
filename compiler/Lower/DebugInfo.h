//===- DebugInfo.h - DWARF that leads back to the module -------------------===//
//
// For a debugger or a symbolizer, the source of the code is the module itself: functions have
// their names in WebAssembly, and a line is an offset in the binary, in bytes from its start,
// which is what all other tools for WebAssembly count in. (What the module's own DWARF says of
// the sources it was made from is not carried over.)
//
//===----------------------------------------------------------------------===//

#ifndef W2N_LOWER_DEBUGINFO_H
#define W2N_LOWER_DEBUGINFO_H

#include "llvm/IR/DIBuilder.h"
#include "llvm/IR/Module.h"

namespace w2n {

class DebugInfo {
public:
  /// FileName is what the module is called in there.
  DebugInfo(llvm::Module &M, llvm::StringRef FileName);

  /// Makes F, whose body is at Offset, a function called Name; F's own where that is empty.
  void describe(llvm::Function &F, llvm::StringRef Name, uint64_t Offset);

  /// The place of an instruction in a function that has been described.
  static llvm::DebugLoc location(const llvm::Function &F, uint64_t Offset);

  /// To be called once, when all functions have been described.
  void finish() { Builder.finalize(); }

private:
  llvm::DIBuilder Builder;
  llvm::DIFile *File;
  llvm::DISubroutineType *Type;
};

} // namespace w2n

#endif // W2N_LOWER_DEBUGINFO_H
