//===- AArch64Linux.cpp - Linux on 64-bit Arm ------------------------------===//

#include "Target/Targets.h"

using namespace llvm;

namespace w2n {

static constexpr StringRef Aliases[] = {"aarch64-linux-gnu",
                                        "aarch64-linux-musl",
                                        "aarch64-unknown-linux",
                                        "aarch64-unknown-linux-gnu",
                                        "aarch64-unknown-linux-musl",
                                        "arm64-linux",
                                        "arm64-linux-gnu"};

// Kernels for 64-bit Arm are configured with pages of 4, 16 or 64 KiB.
constinit const TargetSpec AArch64Linux = {
    .Name = "aarch64-linux",
    .TriplePrefix = "aarch64-unknown-linux-gnu",
    .Architecture = "aarch64",
    .Format = ObjectFormat::ELF,
    .SymbolPrefix = "",
    .PageSize = 65536,
    .DefaultCPU = "generic",
    .BaselineCPU = "generic",
    .ChecksCPU = true,
    .Signing = SigningRule::None,
    .DefaultBounds = BoundsMode::Guard,
    .Vectors = VectorISA::NEON,
    .MinimumQuietsNaN = true,
    .Aliases = Aliases,
};

} // namespace w2n
