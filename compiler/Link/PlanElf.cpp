//===- PlanElf.cpp - How an ELF image is linked ----------------------------===//

#include "Link/LinkPlan.h"

#include "llvm/Support/Path.h"

using namespace llvm;

namespace w2n {

// A static position-independent executable: no interpreter and no library, so that
// it runs on any distribution; the runtime's _start applies its own relocations and
// then makes the RELRO part read-only.
static std::vector<std::string> programArguments() {
  return {"-static", "-pie", "--no-dynamic-linker", "-e", "_start"};
}

// A library that needs no other. Its own references never go to symbols of the host
// (-Bsymbolic), which would need relocations of code.
static std::vector<std::string> libraryArguments(const LinkOptions &Options) {
  const std::string Name = Options.InstallName.empty()
                               ? sys::path::filename(Options.OutputName).str()
                               : Options.InstallName;
  return {"-shared", "-soname", Name, "-Bsymbolic", "-z", "defs", "-e", "0"};
}

LinkPlan planElf(const TargetSpec &Target, const LinkFiles &Files, const LinkOptions &Options) {
  LinkPlan Plan;
  Plan.Arguments = {"ld.lld", "-m",
                    Target.Architecture == "aarch64" ? "aarch64linux" : "elf_x86_64"};
  if (Options.Kind == ImageKind::Object) {
    Plan.add({"-r", "--fatal-warnings", OneThread, "-o", Files.Output});
    Plan.add(Files.Objects);
    return Plan;
  }
  Plan.add(Options.Kind == ImageKind::Program ? programArguments() : libraryArguments(Options));
  Plan.add({
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
  });
  Plan.add(Files.Objects);
  Plan.Arguments.push_back(Files.RuntimeArchive);
  return Plan;
}

} // namespace w2n
