//===- MachOSignature.cpp - The audit of a Mach-O image's signature --------===//

#include "Image/MachOSignature.h"
#include "Image/AuditChecks.h"
#include "Image/CertificateMessage.h"
#include "Image/Entitlements.h"
#include "Image/PropertyList.h"
#include "Image/Verify.h"
#include "Support/Error.h"

#include "llvm/ADT/SetVector.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace w2n {

static constexpr StringRef SignatureName = "signature";
static constexpr StringRef EntitlementsName = "no-jit-entitlement";

/// Both forms are looked at: which one counts depends on the system.
static AuditCheck readEntitlements(const CodeSignature &Signature, SignatureFacts &Facts) {
  if (Signature.EntitlementsXML.empty() && Signature.EntitlementsDER.empty())
    return makeCheck(EntitlementsName, true, "no entitlements");
  std::vector<std::string> Problems;
  SetVector<const RiskyEntitlement *> Risky;
  if (!Signature.EntitlementsXML.empty()) {
    auto Values = parsePropertyList(Signature.EntitlementsXML);
    if (Values) {
      Risky.insert_range(riskyEntitlements(*Values));
      Facts.Entitlements = std::move(*Values);
    } else {
      Problems.push_back("the entitlements cannot be read: " + toString(Values.takeError()));
      Facts.EntitlementsReadable = false;
    }
  }
  Risky.insert_range(riskyEntitlementsInDER(Signature.EntitlementsDER));
  Facts.EntitlementsReadable &=
      addEntitlementNamesInDER(Signature.EntitlementsDER, Facts.Entitlements);
  for (const RiskyEntitlement *Row : Risky)
    Problems.push_back(("has " + Row->Name + ", which lets " + Row->Risk).str());
  Facts.Risky.assign(Risky.begin(), Risky.end());
  return checkNone(EntitlementsName, Problems, "entitlements, but none for code generation");
}

static SignatureFacts factsOf(const CodeSignature &Signature) {
  const CodeDirectory &Directory = Signature.strongest();
  SignatureFacts Facts;
  Facts.Identifier = Directory.Identifier.str();
  Facts.Team = Directory.TeamIdentifier.str();
  Facts.CDHash = Signature.cdHash();
  Facts.Flags = Directory.Flags;
  Facts.RuntimeVersion = unpackVersion(Directory.RuntimeVersion);
  const CertificateMessage Message = readCertificateMessage(Signature.CertificateMessage);
  Facts.HasCertificate = Signature.hasCertificate();
  Facts.HasDeveloperID = Message.HasDeveloperID;
  Facts.HasTimestamp = Message.HasTimestamp;
  return Facts;
}

SignatureAudit auditSignature(const MachOView &View, const AuditPolicy &Policy) {
  if (!View.Signature) {
    AuditCheck Missing = Policy.RequireSignature
                             ? makeCheck(SignatureName, false, "the image is not signed")
                             : notApplicable(SignatureName, "the image is not signed");
    return {{std::move(Missing), notApplicable(EntitlementsName, "the image is not signed")}, {}};
  }
  auto Signature = verifyImage(View.Bytes, Policy.Path);
  if (!Signature) {
    std::string Where;
    std::string Problem;
    handleAllErrors(Signature.takeError(), [&](const InputError &E) {
      Problem = E.message();
      if (E.place().Offset)
        Where = " at offset 0x" + utohexstr(*E.place().Offset, /*LowerCase=*/true);
    });
    return {{makeCheck(SignatureName, false, Problem + Where),
             notApplicable(EntitlementsName, "the signature is not valid")},
            {}};
  }
  SignatureFacts Facts = factsOf(*Signature);
  AuditCheck Entitlements = readEntitlements(*Signature, Facts);
  return {{makeCheck(SignatureName, true, "valid; " + describeSignature(*Signature)),
           std::move(Entitlements)},
          std::move(Facts)};
}

} // namespace w2n
