//===- SealedCapabilities.cpp - What an image says that it may do ----------===//

#include "Image/SealedCapabilities.h"

#include "Support/ByteReader.h"
#include "Support/Error.h"
#include "abi/constants.h"

#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace w2n {

namespace {
struct Row {
  uint8_t Kind;
  size_t Strings;
  StringRef Name;
  bool IsDenial;
};
} // namespace

static const Row Rows[] = {
#define W2N_CAPABILITY(NAME, KIND, STRINGS, TEXT)                                                  \
  {KIND, STRINGS, TEXT, StringRef(#NAME).ends_with("_DENIED")},
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
    SealedCapability Capability{Found->Name, {}, Found->IsDenial};
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

Expected<std::optional<SealedCapabilities>> readSealedCapabilities(ArrayRef<ImageNote> Notes) {
  std::optional<SealedCapabilities> Result;
  for (const ImageNote &Note : Notes) {
    if (Note.Owner != W2N_CAPABILITIES_OWNER)
      continue;
    if (Result)
      return inputError("there are several lists of capabilities");
    if (Note.Type != W2N_CAPABILITIES_VERSION)
      return inputError("the version of the capabilities is unknown: " + Twine(Note.Type));
    auto Records = readRecords(Note.Content);
    if (!Records)
      return Records.takeError();
    Result = std::move(*Records);
  }
  return Result;
}

bool isCapabilityName(StringRef Name) {
  return any_of(Rows, [&](const Row &Known) { return Known.Name == Name; });
}

} // namespace w2n
