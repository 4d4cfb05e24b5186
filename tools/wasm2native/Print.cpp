//===- Print.cpp - What wasm2native tells about itself ---------------------===//

#include "Print.h"

#include "Common/Tool.h"
#include "Wasm/Limits.h"
#include "abi/constants.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Format.h"

using namespace llvm;

namespace w2n {

void printVersion(raw_ostream &OS) { OS << versionText("wasm2native") << '\n'; }

void printTargets(raw_ostream &OS) {
  for (const TargetSpec *Target : allTargets()) {
    OS << left_justify(Target->Name, 28) << "CPU " << Target->DefaultCPU;
    if (!Target->MinimumOS.empty())
      OS << ", system version " << Target->MinimumOS.getAsString() << " or later";
    OS << '\n';
  }
}

void printFeatures(raw_ostream &OS) {
  const auto Print = [&](StringRef Flag, StringRef Default, StringRef Tests, StringRef Text) {
    OS << left_justify(Flag, 21) << left_justify(Default, 15) << left_justify(Tests, 29) << Text
       << '\n';
  };
  Print("flag", "default", "tests", "what it is");
#define W2N_FEATURE(NAME, FLAG, TARGET, SUPPORTED, TESTS, TEXT)                                    \
  Print(FLAG, (SUPPORTED) ? "on" : "not supported", TESTS, TEXT);
#include "Wasm/Features.def"
}

void printLimits(raw_ostream &OS) {
  const auto Print = [&](uint64_t Value, StringRef Text) {
    OS << right_justify(utostr(Value), 20) << "  " << Text << '\n';
  };
#define W2N_LIMIT(NAME, VALUE, TEXT) Print(NAME, TEXT);
#include "Wasm/Limits.def"
  Print(W2N_MEMORY32_MAXIMUM_SIZE,
        "bytes of a memory with 32-bit addresses, unless its own minimum is more");
  Print(W2N_TABLE_MAXIMUM_ELEMENTS, "elements of a table");
  Print(W2N_EXCEPTION_CELLS, "exceptions alive at the same time, fewer if they carry much");
}

void printPlan(raw_ostream &OS, const Options &Opts) {
  printVersion(OS);
  for (const TargetSpec &Target : Opts.Targets) {
    auto CPU = cpuName(Target, Opts.Codegen);
    if (!CPU) {
      // Compiling says the same.
      consumeError(CPU.takeError());
      return;
    }
    const BoundsMode Bounds = Opts.Bounds.value_or(Target.DefaultBounds);
    OS << Opts.Input << " -> " << Opts.Output << ": target " << Target.Name << ", CPU " << *CPU;
    for (const std::string &Higher : Opts.Codegen.HigherCPUs)
      OS << " or " << Higher;
    OS << ", " << (Bounds == BoundsMode::Guard ? "guarded" : "explicit") << " bounds";
    if (hasRuntime(Opts.Emit))
      OS << ", runtime " << Opts.RuntimeDirectory << '/' << Target.Name;
    OS << '\n';
  }
}

} // namespace w2n
