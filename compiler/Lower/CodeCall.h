//===- CodeCall.h - How compiled functions call each other -----------------===//
//
// The internal calling convention is LLVM's tailcc, under which a call can take the
// place of its caller's frame whatever the two types are; a program without such calls
// has fastcc, under which a call costs less. A function takes its instance (in
// libraries), a pointer to a buffer where it has more than two results, and its
// parameters; one or two results are returned in registers. The buffer, not LLVM's own
// way of returning large structs, since a tail call can hand it on.
//
//===----------------------------------------------------------------------===//

#ifndef W2N_LOWER_CODECALL_H
#define W2N_LOWER_CODECALL_H

#include "Wasm/Types.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/IR/CallingConv.h"
#include "llvm/IR/IRBuilder.h"

namespace w2n {

class ModuleLowering;

/// The calling convention of all compiled functions of a module.
llvm::CallingConv::ID codeConvention(const ModuleLowering &Lowering);
/// Whether this is the calling convention of compiled functions in some module.
bool isCodeConvention(llvm::CallingConv::ID Convention);

using ResultValues = llvm::SmallVector<llvm::Value *, 4>;

/// Whether results are written to a buffer.
bool returnsThroughBuffer(const FuncType &Type);

/// The LLVM type of code of the given type.
llvm::FunctionType *codeType(const ModuleLowering &Lowering, const FuncType &Type);

/// The operands of a compiled function of the given type, and its buffer, or null.
llvm::SmallVector<llvm::Value *, 8> codeOperands(const ModuleLowering &Lowering,
                                                 llvm::IRBuilderBase &Builder, llvm::Function &F,
                                                 const FuncType &Type);
llvm::Argument *codeBuffer(const ModuleLowering &Lowering, llvm::Function &F, const FuncType &Type);

/// Calls code and gives its results. Instance is ignored in programs. In Call, where it
/// is given, the call instruction.
ResultValues callCode(const ModuleLowering &Lowering, llvm::IRBuilderBase &Builder,
                      const FuncType &Type, llvm::Value *Code, llvm::Value *Instance,
                      llvm::ArrayRef<llvm::Value *> Operands, llvm::CallInst **Call = nullptr);

/// Ends F, which is of type Caller, in a call of code that has the same results.
void tailCallCode(const ModuleLowering &Lowering, llvm::IRBuilderBase &Builder, llvm::Function &F,
                  const FuncType &Caller, const FuncType &Type, llvm::Value *Code,
                  llvm::Value *Instance, llvm::ArrayRef<llvm::Value *> Operands);

/// Ends F, which is of the given type, with results.
void returnFromCode(const ModuleLowering &Lowering, llvm::IRBuilderBase &Builder, llvm::Function &F,
                    const FuncType &Type, llvm::ArrayRef<llvm::Value *> Results);

} // namespace w2n

#endif // W2N_LOWER_CODECALL_H
