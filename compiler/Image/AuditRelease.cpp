//===- AuditRelease.cpp - What a Mach-O image needs to be given to others --===//
//
// None of this fails an audit: a program for oneself does without. A policy can ask for it.
//
//===----------------------------------------------------------------------===//

#include "Image/AuditChecks.h"
#include "Image/MachOSignature.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace w2n {

static constexpr StringRef NotSigned = "there is no valid signature";

static bool isMac(const MachOView &View) {
  return View.Platform == MachO::PLATFORM_MACOS || View.Platform == MachO::PLATFORM_MACCATALYST;
}

static AuditCheck checkSystemVersion(const MachOView &View) {
  constexpr StringRef Name = "system-version";
  if (View.Platform == MachO::PLATFORM_UNKNOWN || View.MinimumOS == 0)
    return passOrWarn(Name, false, "LC_BUILD_VERSION is missing");
  return passOrWarn(Name, true,
                    platformName(View.Platform) + " " +
                        unpackVersion(View.MinimumOS).getAsString() + " or later; SDK " +
                        unpackVersion(View.SDK).getAsString());
}

/// What a check of the hardened runtime comes to where there can be none.
static std::optional<AuditCheck> withoutHardening(StringRef Name, const MachOView &View,
                                                  const SignatureFacts *Facts) {
  if (View.isLibrary())
    return notApplicable(Name, "the program that loads the image decides");
  if (!isMac(View))
    return notApplicable(Name, "only macOS asks for it");
  if (!Facts)
    return passOrWarn(Name, false, NotSigned);
  return std::nullopt;
}

static AuditCheck checkHardened(const MachOView &View, const SignatureFacts *Facts) {
  constexpr StringRef Name = "hardened-runtime";
  if (auto Earlier = withoutHardening(Name, View, Facts))
    return *Earlier;
  if (!Facts->isHardened())
    return passOrWarn(Name, false, "it is off");
  return passOrWarn(Name, true, "on, version " + Facts->RuntimeVersion.getAsString());
}

/// Whether only libraries of the system and of the same team can be loaded.
static AuditCheck checkLibraryValidation(const MachOView &View, const SignatureFacts *Facts) {
  constexpr StringRef Name = "library-validation";
  if (auto Earlier = withoutHardening(Name, View, Facts))
    return *Earlier;
  for (const RiskyEntitlement *Risky : Facts->Risky)
    if (Risky->Name.contains("library-validation"))
      return passOrWarn(Name, false, Risky->Name + " switches it off");
  const bool IsOn = Facts->isHardened() || (Facts->Flags & MachO::CS_REQUIRE_LV);
  return passOrWarn(Name, IsOn,
                    IsOn ? "libraries have to be the system's or the same team's"
                         : "it is off, as the hardened runtime is");
}

static AuditCheck checkDeveloperID(const SignatureFacts *Facts) {
  constexpr StringRef Name = "developer-id";
  if (!Facts)
    return passOrWarn(Name, false, NotSigned);
  if (!Facts->HasCertificate)
    return passOrWarn(Name, false, "the signature is ad-hoc");
  return passOrWarn(Name, Facts->HasDeveloperID,
                    Facts->HasDeveloperID
                        ? "a certificate for Developer ID is there; it was not checked"
                        : "no certificate for Developer ID is there");
}

static AuditCheck checkTimestamp(const SignatureFacts *Facts) {
  constexpr StringRef Name = "secure-timestamp";
  if (!Facts)
    return passOrWarn(Name, false, NotSigned);
  return passOrWarn(Name, Facts->HasTimestamp,
                    Facts->HasTimestamp ? "a time stamp is there; it was not checked"
                                        : "the signature has no time stamp of an authority");
}

/// What the notary service asks for; of the rest it looks at what a bundle has besides.
static AuditCheck checkNotarization(const MachOView &View, const SignatureFacts *Facts,
                                    ArrayRef<AuditCheck> Conditions) {
  constexpr StringRef Name = "notarization";
  constexpr uint32_t OldestSDK = 0x000a0900;
  if (!isMac(View))
    return notApplicable(Name, "only programs for macOS are notarized");
  std::vector<std::string> Problems;
  for (const AuditCheck &Condition : Conditions)
    if (Condition.Result == Verdict::Warn && Condition.Name != "library-validation")
      Problems.push_back(Condition.Name);
  if (View.SDK < OldestSDK)
    Problems.push_back("an SDK of 10.9 or later");
  if (Facts)
    for (const RiskyEntitlement *Risky : Facts->Risky)
      if (Risky->Kind == EntitlementKind::Debug)
        Problems.push_back(("no " + Risky->Name).str());
  return passOrWarn(Name, Problems.empty(),
                    Problems.empty() ? "what the service asks for is there"
                                     : "the service asks for " + join(Problems, ", "));
}

std::vector<AuditCheck> checkRelease(const MachOView &View, const SignatureFacts *Facts) {
  std::vector<AuditCheck> Checks = {checkSystemVersion(View), checkHardened(View, Facts),
                                    checkLibraryValidation(View, Facts), checkDeveloperID(Facts),
                                    checkTimestamp(Facts)};
  Checks.push_back(checkNotarization(View, Facts, Checks));
  return Checks;
}

} // namespace w2n
