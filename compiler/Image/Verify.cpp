//===- Verify.cpp - Whether the signature of an image holds ----------------===//

#include "Image/Verify.h"
#include "Image/Bundle.h"
#include "Image/Entitlements.h"
#include "Image/SignableImage.h"
#include "Support/Error.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/BinaryFormat/MachO.h"

using namespace llvm;

namespace w2n {

/// Checks what the signature says of the signer against the rest of it.
static Error checkSigner(const CodeSignature &Signature) {
  const CodeDirectory &Directory = Signature.Directories.front();
  const bool IsAdHoc = Directory.Flags & MachO::CS_ADHOC;
  if (!IsAdHoc && !Signature.hasCertificate())
    return inputError("the signature is neither ad-hoc nor made with a certificate");
  if (IsAdHoc && Signature.hasCertificate())
    return inputError("the signature is ad-hoc and yet has a certificate");
  if (IsAdHoc && Directory.Platform != 0)
    return inputError("the signature is ad-hoc and yet says that it is the system's");
  constexpr uint32_t LinkerFlags = MachO::CS_ADHOC | MachO::CS_LINKER_SIGNED;
  if ((Directory.Flags & MachO::CS_LINKER_SIGNED) && Directory.Flags != LinkerFlags)
    return inputError("the signature has flags that no linker sets");
  // Whoever can make other code with the same SHA-1 can give it this signature.
  if (Signature.strongest().HashType == MachO::CS_HASHTYPE_SHA1)
    return inputError("the signature has no hashes but SHA-1");
  return Error::success();
}

/// The flags may be what the entitlements ask for, and no more. Not all signers set those.
static Error checkExecutableSegment(const CodeDirectory &Directory, const CodeSignature &Signature,
                                    const SignableImage &Image) {
  if (!Directory.Executable)
    return Error::success();
  const ExecutableSegment &Executable = *Directory.Executable;
  if (Executable.Base != Image.Text.FileOffset || Executable.Limit != Image.Text.FileSize)
    return inputError("the executable segment of the signature is not __TEXT");
  const uint64_t Required = Image.isExecutable() ? MachO::CS_EXECSEG_MAIN_BINARY : 0;
  const uint64_t Allowed = Required | executableSegmentFlags(Signature.EntitlementsXML);
  if ((Executable.Flags & Required) != Required || (Executable.Flags & ~Allowed) != 0)
    return inputError("the executable segment of the signature has the flags 0x" +
                      Twine::utohexstr(Executable.Flags));
  return Error::success();
}

/// An Info.plist may be in the image, whose pages cover it; but then it has to be the one that
/// the signature means.
static Error checkInfoPlist(const CodeDirectory &Directory, const SignableImage &Image) {
  if (Image.InfoPlist.empty() || Directory.specialSlots() < MachO::CSSLOT_INFOSLOT)
    return Error::success();
  const ArrayRef<uint8_t> Hash = Directory.specialHash(MachO::CSSLOT_INFOSLOT);
  const bool IsSet = any_of(Hash, [](uint8_t Byte) { return Byte != 0; });
  if (IsSet && Hash != ArrayRef<uint8_t>(Directory.hash(Image.InfoPlist)))
    return inputErrorAt(Image.InfoPlist.data() - Image.Bytes.data(),
                        "the section __info_plist does not match its hash");
  return Error::success();
}

static Error checkDirectory(const CodeDirectory &Directory, const CodeSignature &Signature,
                            const SignableImage &Image) {
  const uint64_t Begin = Directory.Bytes.data() - Image.Bytes.data();
  if (Directory.CodeLimit != Image.Signature->dataoff)
    return inputErrorAt(Begin, "the signature does not cover everything that precedes it");
  if (Error E = checkExecutableSegment(Directory, Signature, Image))
    return placedAt(Begin, std::move(E));
  if (Error E = checkInfoPlist(Directory, Image))
    return E;
  return checkPages(Directory, Image.Bytes);
}

/// Checks what is in no blob: the Info.plist, in the image or beside it, and the resources.
static Error checkExternalSlots(CodeSignature &Signature, const SignableImage &Image,
                                StringRef Path) {
  if (!Image.InfoPlist.empty())
    erase(Signature.ExternalSlots, uint32_t(MachO::CSSLOT_INFOSLOT));
  if (Error E = checkBundle(Signature, Path))
    return E;
  if (Signature.hasCertificate() || Signature.ExternalSlots.empty())
    return Error::success();
  return inputError(Signature.ExternalSlots.front() == MachO::CSSLOT_INFOSLOT
                        ? "the signature has a hash of an Info.plist that is missing"
                        : "the signature has a hash of resources that are missing");
}

Expected<CodeSignature> verifyImage(ArrayRef<uint8_t> Bytes, StringRef Path) {
  auto Image = readSignableImage(Bytes);
  if (!Image)
    return Image.takeError();
  if (!Image->Signature)
    return inputError("the image is not signed");
  const uint64_t Begin = Image->Signature->dataoff;
  auto Signature = readCodeSignature(Bytes.slice(Begin, Image->Signature->datasize));
  if (!Signature)
    return placedAt(Begin, Signature.takeError());
  if (Error E = checkSigner(*Signature))
    return placedAt(Begin, std::move(E));
  for (const CodeDirectory &Directory : Signature->Directories)
    if (Error E = checkDirectory(Directory, *Signature, *Image))
      return std::move(E);
  if (Error E = checkExternalSlots(*Signature, *Image, Path))
    return placedAt(Begin, std::move(E));
  return Signature;
}

std::string describeSignature(const CodeSignature &Signature) {
  const CodeDirectory &Directory = Signature.strongest();
  std::string Result;
  raw_string_ostream OS(Result);
  OS << "identifier '";
  OS.write_escaped(Directory.Identifier)
      << "'; flags " << describeSignatureFlags(Directory.Flags) << " (0x"
      << utohexstr(Directory.Flags) << "); cdhash " << Signature.cdHash() << "; "
      << Directory.PageHashes.size() / Directory.HashSize << " pages";
  if (Signature.Directories.size() > 1)
    OS << "; " << Signature.Directories.size() << " CodeDirectories";
  if (!Directory.TeamIdentifier.empty()) {
    OS << "; team '";
    OS.write_escaped(Directory.TeamIdentifier) << '\'';
  }
  if (!Signature.EntitlementsXML.empty() || !Signature.EntitlementsDER.empty())
    OS << "; entitlements";
  if (Signature.HasConstraints)
    OS << "; launch constraints";
  if (Signature.hasCertificate())
    OS << "; certificate not checked";
  for (const uint32_t Slot : Signature.ExternalSlots)
    OS << (Slot == MachO::CSSLOT_INFOSLOT ? "; Info.plist not checked" : "; resources not checked");
  return Result;
}

} // namespace w2n
