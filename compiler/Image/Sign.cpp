//===- Sign.cpp - Ad-hoc signatures for Mach-O images ----------------------===//

#include "Image/Sign.h"
#include "Image/CodeSignature.h"
#include "Image/ImageSlices.h"
#include "Image/SignableImage.h"
#include "Image/WriteSignature.h"
#include "Support/Error.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/BinaryFormat/MachO.h"
#include "llvm/Support/MathExtras.h"
#include "llvm/Support/SwapByteOrder.h"

using namespace llvm;

namespace w2n {

/// Apple's tools want the signature to start there.
static constexpr uint64_t SignatureAlignment = 16;

/// Puts a structure of the Mach-O format, all of which are little-endian here, at Offset.
template <typename StructT>
static void writeStruct(StructT Value, uint64_t Offset, MutableArrayRef<char> Image) {
  if (sys::IsBigEndianHost)
    MachO::swapStruct(Value);
  memcpy(Image.slice(Offset, sizeof(StructT)).data(), &Value, sizeof(StructT));
}

template <typename StructT> static StructT readStruct(uint64_t Offset, ArrayRef<char> Image) {
  StructT Value;
  memcpy(&Value, Image.slice(Offset, sizeof(StructT)).data(), sizeof(StructT));
  if (sys::IsBigEndianHost)
    MachO::swapStruct(Value);
  return Value;
}

template <typename SegmentT>
static void setSegmentSize(uint64_t FileSize, uint64_t AddressSize, uint64_t Command,
                           MutableArrayRef<char> Image) {
  auto Segment = readStruct<SegmentT>(Command, Image);
  Segment.filesize = FileSize;
  Segment.vmsize = AddressSize;
  writeStruct(Segment, Command, Image);
}

template <typename HeaderT> static void addCommand(uint32_t Size, MutableArrayRef<char> Image) {
  auto Header = readStruct<HeaderT>(0, Image);
  ++Header.ncmds;
  Header.sizeofcmds += Size;
  writeStruct(Header, 0, Image);
}

/// Checks that there is room for the load command, where it has to be added.
static Error checkRoom(const SignableImage &Image) {
  constexpr uint64_t Size = sizeof(MachO::linkedit_data_command);
  if (Image.Signature || Image.commandsEnd() + Size <= Image.CommandsLimit)
    return Error::success();
  return inputErrorAt(Image.commandsEnd(),
                      "there is no room for LC_CODE_SIGNATURE behind the load commands: link with "
                      "-headerpad 0x20 or more (with a compiler, -Wl,-headerpad,0x20)");
}

/// Sets the size of __LINKEDIT, in which the signature is to end, and LC_CODE_SIGNATURE.
static Error placeSignature(uint64_t Offset, uint64_t Size, const SignableImage &Old,
                            MutableArrayRef<char> Image) {
  const ImageSegment &LinkEdit = Old.LinkEdit;
  const uint64_t FileSize = Offset + Size - LinkEdit.FileOffset;
  // Linkers need not round it to pages.
  const uint64_t AddressSize = FileSize <= LinkEdit.AddressSize
                                   ? LinkEdit.AddressSize
                                   : alignTo(FileSize, uint64_t(1) << Old.pageSizeLog2());
  for (const ImageSegment &Other : Old.Segments)
    if (Other.Address > LinkEdit.Address && Other.Address - LinkEdit.Address < AddressSize)
      return inputErrorAt(Other.Command, "__LINKEDIT cannot grow over the segment " + Other.Name);
  // LC_CODE_SIGNATURE has 32 bits for both.
  if (Offset > UINT32_MAX || Size > UINT32_MAX)
    return inputError("the image is too large for a signature");
  if (Old.is64Bit())
    setSegmentSize<MachO::segment_command_64>(FileSize, AddressSize, LinkEdit.Command, Image);
  else
    setSegmentSize<MachO::segment_command>(FileSize, AddressSize, LinkEdit.Command, Image);

  MachO::linkedit_data_command Command = {};
  Command.cmd = MachO::LC_CODE_SIGNATURE;
  Command.cmdsize = sizeof(Command);
  Command.dataoff = static_cast<uint32_t>(Offset);
  Command.datasize = static_cast<uint32_t>(Size);
  writeStruct(Command, Old.Signature ? Old.SignatureCommand : Old.commandsEnd(), Image);
  if (!Old.Signature && Old.is64Bit())
    addCommand<MachO::mach_header_64>(sizeof(Command), Image);
  else if (!Old.Signature)
    addCommand<MachO::mach_header>(sizeof(Command), Image);
  return Error::success();
}

/// The identifier of the signature that Image has; empty where it has none that can be read.
static std::string oldIdentifier(const SignableImage &Image) {
  if (!Image.Signature)
    return "";
  auto Signature =
      readCodeSignature(Image.Bytes.slice(Image.Signature->dataoff, Image.Signature->datasize));
  if (!Signature) {
    consumeError(Signature.takeError());
    return "";
  }
  return Signature->strongest().Identifier.str();
}

/// The blobs that codesign makes for an ad-hoc signature: requirements, of which there are none,
/// and the place of a certificate's signature, which is empty.
static void addBlobs(const SignOptions &Options, SignatureContents &Contents) {
  constexpr char NoRequirements[4] = {};
  Contents.Blobs.push_back(
      makeBlob(MachO::CSSLOT_REQUIREMENTS, MachO::CSMAGIC_REQUIREMENTS, NoRequirements));
  if (Options.Entitled) {
    const std::string &XML = Options.Entitled->XML;
    Contents.Blobs.push_back(makeBlob(MachO::CSSLOT_ENTITLEMENTS,
                                      MachO::CSMAGIC_EMBEDDED_ENTITLEMENTS,
                                      ArrayRef<char>(XML.data(), XML.size())));
    Contents.Blobs.push_back(makeBlob(SlotEntitlementsDER, MagicEntitlementsDER,
                                      encodeEntitlements(Options.Entitled->Values)));
  }
  Contents.Blobs.push_back(makeBlob(MachO::CSSLOT_SIGNATURESLOT, MachO::CSMAGIC_BLOBWRAPPER, {}));
}

static Expected<SignatureContents> makeContents(const SignableImage &Image,
                                                const SignOptions &Options) {
  SignatureContents Contents;
  Contents.Flags = MachO::CS_ADHOC;
  Contents.Identifier = Options.Identifier.empty() ? oldIdentifier(Image) : Options.Identifier;
  if (Contents.Identifier.empty())
    Contents.Identifier = Options.DefaultIdentifier;
  Contents.TeamIdentifier = Options.TeamIdentifier;
  const uint64_t CodeEnd = Image.Signature ? Image.Signature->dataoff : Image.Bytes.size();
  Contents.CodeLimit = alignTo<SignatureAlignment>(CodeEnd);
  Contents.Executable = {Image.Text.FileOffset, Image.Text.FileSize,
                         Image.isExecutable() ? MachO::CS_EXECSEG_MAIN_BINARY : 0U};
  if (Options.HardenedRuntime) {
    if (Image.SDKVersion == 0)
      return inputError("the hardened runtime has the version of the SDK, and the image has no "
                        "LC_BUILD_VERSION that says which");
    Contents.Flags |= MachO::CS_RUNTIME;
    Contents.RuntimeVersion = Image.SDKVersion;
  }
  if (Options.Entitled) {
    if (!Image.isExecutable())
      return inputError("only executables have entitlements; a library has those of the program "
                        "that loads it");
    Contents.Executable.Flags |= executableSegmentFlags(Options.Entitled->XML);
  }
  if (Options.LinkerSigned) {
    Contents.Flags |= MachO::CS_LINKER_SIGNED;
    return Contents;
  }
  Contents.InfoPlist = Image.InfoPlist;
  addBlobs(Options, Contents);
  return Contents;
}

static Expected<SmallVector<char, 0>> signImage(ArrayRef<uint8_t> Bytes,
                                                const SignOptions &Options) {
  auto Image = readSignableImage(Bytes);
  if (!Image)
    return Image.takeError();
  if (Error E = checkRoom(*Image))
    return std::move(E);
  auto Contents = makeContents(*Image, Options);
  if (!Contents)
    return Contents.takeError();
  const StringRef Code = toStringRef(Bytes).take_front(Contents->CodeLimit);
  SmallVector<char, 0> Result(Code.begin(), Code.end());
  if (Image->Signature)
    Result.truncate(Image->Signature->dataoff);
  Result.resize(Contents->CodeLimit);
  if (Error E = placeSignature(Contents->CodeLimit, signatureSize(*Contents), *Image, Result))
    return std::move(E);
  appendSignature(*Contents, Result);
  return Result;
}

Expected<SmallVector<char, 0>> signMachO(ArrayRef<uint8_t> File, const SignOptions &Options) {
  return editImages(File, [&](ArrayRef<uint8_t> Image) { return signImage(Image, Options); });
}

} // namespace w2n
