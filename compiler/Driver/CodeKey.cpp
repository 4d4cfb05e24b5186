//===- CodeKey.cpp - What the code of a module follows from ----------------===//
//
// Each struct of options is taken apart here by the names of all its members, so that one
// which gets another member does not compile before that is in the key, too, or is said
// not to matter.
//
//===----------------------------------------------------------------------===//

#include "Driver/CodeKey.h"

#include "llvm/Support/Endian.h"
#include "llvm/Support/SHA256.h"

#include <type_traits>

using namespace llvm;

namespace w2n {

namespace {

/// Hashes values so that no two sequences of values give the same bytes.
class KeyHash {
public:
  template <typename... ValueTs> void addAll(const ValueTs &...Values) { (add(Values), ...); }

  CacheKey final() { return Hash.final(); }

private:
  SHA256 Hash;

  void add(uint64_t Value) {
    std::array<uint8_t, sizeof(Value)> Bytes;
    support::endian::write64le(Bytes.data(), Value);
    Hash.update(Bytes);
  }

  template <typename EnumT>
    requires std::is_enum_v<EnumT>
  void add(EnumT Value) {
    add(static_cast<uint64_t>(Value));
  }

  void add(ArrayRef<uint8_t> Bytes) {
    add(Bytes.size());
    Hash.update(Bytes);
  }

  void add(StringRef Text) { add(arrayRefFromStringRef(Text)); }
  void add(const std::string &Text) { add(StringRef(Text)); }

  template <typename ValueT> void add(const std::optional<ValueT> &Value) {
    add(Value.has_value());
    if (Value)
      add(*Value);
  }

  template <typename ValueT> void add(const std::vector<ValueT> &Values) {
    add(Values.size());
    for (const ValueT &Value : Values)
      add(Value);
  }

  void add(const Preopen &Directory) {
    const auto &[HostPath, GuestPath, ReadOnly] = Directory;
    addAll(HostPath, GuestPath, ReadOnly);
  }

  void add(const ProgramCapabilities &Capabilities) {
    const auto &[Preopens, Environment, InheritedEnvironment, InheritAllEnvironment, Argument0,
                 RuntimeDirectories, Listeners, Clocks, Random, ProfileOutput] = Capabilities;
    addAll(Preopens, Environment, InheritedEnvironment, InheritAllEnvironment, Argument0,
           RuntimeDirectories, Listeners, Clocks, Random, ProfileOutput);
  }

  void add(const NamedCPU &CPU) {
    const auto &[Name, Features] = CPU;
    addAll(Name, Features);
  }

  void add(const CPULevel &Level) {
    const auto &[CPU, Features, Required] = Level;
    addAll(CPU, Features, Required);
  }

  void add(const CPULevels &Levels) {
    const auto &[Higher, Variable] = Levels;
    addAll(Higher, Variable);
  }

  void add(const LowerOptions &Options) {
    const auto &[Kind, DynamicLibrary, ModuleName, Bounds, DebugFileName, PreciseTraps,
                 Deterministic, Invoke, CPUFeatures, HigherCPUs, ProfileNames, StackSize,
                 Capabilities, Inlines, BytesOfPart, Producer] = Options;
    addAll(Kind, DynamicLibrary, ModuleName, Bounds, DebugFileName, PreciseTraps, Deterministic,
           Invoke, CPUFeatures, HigherCPUs, ProfileNames, StackSize, Capabilities, Inlines,
           BytesOfPart, Producer);
  }

  void add(const CodegenOptions &Options) {
    // The machine has the CPU and its features, with "native" replaced, and so have the levels;
    // what is made does not depend on the number of threads.
    const auto &[Level, CPU, HigherCPUs, Levels, CPUFeatures, ProfileOutput, Profile, Threads,
                 LocalPrefix] = Options;
    addAll(Level, Levels, ProfileOutput, Profile, LocalPrefix);
  }

  void add(const TargetMachine &Machine) {
    addAll(StringRef(Machine.getTargetTriple().str()), Machine.getTargetCPU(),
           Machine.getTargetFeatureString());
  }

  void add(const VersionTuple &Version) { add(Version.getAsString()); }

  void add(const TargetSpec &Target) {
    // All but the versions is a row's, and part of the compiler.
    const auto &[Name, TriplePrefix, TripleSuffix, Architecture, Format, Platform, SymbolPrefix,
                 PageSize, DefaultCPU, BaselineCPU, ChecksCPU, MinimumOS, SDKVersion, Signing,
                 DefaultBounds, Vectors, MinimumQuietsNaN, Aliases] = Target;
    addAll(Name, MinimumOS, SDKVersion);
  }
};

} // namespace

CacheKey codeKey(const CodeInputs &Inputs, StringRef Compiler) {
  const auto &[Wasm, Target, Machine, Lower, Codegen, OneObject] = Inputs;
  KeyHash Hash;
  Hash.addAll(Compiler, Wasm, Target, Machine, Lower, Codegen, OneObject);
  return Hash.final();
}

} // namespace w2n
