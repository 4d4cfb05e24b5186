//===- Codegen.h - From LLVM IR to object bytes ----------------------------===//

#ifndef W2N_CODEGEN_CODEGEN_H
#define W2N_CODEGEN_CODEGEN_H

#include "Target/TargetSpec.h"

#include "llvm/ADT/SmallVector.h"
#include "llvm/IR/Module.h"
#include "llvm/Target/TargetMachine.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace w2n {

enum class OptimizationLevel { O0, O1, O2, O3, Os };

/// A CPU beyond the one that all code runs on.
struct CPULevel {
  /// LLVM's name, and its features in LLVM's form.
  std::string CPU;
  std::string Features;
  /// Bits of abi/cpu_features.def.
  uint64_t Required = 0;
};

struct CPULevels {
  /// In ascending order: each has all features of those before it, and more.
  std::vector<CPULevel> Higher;
  /// The variable of the module in which the runtime says which one the machine takes.
  std::string Variable;
};

struct CodegenOptions {
  OptimizationLevel Level = OptimizationLevel::O2;
  /// As for --cpu; empty is the target's default, "native" this machine's.
  std::string CPU;
  /// More CPUs, which functions that gain by it are compiled for as well.
  std::vector<std::string> HigherCPUs;
  /// What resolveCPULevels() has made of these.
  CPULevels Levels;
  /// As for --cpu-features: a comma-separated list of +name and -name.
  std::string CPUFeatures;
  /// Where code writes a profile of what it does when the process ends (see
  /// runtime/core/profile.h); nothing where it does not.
  std::optional<std::string> ProfileOutput;
  /// What readProfiles() of Profile.h gives; empty for none.
  std::string Profile;
  /// How many threads emitObjects uses, at least 1. What they make does not depend on it.
  unsigned Threads = 1;
  /// What emitObjects puts before the names of functions and data that are local to the module
  /// but shared by its objects. It keeps several modules apart that are linked together.
  std::string LocalPrefix;
};

/// The bytes of a relocatable object file.
using ObjectBytes = llvm::SmallVector<char, 0>;

/// LLVM's name of the CPU that code is made for; an InputError if that is to be this
/// machine's and the target is of another architecture.
llvm::Expected<std::string> cpuName(const TargetSpec &Target, const CodegenOptions &Options);

/// LLVM's description of the machine; an InputError names a CPU or a feature that
/// the target does not know, or that code must not use (see CPUFeatures.h). Lowering needs
/// it for the data layout.
llvm::Expected<std::unique_ptr<llvm::TargetMachine>>
createTargetMachine(const TargetSpec &Target, const CodegenOptions &Options);

/// The bits of abi/cpu_features.def for what code made for Machine may use.
uint64_t requiredCPUFeatures(const TargetSpec &Target, const llvm::TargetMachine &Machine);

/// The levels of Options.HigherCPUs, to follow Floor, which is made for Options.CPU. An InputError
/// where one is unknown or lacks a feature of the one before or has no other, or the target's
/// programs check no CPU.
llvm::Expected<std::vector<CPULevel>> resolveCPULevels(const TargetSpec &Target,
                                                       const llvm::TargetMachine &Floor,
                                                       const CodegenOptions &Options);

/// Runs the passes over M that need to see all of it, in place.
void optimizeModule(llvm::Module &M, llvm::TargetMachine &Machine, const CodegenOptions &Options);

/// Runs the rest of the passes, which look at one function at a time. What emits code does
/// so by itself; this is for who wants the IR.
void optimizeFunctions(llvm::Module &M, llvm::TargetMachine &Machine,
                       const CodegenOptions &Options);

/// Turns M, optimised as a module with the same Machine and Options, into object files that belong
/// together, at least one. M is used up: code generation changes it.
std::vector<ObjectBytes> emitObjects(llvm::Module &M, llvm::TargetMachine &Machine,
                                     const CodegenOptions &Options);

/// The same in one thread and with an object file for each heat of functions, the hottest first;
/// one for all where they cannot be divided so, or M has no profile.
std::vector<ObjectBytes> emitObjectsByHeat(llvm::Module &M, llvm::TargetMachine &Machine,
                                           const CodegenOptions &Options);

/// The same for one object file, or for assembly text.
ObjectBytes emitObject(llvm::Module &M, llvm::TargetMachine &Machine,
                       const CodegenOptions &Options);
ObjectBytes emitAssembly(llvm::Module &M, llvm::TargetMachine &Machine,
                         const CodegenOptions &Options);

} // namespace w2n

#endif // W2N_CODEGEN_CODEGEN_H
