//===- TypeReader.h - Types and counts in the binary format ----------------===//
//
// What sections and instructions both read (core spec, 5.3). Problems go to the
// reader, whose first one sticks; what is returned after one means nothing.
//
//===----------------------------------------------------------------------===//

#ifndef W2N_DECODE_TYPEREADER_H
#define W2N_DECODE_TYPEREADER_H

#include "Support/ByteReader.h"
#include "Wasm/Features.h"
#include "Wasm/Types.h"

namespace w2n {

/// Fails R at Offset unless F is enabled; What is the thing that needs it.
void requireFeature(ByteReader &R, uint64_t Offset, const llvm::Twine &What, Feature F,
                    const Features &Enabled);

/// Reads how many elements of a vector follow. Fails where there are more than Limit,
/// or than the bytes left could hold (each takes one at least), so that the result is
/// fit to reserve memory by. What names them, in the plural.
uint32_t readCount(ByteReader &R, uint32_t Limit, const llvm::Twine &What);

/// Reads the name of an import or export, which must be UTF-8.
llvm::StringRef readExternName(ByteReader &R);

ValType readValType(ByteReader &R, const Features &Enabled);
/// A reference type, as for the elements of a table.
ValType readRefType(ByteReader &R, const Features &Enabled);
/// A heap type (the immediate of ref.null), as the nullable reference to it.
ValType readHeapType(ByteReader &R, const Features &Enabled);

TableType readTableType(ByteReader &R, const Features &Enabled);
MemoryType readMemoryType(ByteReader &R, const Features &Enabled);
GlobalType readGlobalType(ByteReader &R, const Features &Enabled);

} // namespace w2n

#endif // W2N_DECODE_TYPEREADER_H
