//===- PlanMachO.cpp - How a Mach-O program is linked ----------------------===//

#include "Link/LinkPlan.h"

namespace w2n {

// A program that imports libSystem alone, through the runtime's own stub and never
// through an SDK of the host (-Z). Debug maps are left out (-S): they name the object
// files with path and time, and ours are gone when the link is over. Behind the load commands
// there is room for more (-headerpad, in bytes): the 16 of LC_CODE_SIGNATURE where it is added
// later, and a path of up to 1,000 that install_name_tool puts in; less than a page, it mostly
// costs nothing.
LinkPlan planMachO(const TargetSpec &Target, const LinkFiles &Files, bool Sign) {
  LinkPlan Plan;
  Plan.Arguments = {
      "ld64.lld",
      "-arch",
      Target.Architecture.str(),
      "-platform_version",
      "macos",
      Target.MinimumOS.str(),
      Target.SDKVersion.str(),
      "-Z",
      "-fixup_chains",
      "-dead_strip",
      "-no_exported_symbols",
      "-S",
      "-fatal_warnings",
      "-headerpad",
      "0x400",
      Sign ? "-adhoc_codesign" : "-no_adhoc_codesign",
      OneThread,
      "-o",
      Files.Output,
  };
  Plan.Arguments.insert(Plan.Arguments.end(), Files.Objects.begin(), Files.Objects.end());
  Plan.Arguments.push_back(Files.RuntimeArchive);
  Plan.Arguments.push_back(Files.SystemStub);
  return Plan;
}

} // namespace w2n
