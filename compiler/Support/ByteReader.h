//===- ByteReader.h - Bounds-checked reading of a byte range ---------------===//
//
// A reader over a range of a file. The first problem sticks: from then on every
// read gives 0 and the reader stays at its end, so that callers check once, at
// the end of what they read, instead of after each byte.
//
//===----------------------------------------------------------------------===//

#ifndef W2N_SUPPORT_BYTEREADER_H
#define W2N_SUPPORT_BYTEREADER_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"

#include <cstdint>
#include <string>

namespace w2n {

class ByteReader {
public:
  /// Reads Bytes, which must outlive the reader and whose first byte is at
  /// FileOffset of the file.
  ByteReader(llvm::ArrayRef<uint8_t> Bytes, uint64_t FileOffset)
      : Bytes(Bytes), FileOffset(FileOffset) {}

  /// Offset in the file of the next byte.
  uint64_t offset() const { return FileOffset + Position; }
  size_t remaining() const { return Bytes.size() - Position; }
  bool atEnd() const { return Position == Bytes.size(); }

  /// The next byte, which stays unread; 0 at the end, without failing.
  uint8_t peek() const { return atEnd() ? 0 : Bytes[Position]; }

  uint8_t readByte();
  /// LEB128 integers as the specification bounds them (core spec, 5.2.2): at most
  /// ceil(N/7) bytes and no significant unused bits.
  uint32_t readVarU32() { return static_cast<uint32_t>(readLEB128(32, false)); }
  uint64_t readVarU64() { return readLEB128(64, false); }
  int32_t readVarS32() { return static_cast<int32_t>(readLEB128(32, true)); }
  int64_t readVarS33() { return static_cast<int64_t>(readLEB128(33, true)); }
  int64_t readVarS64() { return static_cast<int64_t>(readLEB128(64, true)); }
  /// Little-endian, 4 or 8 bytes.
  uint32_t readFixedU32();
  uint64_t readFixedU64();
  /// The next Count bytes.
  llvm::ArrayRef<uint8_t> readBytes(uint64_t Count);
  void skip(uint64_t Count) { (void)readBytes(Count); }
  /// A length and that many bytes, which must be UTF-8.
  llvm::StringRef readName();

  /// Records a problem at the given offset of the file, unless there is one already.
  void fail(uint64_t Offset, const llvm::Twine &Message);
  bool failed() const { return Failed; }
  /// The first problem as an InputError, or success.
  llvm::Error takeError() const;

private:
  llvm::ArrayRef<uint8_t> Bytes;
  uint64_t FileOffset;
  size_t Position = 0;
  bool Failed = false;
  uint64_t FailedAt = 0;
  std::string Problem;

  /// An integer of Bits bits; a signed one in two's complement, extended to 64.
  uint64_t readLEB128(unsigned Bits, bool IsSigned);
};

} // namespace w2n

#endif // W2N_SUPPORT_BYTEREADER_H
