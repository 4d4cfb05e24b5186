//===- CustomSections.h - What custom sections say -------------------------===//

#ifndef W2N_DECODE_CUSTOMSECTIONS_H
#define W2N_DECODE_CUSTOMSECTIONS_H

#include "Support/ByteReader.h"
#include "Wasm/Module.h"

#include "llvm/ADT/STLFunctionalExtras.h"

namespace w2n {

/// Reads the first custom section with this name, where there is one. What Read leaves
/// unread, and what it finds malformed, is no error but a remark: the section is ignored
/// (core spec, 5.5.3). Gives whether there is one that was read to its end, so that Read
/// need not undo anything.
bool readCustomSection(Module &M, llvm::StringRef Name,
                       llvm::function_ref<void(ByteReader &)> Read);

/// Takes from their custom sections: the names of the module, of its functions and of its
/// tags (core spec, 7.4.1; tags, the extended name section proposal); branch hints
/// (metadata.code.branch_hint), once the code section has been decoded; producers; and
/// target features, of which one that no version of the language has is a remark.
void decodeCustomSections(Module &M);

void decodeNames(Module &M);
void decodeBranchHints(Module &M);
void decodeProducers(Module &M);
void decodeTargetFeatures(Module &M);

} // namespace w2n

#endif // W2N_DECODE_CUSTOMSECTIONS_H
