//===- EmitPasses.h - The passes of code generation -------------------------===//

#ifndef W2N_CODEGEN_EMITPASSES_H
#define W2N_CODEGEN_EMITPASSES_H

#include "llvm/IR/LegacyPassManager.h"
#include "llvm/Support/raw_ostream.h"
#include "llvm/Target/TargetMachine.h"

namespace w2n {

/// Adds what addPassesToEmitFile adds, and one more pass for AArch64: LLVM 22 may place a
/// reload from the stack between a call whose callee pops its arguments, as all that
/// have any there do under tailcc, and the instruction that makes up for it, and then
/// reads from the wrong place. The pass moves that instruction up to the call.
void addEmitPasses(llvm::TargetMachine &Machine, llvm::legacy::PassManager &Passes,
                   llvm::raw_pwrite_stream &Stream, llvm::CodeGenFileType Type);

} // namespace w2n

#endif // W2N_CODEGEN_EMITPASSES_H
