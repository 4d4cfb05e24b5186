//===- Registry.cpp - Finding a target by name -----------------------------===//

#include "Support/Error.h"
#include "Target/Targets.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/VersionTuple.h"
#include "llvm/TargetParser/Host.h"
#include "llvm/TargetParser/Triple.h"

using namespace llvm;

namespace w2n {

static constexpr const TargetSpec *Targets[] = {
    &X86_64Linux,       &AArch64Linux,       &X86_64MacOS,      &Arm64MacOS,       &Arm64IOS,
    &Arm64IOSSimulator, &X86_64IOSSimulator, &Arm64MacCatalyst, &X86_64MacCatalyst};

Triple TargetSpec::triple() const {
  return Triple(TriplePrefix + (MinimumOS.empty() ? "" : MinimumOS.getAsString()) + TripleSuffix);
}

ArrayRef<const TargetSpec *> allTargets() { return Targets; }

static const TargetSpec *findExactly(StringRef Name) {
  const auto *Found = find_if(Targets, [&](const TargetSpec *Target) {
    return Target->Name == Name || is_contained(Target->Aliases, Name);
  });
  return Found == std::end(Targets) ? nullptr : *Found;
}

/// Name without the version of its system, which is the end of its third part, or of its last
/// one where it has two.
static std::string withoutVersion(StringRef Name) {
  SmallVector<StringRef, 4> Parts;
  Name.split(Parts, '-');
  StringRef &System = Parts[std::min<size_t>(Parts.size() - 1, 2)];
  System = System.rtrim("0123456789.");
  return join(Parts, "-");
}

/// The row for the system version in Name.
static Expected<TargetSpec> withVersion(StringRef Name, TargetSpec Row) {
  const Triple Asked(Triple::normalize(Name));
  VersionTuple Version = Asked.getOSVersion();
  // Darwin counts otherwise than macOS.
  if (Row.Platform == MachO::PLATFORM_MACOS && !Asked.getMacOSXVersion(Version))
    Version = {};
  if (Version.empty() || Version.getMajor() == 0)
    return inputError("malformed version in target '" + Name + "'");
  if (Version < Row.MinimumOS)
    return inputError("target '" + Name + "': the oldest version of " + Row.Name + " is " +
                      Row.MinimumOS.getAsString());
  Row.MinimumOS = Version;
  Row.SDKVersion = std::max(Row.SDKVersion, Version);
  return Row;
}

Expected<TargetSpec> findTarget(StringRef Name) {
  if (const TargetSpec *Target = findExactly(Name))
    return *Target;
  const TargetSpec *Unversioned = findExactly(withoutVersion(Name));
  if (Unversioned && !Unversioned->MinimumOS.empty())
    return withVersion(Name, *Unversioned);
  std::string Known;
  ListSeparator Comma;
  for (const TargetSpec *Target : Targets)
    Known += (StringRef(Comma) + Target->Name).str();
  return inputError("unknown target '" + Name + "'; the targets are " + Known);
}

Expected<TargetSpec> hostTarget() {
  const Triple Host(sys::getProcessTriple());
  const auto *Found = find_if(Targets, [&](const TargetSpec *Target) {
    const Triple Row = Target->triple();
    return Row.getArch() == Host.getArch() && Row.isMacOSX() == Host.isMacOSX() &&
           Row.isOSLinux() == Host.isOSLinux();
  });
  if (Found == std::end(Targets))
    return inputError("this machine (" + Host.str() + ") is not a target; name one with --target");
  return **Found;
}

} // namespace w2n
