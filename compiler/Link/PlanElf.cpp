//===- PlanElf.cpp - How an ELF program is linked --------------------------===//

#include "Link/LinkPlan.h"

namespace w2n {

// A static position-independent executable: no interpreter and no library, so that
// it runs on any distribution; the runtime's _start applies its own relocations and
// then makes the RELRO part read-only.
LinkPlan planElf(const TargetSpec &Target, const LinkFiles &Files) {
  LinkPlan Plan;
  Plan.Arguments = {
      "ld.lld",
      "-m",
      Target.Architecture == "aarch64" ? "aarch64linux" : "elf_x86_64",
      "-static",
      "-pie",
      "--no-dynamic-linker",
      "-e",
      "_start",
      "-z",
      "relro",
      "-z",
      "now",
      "-z",
      "text",
      "-z",
      "noexecstack",
      "-z",
      "separate-code",
      "-z",
      "max-page-size=" + std::to_string(Target.PageSize),
      "--gc-sections",
      "--build-id=none",
      "--fatal-warnings",
      OneThread,
      "-o",
      Files.Output,
  };
  Plan.Arguments.insert(Plan.Arguments.end(), Files.Objects.begin(), Files.Objects.end());
  Plan.Arguments.push_back(Files.RuntimeArchive);
  return Plan;
}

} // namespace w2n
