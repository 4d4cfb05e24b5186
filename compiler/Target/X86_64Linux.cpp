//===- X86_64Linux.cpp - Linux on x86-64 -----------------------------------===//

#include "Target/Targets.h"

using namespace llvm;

namespace w2n {

static constexpr StringRef Aliases[] = {"x86_64-linux-gnu",
                                        "x86_64-linux-musl",
                                        "x86_64-unknown-linux",
                                        "x86_64-unknown-linux-gnu",
                                        "x86_64-unknown-linux-musl",
                                        "x86_64-pc-linux-gnu",
                                        "amd64-linux"};

// x86-64-v2 and not LLVM's plain x86-64: popcnt, ssse3 and sse4.1 are what wasm's
// instructions want, and every x86-64 server and desktop since 2009 has them. The
// runtime checks for them when a program starts.
constinit const TargetSpec X86_64Linux = {
    .Name = "x86_64-linux",
    .TriplePrefix = "x86_64-unknown-linux-gnu",
    .Architecture = "x86_64",
    .Format = ObjectFormat::ELF,
    .SymbolPrefix = "",
    .PageSize = 4096,
    .DefaultCPU = "x86-64-v2",
    .BaselineCPU = "x86-64",
    .ChecksCPU = true,
    .Signing = SigningRule::None,
    .DefaultBounds = BoundsMode::Guard,
    .Vectors = VectorISA::SSE,
    .MinimumQuietsNaN = false,
    .Aliases = Aliases,
};

} // namespace w2n
