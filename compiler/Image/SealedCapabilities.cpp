//===- SealedCapabilities.cpp - What an image says that it may do ----------===//

#include "Image/SealedCapabilities.h"

#include "Support/ByteReader.h"
#include "Support/Error.h"
#include "abi/constants.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/MathExtras.h"

using namespace llvm;

namespace w2n {

namespace {
struct Row {
  uint8_t Kind;
  size_t Strings;
  StringRef Name;
};
} // namespace

static constexpr Row Rows[] = {
#define W2N_CAPABILITY(NAME, KIND, STRINGS, TEXT) {KIND, STRINGS, TEXT},
#include "abi/capabilities.def"
};

static std::string readString(ByteReader &R) {
  std::string Result;
  while (const uint8_t C = R.readByte())
    Result.push_back(static_cast<char>(C));
  return Result;
}

static Expected<SealedCapabilities> readRecords(ArrayRef<uint8_t> Bytes) {
  SealedCapabilities Result;
  ByteReader R(Bytes, 0);
  while (const uint8_t Kind = R.readByte()) {
    const auto *Found = find_if(Rows, [&](const Row &Known) { return Known.Kind == Kind; });
    if (Found == std::end(Rows))
      return inputError("the kind of a capability is unknown: " + Twine(unsigned(Kind)));
    SealedCapability Capability{Found->Name, {}};
    for (size_t I = 0; I < Found->Strings; ++I)
      Capability.Values.push_back(readString(R));
    Result.push_back(std::move(Capability));
  }
  if (R.failed())
    return inputError("the capabilities are cut off");
  if (any_of(R.readBytes(R.remaining()), [](uint8_t Byte) { return Byte != 0; }))
    return inputError("something follows the end of the capabilities");
  return Result;
}

Expected<std::optional<SealedCapabilities>> readSealedCapabilities(ArrayRef<uint8_t> Notes) {
  std::optional<SealedCapabilities> Result;
  ByteReader R(Notes, 0);
  while (!R.atEnd()) {
    const uint32_t OwnerSize = R.readFixedU32();
    const uint32_t Size = R.readFixedU32();
    const uint32_t Version = R.readFixedU32();
    const ArrayRef<uint8_t> Owner = R.readBytes(alignTo<4>(uint64_t(OwnerSize)));
    const ArrayRef<uint8_t> Content = R.readBytes(alignTo<4>(uint64_t(Size)));
    if (R.failed())
      return inputError("a note is cut off");
    if (toStringRef(Owner) != StringRef(W2N_CAPABILITIES_OWNER, sizeof(W2N_CAPABILITIES_OWNER)))
      continue;
    if (Result)
      return inputError("there are several lists of capabilities");
    if (Version != W2N_CAPABILITIES_VERSION)
      return inputError("the version of the capabilities is unknown: " + Twine(Version));
    auto Records = readRecords(Content);
    if (!Records)
      return Records.takeError();
    Result = std::move(*Records);
  }
  return Result;
}

} // namespace w2n
