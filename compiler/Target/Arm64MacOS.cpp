//===- Arm64MacOS.cpp - macOS on Apple silicon -----------------------------===//

#include "Target/Targets.h"

using namespace llvm;

namespace w2n {

static constexpr StringRef Aliases[] = {"arm64-apple-macosx",   "arm64-apple-darwin",
                                        "aarch64-apple-macos",  "aarch64-apple-macosx",
                                        "aarch64-apple-darwin", "arm64-macos"};

constinit const TargetSpec Arm64MacOS = {
    .Name = "arm64-apple-macos",
    .Triple = "arm64-apple-macosx12.0.0",
    .Architecture = "arm64",
    .Format = ObjectFormat::MachO,
    .SymbolPrefix = "_",
    .PageSize = 16384,
    .DefaultCPU = "apple-m1",
    .BaselineCPU = "apple-m1",
    .ChecksCPU = false,
    .MinimumOS = MacOSMinimum,
    .SDKVersion = MacOSSDK,
    .Signing = SigningRule::AdHoc,
    .DefaultBounds = BoundsMode::Guard,
    .Vectors = VectorISA::NEON,
    .MinimumQuietsNaN = true,
    .Aliases = Aliases,
};

} // namespace w2n
