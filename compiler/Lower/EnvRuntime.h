//===- EnvRuntime.h - The runtime's functions, by name ---------------------===//

#ifndef W2N_LOWER_ENVRUNTIME_H
#define W2N_LOWER_ENVRUNTIME_H

#include "Wasm/Wasi.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/IR/IRBuilder.h"
#include "llvm/IR/Module.h"

namespace w2n {

/// A row of abi/builtins.def.
enum class Builtin : unsigned {
#define W2N_BUILTIN(NAME, RESULT, PARAMETERS, FLAGS) NAME,
#include "abi/builtins.def"
};

inline constexpr unsigned BuiltinCount = 0
#define W2N_BUILTIN(NAME, RESULT, PARAMETERS, FLAGS) +1
#include "abi/builtins.def"
    ;

/// The symbol of a function of the runtime.
llvm::StringRef builtinSymbol(Builtin Which);

/// A function of the runtime, declared in M.
llvm::FunctionCallee declareBuiltin(llvm::Module &M, Builtin Which);

/// Calls a function of the runtime, which is declared in the builder's module the
/// first time. Builder must be at a place inside a function.
llvm::CallInst *callBuiltin(llvm::IRBuilderBase &Builder, Builtin Which,
                            llvm::ArrayRef<llvm::Value *> Arguments);

/// The w2n_runtime_link of a dynamic library, declared in M.
llvm::Constant *declareRuntimeLink(llvm::Module &M);

/// The C function behind a WASI function, declared in M.
llvm::FunctionCallee declareWasiFunction(llvm::Module &M, const WasiFunction &Function);

/// The w2n_wasi that a program's calls are given, declared in M.
llvm::Constant *declareProgramWasi(llvm::Module &M);

/// The w2n_store of a program, declared in M.
llvm::Constant *declareProgramStore(llvm::Module &M);

/// Makes the object depend on a runtime of this ABI version.
void requireAbiVersion(llvm::Module &M);

} // namespace w2n

#endif // W2N_LOWER_ENVRUNTIME_H
