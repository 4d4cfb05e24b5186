//===- Sections.h - The decoders of the sections ---------------------------===//
//
// Each reads the content of one section (core spec, 5.5) into the module, which has
// what the sections before it said. That the content ends where the section does is
// for the caller to check.
//
//===----------------------------------------------------------------------===//

#ifndef W2N_DECODE_SECTIONS_H
#define W2N_DECODE_SECTIONS_H

#include "Support/ByteReader.h"
#include "Wasm/Features.h"
#include "Wasm/Module.h"

#include "llvm/Support/Error.h"

namespace w2n {

llvm::Error decodeTypeSection(ByteReader &R, Module &M, const Features &Enabled);
llvm::Error decodeImportSection(ByteReader &R, Module &M, const Features &Enabled);
llvm::Error decodeFunctionSection(ByteReader &R, Module &M, const Features &Enabled);
llvm::Error decodeTableSection(ByteReader &R, Module &M, const Features &Enabled);
llvm::Error decodeMemorySection(ByteReader &R, Module &M, const Features &Enabled);
llvm::Error decodeTagSection(ByteReader &R, Module &M, const Features &Enabled);
llvm::Error decodeGlobalSection(ByteReader &R, Module &M, const Features &Enabled);
llvm::Error decodeExportSection(ByteReader &R, Module &M, const Features &Enabled);
llvm::Error decodeStartSection(ByteReader &R, Module &M, const Features &Enabled);
llvm::Error decodeElementSection(ByteReader &R, Module &M, const Features &Enabled);
llvm::Error decodeDataCountSection(ByteReader &R, Module &M, const Features &Enabled);
llvm::Error decodeCodeSection(ByteReader &R, Module &M, const Features &Enabled);
llvm::Error decodeDataSection(ByteReader &R, Module &M, const Features &Enabled);

/// Reads past a constant expression, which is checked for its encoding alone, and gives
/// its range, final end included.
ByteRange readConstantExpression(ByteReader &R, const Features &Enabled);

} // namespace w2n

#endif // W2N_DECODE_SECTIONS_H
