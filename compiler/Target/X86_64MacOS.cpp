//===- X86_64MacOS.cpp - macOS on Intel, and on Rosetta --------------------===//

#include "Target/Targets.h"

using namespace llvm;

namespace w2n {

static constexpr StringRef Aliases[] = {"x86_64-apple-macosx", "x86_64-apple-darwin",
                                        "x86_64-macos"};

// Every Mac that runs the minimum macOS has x86-64-v2, and so has Rosetta; AVX not.
constinit const TargetSpec X86_64MacOS = {
    .Name = "x86_64-apple-macos",
    .Triple = "x86_64-apple-macosx12.0.0",
    .Architecture = "x86_64",
    .Format = ObjectFormat::MachO,
    .SymbolPrefix = "_",
    .PageSize = 4096,
    .DefaultCPU = "x86-64-v2",
    .BaselineCPU = "x86-64",
    .ChecksCPU = true,
    .MinimumOS = MacOSMinimum,
    .SDKVersion = MacOSSDK,
    .Signing = SigningRule::AdHoc,
    .DefaultBounds = BoundsMode::Guard,
    .Vectors = VectorISA::SSE,
    .MinimumQuietsNaN = false,
    .Aliases = Aliases,
};

} // namespace w2n
