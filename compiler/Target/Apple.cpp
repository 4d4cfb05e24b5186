//===- Apple.cpp - Apple's systems -----------------------------------------===//

#include "Target/Targets.h"

using namespace llvm;

namespace w2n {

namespace {

// The oldest systems whose dyld and kernel take all that we emit, chained fixups foremost, and
// the SDKs whose rules we follow. They appeared together.
constexpr VersionTuple MacOSMinimum(12, 0);
constexpr VersionTuple MacOSSDK(14, 0);
constexpr VersionTuple IOSMinimum(15, 0);
constexpr VersionTuple IOSSDK(17, 0);

constexpr TargetSpec onApple(TargetSpec Row) {
  Row.Format = ObjectFormat::MachO;
  Row.SymbolPrefix = "_";
  Row.Signing = SigningRule::AdHoc;
  return Row;
}

/// A Mac with Apple silicon, or a device.
constexpr TargetSpec onArm64(TargetSpec Row, StringRef CPU = "apple-m1") {
  Row = onApple(Row);
  Row.Architecture = "arm64";
  Row.PageSize = 16384;
  Row.DefaultCPU = CPU;
  Row.BaselineCPU = CPU;
  Row.ChecksCPU = false;
  Row.Vectors = VectorISA::NEON;
  Row.MinimumQuietsNaN = true;
  return Row;
}

/// A Mac with an Intel CPU, or Rosetta. All that run the minimum macOS have x86-64-v2, and so
/// has Rosetta; AVX not.
constexpr TargetSpec onX86_64(TargetSpec Row) {
  Row = onApple(Row);
  Row.Architecture = "x86_64";
  Row.PageSize = 4096;
  Row.DefaultCPU = "x86-64-v2";
  Row.BaselineCPU = "x86-64";
  Row.ChecksCPU = true;
  return Row;
}

constexpr TargetSpec forMacOS(TargetSpec Row) {
  Row.Platform = MachO::PLATFORM_MACOS;
  Row.MinimumOS = MacOSMinimum;
  Row.SDKVersion = MacOSSDK;
  return Row;
}

/// An app of iOS has a few gigabytes of address space unless it has the entitlement
/// com.apple.developer.kernel.extended-virtual-addressing, and often crash reporters that want
/// all signals for themselves: no reservations there, and no handler.
constexpr TargetSpec forIOS(TargetSpec Row) {
  Row.Platform = MachO::PLATFORM_IOS;
  Row.MinimumOS = IOSMinimum;
  Row.SDKVersion = IOSSDK;
  Row.DefaultBounds = BoundsMode::Explicit;
  return Row;
}

/// What is tried out in the simulator should be what runs on the device.
constexpr TargetSpec forIOSSimulator(TargetSpec Row) {
  Row = forIOS(Row);
  Row.Platform = MachO::PLATFORM_IOSSIMULATOR;
  Row.TripleSuffix = "-simulator";
  return Row;
}

/// A process of macOS that uses the libraries of iOS, and counts versions as iOS does.
constexpr TargetSpec forMacCatalyst(TargetSpec Row) {
  Row.Platform = MachO::PLATFORM_MACCATALYST;
  Row.MinimumOS = IOSMinimum;
  Row.SDKVersion = IOSSDK;
  Row.TripleSuffix = "-macabi";
  return Row;
}

constexpr StringRef Arm64MacOSAliases[] = {"arm64-apple-macosx",   "arm64-apple-darwin",
                                           "aarch64-apple-macos",  "aarch64-apple-macosx",
                                           "aarch64-apple-darwin", "arm64-macos"};
constexpr StringRef X86_64MacOSAliases[] = {"x86_64-apple-macosx", "x86_64-apple-darwin",
                                            "x86_64-macos"};
constexpr StringRef Arm64IOSAliases[] = {"aarch64-apple-ios"};
constexpr StringRef Arm64SimulatorAliases[] = {"aarch64-apple-ios-simulator", "arm64-apple-ios-sim",
                                               "aarch64-apple-ios-sim"};
constexpr StringRef Arm64CatalystAliases[] = {"aarch64-apple-ios-macabi"};

} // namespace

constinit const TargetSpec Arm64MacOS = forMacOS(onArm64({
    .Name = "arm64-apple-macos",
    .TriplePrefix = "arm64-apple-macosx",
    .Aliases = Arm64MacOSAliases,
}));

constinit const TargetSpec X86_64MacOS = forMacOS(onX86_64({
    .Name = "x86_64-apple-macos",
    .TriplePrefix = "x86_64-apple-macosx",
    .Aliases = X86_64MacOSAliases,
}));

// The oldest devices that run the minimum iOS have an A8.
constinit const TargetSpec Arm64IOS = forIOS(onArm64(
    {
        .Name = "arm64-apple-ios",
        .TriplePrefix = "arm64-apple-ios",
        .Aliases = Arm64IOSAliases,
    },
    "apple-a8"));

constinit const TargetSpec Arm64IOSSimulator = forIOSSimulator(onArm64({
    .Name = "arm64-apple-ios-simulator",
    .TriplePrefix = "arm64-apple-ios",
    .Aliases = Arm64SimulatorAliases,
}));

constinit const TargetSpec X86_64IOSSimulator = forIOSSimulator(onX86_64({
    .Name = "x86_64-apple-ios-simulator",
    .TriplePrefix = "x86_64-apple-ios",
}));

constinit const TargetSpec Arm64MacCatalyst = forMacCatalyst(onArm64({
    .Name = "arm64-apple-ios-macabi",
    .TriplePrefix = "arm64-apple-ios",
    .Aliases = Arm64CatalystAliases,
}));

constinit const TargetSpec X86_64MacCatalyst = forMacCatalyst(onX86_64({
    .Name = "x86_64-apple-ios-macabi",
    .TriplePrefix = "x86_64-apple-ios",
}));

} // namespace w2n
