//===- PlanMachO.cpp - How a Mach-O image is linked ------------------------===//

#include "Link/LinkPlan.h"

#include "llvm/Support/Path.h"

using namespace llvm;

namespace w2n {

static std::string versionText(const VersionTuple &Version) {
  return Version.empty() ? "0" : Version.getAsString();
}

static std::vector<std::string> libraryArguments(const LinkOptions &Options) {
  const std::string Name = Options.InstallName.empty()
                               ? ("@rpath/" + sys::path::filename(Options.OutputName)).str()
                               : Options.InstallName;
  return {"-dylib",
          "-install_name",
          Name,
          "-current_version",
          versionText(Options.CurrentVersion),
          "-compatibility_version",
          versionText(Options.CompatibilityVersion)};
}

// An image that imports libSystem alone, through the runtime's own stub and never
// through an SDK of the host (-Z). Without debug information there is no debug map
// (-S): it names the object files, and ours are gone when the link is over. Behind the load
// commands there is room for more (-headerpad, in bytes): the 16 of LC_CODE_SIGNATURE where it is
// added later, and a path of up to 1,000 that install_name_tool puts in; less than a page, it
// mostly costs nothing.
LinkPlan planMachO(const TargetSpec &Target, const LinkFiles &Files, const LinkOptions &Options) {
  const bool Sign = Options.Sign && Target.Signing == SigningRule::AdHoc;
  LinkPlan Plan;
  Plan.Arguments = {
      "ld64.lld",
      "-arch",
      Target.Architecture.str(),
      "-platform_version",
      std::to_string(Target.Platform),
      Target.MinimumOS.getAsString(),
      Target.SDKVersion.getAsString(),
      "-Z",
      "-fixup_chains",
      "-data_const",
      "-dead_strip",
      "-fatal_warnings",
      "-headerpad",
      "0x400",
      Sign ? "-adhoc_codesign" : "-no_adhoc_codesign",
      OneThread,
      "-o",
      Files.Output,
  };
  Plan.add(Options.Kind == ImageKind::Program ? std::vector<std::string>{"-no_exported_symbols"}
                                              : libraryArguments(Options));
  if (Files.DebugArchive.empty())
    Plan.add({"-S"});
  else
    Plan.add({"-oso_prefix", Files.DebugRoot, "-force_load", Files.DebugArchive});
  Plan.add(Files.Objects);
  Plan.add({Files.RuntimeArchive, Files.SystemStub});
  return Plan;
}

} // namespace w2n
