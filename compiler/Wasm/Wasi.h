//===- Wasi.h - The functions of WASI --------------------------------------===//

#ifndef W2N_WASM_WASI_H
#define W2N_WASM_WASI_H

#include "llvm/ADT/StringRef.h"

namespace w2n {

/// What a function of WASI needs: a row W2N_WASI_GROUP of abi/wasi.def.
enum class WasiGroup : unsigned {
#define W2N_WASI_GROUP(NAME, TEXT, OPTION) NAME,
#include "abi/wasi.def"
  Count
};

/// "clocks"
llvm::StringRef wasiGroupName(WasiGroup Group);
/// The options that give a program what the group needs, or take it away; empty where there
/// are none.
llvm::StringRef wasiGroupOptions(WasiGroup Group);

/// A function as one of the modules of WASI has it.
struct WasiFunction {
  llvm::StringRef Name;
  /// operands:results in the letters of the opcode table.
  llvm::StringRef Signature;
  /// The C function of the runtime.
  llvm::StringRef Symbol;
  WasiGroup Group;
};

/// The names of the modules that functions of WASI are imported from: preview 1, and what
/// came before it (snapshot 0).
inline constexpr llvm::StringLiteral WasiModule = "wasi_snapshot_preview1";
inline constexpr llvm::StringLiteral WasiUnstableModule = "wasi_unstable";

/// The function that is imported by these names, or null where WASI has none.
const WasiFunction *findWasiFunction(llvm::StringRef Module, llvm::StringRef Name);

} // namespace w2n

#endif // W2N_WASM_WASI_H
