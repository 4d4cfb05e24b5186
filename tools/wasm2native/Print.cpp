//===- Print.cpp - What wasm2native tells about itself ---------------------===//

#include "Print.h"

#include "llvm/Config/llvm-config.h"
#include "llvm/Support/Format.h"

using namespace llvm;

namespace w2n {

void printVersion(raw_ostream &OS) {
  OS << "wasm2native " W2N_VERSION " (LLVM " LLVM_VERSION_STRING ")\n";
}

void printTargets(raw_ostream &OS) {
  for (const TargetSpec *Target : allTargets()) {
    OS << left_justify(Target->Name, 20) << "CPU " << Target->DefaultCPU;
    if (!Target->MinimumOS.empty())
      OS << ", system version " << Target->MinimumOS << " or later";
    OS << '\n';
  }
}

void printFeatures(raw_ostream &OS) {
  const auto Print = [&](StringRef Flag, bool Supported, StringRef Text) {
    OS << left_justify(Flag, 22) << left_justify(Supported ? "on" : "not supported", 15) << Text
       << '\n';
  };
#define W2N_FEATURE(NAME, FLAG, SUPPORTED, TEXT) Print(FLAG, SUPPORTED, TEXT);
#include "Wasm/Features.def"
}

void printPlan(raw_ostream &OS, const Options &Opts) {
  printVersion(OS);
  for (const TargetSpec *Target : Opts.Targets) {
    const StringRef CPU = Opts.Codegen.CPU.empty() ? Target->DefaultCPU : Opts.Codegen.CPU;
    const BoundsMode Bounds = Opts.Bounds.value_or(Target->DefaultBounds);
    OS << Opts.Input << " -> " << Opts.Output << ": target " << Target->Name << ", CPU " << CPU
       << ", " << (Bounds == BoundsMode::Guard ? "guarded" : "explicit") << " bounds";
    if (Opts.Emit == EmitKind::Executable)
      OS << ", runtime " << Opts.RuntimeDirectory << '/' << Target->Name;
    OS << '\n';
  }
}

} // namespace w2n
