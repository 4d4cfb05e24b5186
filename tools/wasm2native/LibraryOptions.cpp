//===- LibraryOptions.cpp - What a dynamic library says of itself ----------===//

#include "LibraryOptions.h"

#include "Support/Error.h"

#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace w2n {

/// A version as a load command holds it: 16, 8 and 8 bits.
static Error parseVersion(const char *Option, StringRef Text, VersionTuple &Result) {
  if (Text.empty())
    return Error::success();
  if (Result.tryParse(Text) || Result.getBuild() || Result.getMajor() > 0xffff ||
      Result.getMinor().value_or(0) > 0xff || Result.getSubminor().value_or(0) > 0xff)
    return inputError(StringRef(Option) + "=" + Text +
                      ": a version is X, X.Y or X.Y.Z, up to 65535.255.255");
  return Error::success();
}

/// The first option for dynamic libraries that was given, or null.
static const char *givenOption(const CommandLine &Line) {
  if (!Line.InstallName.empty())
    return "--install-name";
  if (!Line.CurrentVersion.empty())
    return "--current-version";
  return Line.CompatibilityVersion.empty() ? nullptr : "--compatibility-version";
}

Error setLibrary(const CommandLine &Line, Options &Result) {
  const char *Given = givenOption(Line);
  if (Given && Result.Emit != EmitKind::DynamicLibrary)
    return inputError(StringRef(Given) + " is for --emit=dylib");
  const bool HasVersion = !Line.CurrentVersion.empty() || !Line.CompatibilityVersion.empty();
  for (const TargetSpec &Target : Result.Targets)
    if (HasVersion && Target.Format != ObjectFormat::MachO)
      return inputError("libraries for " + Target.Name +
                        " record no version; put it into --install-name");
  DynamicLibraryOptions &Library = Result.DynamicLibrary;
  Library.InstallName = Line.InstallName;
  if (Error E = parseVersion("--current-version", Line.CurrentVersion, Library.CurrentVersion))
    return E;
  return parseVersion("--compatibility-version", Line.CompatibilityVersion,
                      Library.CompatibilityVersion);
}

} // namespace w2n
