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

static constexpr const TargetSpec *Targets[] = {&X86_64Linux, &AArch64Linux, &X86_64MacOS,
                                                &Arm64MacOS};

ArrayRef<const TargetSpec *> allTargets() { return Targets; }

static const TargetSpec *findExactly(StringRef Name) {
  const auto *Found = find_if(Targets, [&](const TargetSpec *Target) {
    return Target->Name == Name || is_contained(Target->Aliases, Name);
  });
  return Found == std::end(Targets) ? nullptr : *Found;
}

/// Whether programs for Target are made for the system version that Name ends in.
static Error checkVersion(StringRef Name, const TargetSpec &Target) {
  VersionTuple Asked;
  VersionTuple Minimum;
  if (!Triple(Triple::normalize(Name)).getMacOSXVersion(Asked) ||
      Minimum.tryParse(Target.MinimumOS))
    return inputError("malformed version in target '" + Name + "'");
  if (Asked != Minimum)
    return inputError("target '" + Name + "': programs are made for macOS " + Target.MinimumOS +
                      " and later; no other version can be asked for");
  return Error::success();
}

Expected<const TargetSpec *> findTarget(StringRef Name) {
  if (const TargetSpec *Target = findExactly(Name))
    return Target;
  const TargetSpec *Unversioned = findExactly(Name.rtrim("0123456789."));
  if (Unversioned && !Unversioned->MinimumOS.empty()) {
    if (Error E = checkVersion(Name, *Unversioned))
      return std::move(E);
    return Unversioned;
  }
  std::string Known;
  ListSeparator Comma;
  for (const TargetSpec *Target : Targets)
    Known += (StringRef(Comma) + Target->Name).str();
  return inputError("unknown target '" + Name + "'; the targets are " + Known);
}

Expected<const TargetSpec *> hostTarget() {
  const Triple Host(sys::getProcessTriple());
  const auto *Found = find_if(Targets, [&](const TargetSpec *Target) {
    const Triple Row(Target->Triple);
    return Row.getArch() == Host.getArch() && Row.isMacOSX() == Host.isMacOSX() &&
           Row.isOSLinux() == Host.isOSLinux();
  });
  if (Found == std::end(Targets))
    return inputError("this machine (" + Host.str() + ") is not a target; name one with --target");
  return *Found;
}

} // namespace w2n
