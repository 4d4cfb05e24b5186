//===- MachOSignature.cpp - The audit of a Mach-O image's signature --------===//

#include "Image/MachOSignature.h"
#include "Image/AuditChecks.h"
#include "Support/Error.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace w2n {

static constexpr StringRef SignatureName = "signature";
static constexpr StringRef EntitlementsName = "no-jit-entitlement";

/// Entitlements with which a process can execute what was not signed, or have others
/// put it there.
static constexpr StringRef CodeEntitlements[] = {
    "com.apple.security.cs.allow-jit",
    "com.apple.security.cs.allow-unsigned-executable-memory",
    "com.apple.security.cs.allow-dyld-environment-variables",
    "com.apple.security.cs.disable-executable-page-protection",
    "com.apple.security.cs.disable-library-validation",
    "com.apple.security.cs.debugger",
    "com.apple.security.get-task-allow",
    "dynamic-codesigning",
    "get-task-allow",
    "run-unsigned-code",
};

/// Where the signature has to be, which is what makes it cover everything else.
static Error checkPosition(const MachOView &View) {
  const uint64_t Begin = View.Signature->dataoff;
  const uint64_t End = Begin + View.Signature->datasize;
  const MachO::segment_command_64 *LinkEdit = View.findSegment("__LINKEDIT");
  if (!LinkEdit || Begin < LinkEdit->fileoff || LinkEdit->fileoff > View.Bytes.size() ||
      LinkEdit->filesize > View.Bytes.size() - LinkEdit->fileoff)
    return inputError("it is not in __LINKEDIT");
  if (End != LinkEdit->fileoff + LinkEdit->filesize)
    return inputError("it is not the last thing in __LINKEDIT");
  if (End != View.Bytes.size())
    return inputError("it is not the last thing in the image");
  return Error::success();
}

static Error checkCoverage(const CodeSignature &Signature, const MachOView &View) {
  if (Signature.CodeLimit != View.Signature->dataoff)
    return inputError("it does not cover everything that precedes it");
  const MachO::segment_command_64 *Text = View.findSegment("__TEXT");
  if (!Text || Signature.ExecutableSegmentBase != Text->fileoff ||
      Signature.ExecutableSegmentLimit != Text->filesize)
    return inputError("its executable segment is not __TEXT");
  // More flags than this one come with entitlements that allow code generation.
  const uint64_t Flags = View.isLibrary() ? 0 : MachO::CS_EXECSEG_MAIN_BINARY;
  if (Signature.ExecutableSegmentFlags != Flags)
    return inputError("its executable segment has the flags 0x" +
                      Twine::utohexstr(Signature.ExecutableSegmentFlags));
  const bool IsAdHoc = Signature.Flags & MachO::CS_ADHOC;
  if (!IsAdHoc && !Signature.HasCertificate)
    return inputError("it is neither ad-hoc nor made with a certificate");
  if (IsAdHoc && (Signature.HasCertificate || !Signature.TeamIdentifier.empty()))
    return inputError("it is ad-hoc and yet names a signer");
  constexpr uint32_t LinkerFlags = MachO::CS_ADHOC | MachO::CS_LINKER_SIGNED;
  if ((Signature.Flags & MachO::CS_LINKER_SIGNED) && Signature.Flags != LinkerFlags)
    return inputError("it has flags that no linker sets");
  return checkPages(Signature, View.Bytes);
}

static Expected<CodeSignature> readValidSignature(const MachOView &View) {
  if (Error E = checkPosition(View))
    return std::move(E);
  auto Signature =
      readCodeSignature(View.Bytes.slice(View.Signature->dataoff, View.Signature->datasize));
  if (!Signature)
    return Signature.takeError();
  if (Error E = checkCoverage(*Signature, View))
    return std::move(E);
  return Signature;
}

static std::string describe(const CodeSignature &Signature) {
  std::string Result = ("valid; identifier '" + Signature.Identifier + "'; flags " +
                        describeSignatureFlags(Signature.Flags) + " (0x" +
                        Twine::utohexstr(Signature.Flags) + "); cdhash " + Signature.CDHash + "; " +
                        Twine(Signature.PageHashes.size() / MachO::CS_SHA256_LEN) + " pages")
                           .str();
  if (!Signature.TeamIdentifier.empty())
    Result += ("; team '" + Signature.TeamIdentifier + "'").str();
  if (Signature.HasCertificate)
    Result += "; its certificate is not checked";
  for (const uint32_t Slot : Signature.ExternalSlots)
    Result += Slot == MachO::CSSLOT_INFOSLOT ? "; Info.plist is not checked"
                                             : "; resources are not checked";
  return Result;
}

/// Property lists are searched, not parsed: no entitlement is needed at all, so one that
/// is there with the value false may as well fail. Escapes in XML could hide a name.
static AuditCheck checkEntitlements(const CodeSignature &Signature) {
  std::vector<std::string> Problems;
  for (const StringRef Name : CodeEntitlements)
    if (Signature.EntitlementsXML.contains(Name) || Signature.EntitlementsDER.contains(Name))
      Problems.push_back("has " + Name.str());
  if (Signature.EntitlementsXML.contains('&') || Signature.EntitlementsXML.contains("<![") ||
      Signature.EntitlementsXML.contains('\0'))
    Problems.push_back("the entitlements have escapes, which are not supported");
  if (Signature.EntitlementsXML.empty() && Signature.EntitlementsDER.empty())
    return makeCheck(EntitlementsName, true, "no entitlements");
  return checkNone(EntitlementsName, Problems, "entitlements, but none for code generation");
}

SignatureAudit auditSignature(const MachOView &View, const AuditPolicy &Policy) {
  if (!View.Signature) {
    AuditCheck Missing = Policy.RequireSignature
                             ? makeCheck(SignatureName, false, "the image is not signed")
                             : notApplicable(SignatureName, "the image is not signed");
    return {{std::move(Missing), notApplicable(EntitlementsName, "the image is not signed")}};
  }
  auto Signature = readValidSignature(View);
  if (!Signature) {
    std::string Where;
    std::string Problem;
    handleAllErrors(Signature.takeError(), [&](const InputError &E) {
      Problem = E.message();
      if (E.place().Offset)
        Where = " at offset 0x" + utohexstr(*E.place().Offset, /*LowerCase=*/true);
    });
    return {{makeCheck(SignatureName, false, Problem + Where),
             notApplicable(EntitlementsName, "the signature is not valid")}};
  }
  return {{makeCheck(SignatureName, true, describe(*Signature)), checkEntitlements(*Signature)},
          (Signature->Flags & MachO::CS_RUNTIME) != 0};
}

} // namespace w2n
