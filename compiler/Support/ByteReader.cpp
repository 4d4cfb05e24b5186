//===- ByteReader.cpp - Bounds-checked reading of a byte range -------------===//

#include "Support/ByteReader.h"

#include "Support/Error.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/ConvertUTF.h"
#include "llvm/Support/Endian.h"

using namespace llvm;

namespace w2n {

void ByteReader::fail(uint64_t Offset, const Twine &Message) {
  if (Failed)
    return;
  Failed = true;
  FailedAt = Offset;
  Problem = Message.str();
  Position = Bytes.size();
}

Error ByteReader::takeError() const {
  return Failed ? inputErrorAt(FailedAt, Problem) : Error::success();
}

uint8_t ByteReader::readByte() {
  if (atEnd()) {
    fail(offset(), "unexpected end");
    return 0;
  }
  return Bytes[Position++];
}

ArrayRef<uint8_t> ByteReader::readBytes(uint64_t Count) {
  if (Count > remaining()) {
    fail(offset(),
         "unexpected end: " + Twine(Count) + " bytes needed, " + Twine(remaining()) + " left");
    return {};
  }
  const ArrayRef<uint8_t> Result = Bytes.slice(Position, Count);
  Position += Count;
  return Result;
}

/// What is wrong with the byte that may only be the last of an integer, of whose bits Left
/// are still to come; empty if nothing is.
static StringRef problemOfLastByte(uint8_t Byte, unsigned Left, bool IsSigned) {
  if (Byte & 0x80)
    return "integer representation too long";
  // The unused bits of a signed one must all equal the sign bit, the highest used one.
  const unsigned Unused = IsSigned ? Byte >> (Left - 1) : Byte >> Left;
  const unsigned AllOnes = 0x7F >> (Left - 1);
  return Unused == 0 || (IsSigned && Unused == AllOnes) ? "" : "integer too large";
}

// LLVM's LEB128 decoder accepts encodings longer than the specification allows, hence ours.
uint64_t ByteReader::readLEB128(unsigned Bits, bool IsSigned) {
  const uint64_t Start = offset();
  uint64_t Result = 0;
  for (unsigned Shift = 0;; Shift += 7) {
    const uint8_t Byte = readByte();
    if (const unsigned Left = Bits - Shift; Left < 7)
      if (const StringRef What = problemOfLastByte(Byte, Left, IsSigned); !What.empty())
        fail(Start, What);
    if (Failed)
      return 0;
    Result |= static_cast<uint64_t>(Byte & 0x7F) << Shift;
    if (Byte & 0x80)
      continue;
    const bool IsNegative = IsSigned && (Byte & 0x40);
    return IsNegative && Shift + 7 < 64 ? Result | ~uint64_t(0) << (Shift + 7) : Result;
  }
}

uint32_t ByteReader::readFixedU32() {
  const ArrayRef<uint8_t> Raw = readBytes(4);
  return Failed ? 0 : support::endian::read32le(Raw.data());
}

uint64_t ByteReader::readFixedU64() {
  const ArrayRef<uint8_t> Raw = readBytes(8);
  return Failed ? 0 : support::endian::read64le(Raw.data());
}

StringRef ByteReader::readName() {
  const uint32_t Size = readVarU32();
  const uint64_t Start = offset();
  const ArrayRef<uint8_t> Raw = readBytes(Size);
  const UTF8 *Cursor = Raw.data();
  if (!isLegalUTF8String(&Cursor, Raw.data() + Raw.size()))
    fail(Start + static_cast<uint64_t>(Cursor - Raw.data()), "malformed UTF-8 in a name");
  return Failed ? StringRef() : toStringRef(Raw);
}

} // namespace w2n
