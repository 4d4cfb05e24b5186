//===- ImageNotes.cpp - What an image says of itself -----------------------===//

#include "Image/ImageNotes.h"

#include "Support/ByteReader.h"
#include "Support/Error.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/MathExtras.h"

using namespace llvm;

namespace w2n {

Expected<std::vector<ImageNote>> readNotes(ArrayRef<uint8_t> Bytes) {
  std::vector<ImageNote> Result;
  ByteReader R(Bytes, 0);
  while (!R.atEnd()) {
    const uint32_t OwnerSize = R.readFixedU32();
    const uint32_t Size = R.readFixedU32();
    ImageNote Note;
    Note.Type = R.readFixedU32();
    const ArrayRef<uint8_t> Owner = R.readBytes(alignTo<4>(uint64_t(OwnerSize)));
    Note.Content = R.readBytes(alignTo<4>(uint64_t(Size)));
    if (R.failed())
      return inputError("a note is cut off");
    Note.Owner = toStringRef(Owner.take_front(OwnerSize));
    Note.Owner.consume_back(StringRef("\0", 1));
    Result.push_back(Note);
  }
  return Result;
}

} // namespace w2n
