//===- CertificateMessage.cpp - A certificate's signature ------------------===//

#include "Image/CertificateMessage.h"
#include "Image/DerReader.h"

#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace w2n {

/// Object identifiers, encoded.
/// 1.2.840.113549.1.7.2, signed data.
static constexpr uint8_t SignedDataID[] = {0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x02};
/// 1.2.840.113549.1.9.16.2.14, a time stamp as an attribute.
static constexpr uint8_t TimestampID[] = {0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d,
                                          0x01, 0x09, 0x10, 0x02, 0x0e};
/// 1.2.840.113635.100.6.1.13, an extension of certificates "Developer ID Application", with its
/// tag and length.
static constexpr uint8_t DeveloperIDExtension[] = {
    DerObjectIdentifier, 0x0a, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x63, 0x64, 0x06, 0x01, 0x0d};

static bool hasTimestamp(ArrayRef<uint8_t> Signer) {
  // Version, whose certificate, hash, what it signed besides, algorithm and signature.
  while (const auto Item = takeItem(Signer)) {
    if (Item->Tag != DerContext1)
      continue;
    ArrayRef<uint8_t> Attributes = Item->Content;
    while (auto Attribute = takeItem(Attributes, DerSequence)) {
      const auto ID = takeItem(Attribute->Content, DerObjectIdentifier);
      const auto Values = takeItem(Attribute->Content, DerSet);
      if (ID && ID->Content == ArrayRef(TimestampID) && Values && !Values->Content.empty())
        return true;
    }
  }
  return false;
}

/// The content of the signed data that a message is, if it is one.
static std::optional<ArrayRef<uint8_t>> signedData(ArrayRef<uint8_t> Message) {
  auto Outer = takeItem(Message, DerSequence);
  if (!Outer)
    return std::nullopt;
  const auto ID = takeItem(Outer->Content, DerObjectIdentifier);
  auto Explicit = takeItem(Outer->Content, DerContext0);
  if (!ID || ID->Content != ArrayRef(SignedDataID) || !Explicit)
    return std::nullopt;
  const auto Data = takeItem(Explicit->Content, DerSequence);
  return Data ? std::optional(Data->Content) : std::nullopt;
}

CertificateMessage readCertificateMessage(ArrayRef<uint8_t> Message) {
  CertificateMessage Result;
  auto Data = signedData(Message);
  // Version, hashes and what is signed, which is elsewhere, precede the certificates.
  if (!Data || !takeItem(*Data, DerInteger) || !takeItem(*Data, DerSet) ||
      !takeItem(*Data, DerSequence))
    return Result;
  if (const auto Certificates = takeItem(*Data, DerContext0))
    Result.HasDeveloperID =
        toStringRef(Certificates->Content).contains(toStringRef(ArrayRef(DeveloperIDExtension)));
  (void)takeItem(*Data, DerContext1);
  auto Signers = takeItem(*Data, DerSet);
  if (!Signers || Signers->Content.empty())
    return Result;
  Result.HasTimestamp = true;
  while (!Signers->Content.empty()) {
    const auto Signer = takeItem(Signers->Content, DerSequence);
    Result.HasTimestamp &= Signer && hasTimestamp(Signer->Content);
    if (!Signer)
      break;
  }
  return Result;
}

} // namespace w2n
