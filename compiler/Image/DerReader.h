//===- DerReader.h - Reading ASN.1 in signatures ---------------------------===//
//
// As much of X.690 as the blobs of a signature take: DER, and lengths that are given by an end
// marker, as Apple's tools write them.
//
//===----------------------------------------------------------------------===//

#ifndef W2N_IMAGE_DERREADER_H
#define W2N_IMAGE_DERREADER_H

#include "llvm/ADT/ArrayRef.h"

#include <cstdint>
#include <optional>

namespace w2n {

/// Tags, with the bit for constructed items.
enum DerTag : uint8_t {
  DerBoolean = 0x01,
  DerInteger = 0x02,
  DerObjectIdentifier = 0x06,
  DerUTF8String = 0x0c,
  DerSequence = 0x30,
  DerSet = 0x31,
  /// [0], [1] and [16], constructed.
  DerContext0 = 0xa0,
  DerContext1 = 0xa1,
  DerContext16 = 0xb0,
  /// [APPLICATION 16], constructed.
  DerApplication16 = 0x70,
};

/// An item, which refers to the bytes that it was read from.
struct DerItem {
  uint8_t Tag = 0;
  llvm::ArrayRef<uint8_t> Content;
};

/// Takes the first item from Bytes. Nothing where there is none, or it is damaged, has a tag of
/// several bytes, or is nested more than 64 deep in items without lengths.
std::optional<DerItem> takeItem(llvm::ArrayRef<uint8_t> &Bytes);

/// The same, where the item has to have Tag; Bytes stay as they are where it has another.
std::optional<DerItem> takeItem(llvm::ArrayRef<uint8_t> &Bytes, uint8_t Tag);

} // namespace w2n

#endif // W2N_IMAGE_DERREADER_H
