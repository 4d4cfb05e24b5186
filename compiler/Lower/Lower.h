//===- Lower.h - From a valid module to LLVM IR ----------------------------===//

#ifndef W2N_LOWER_LOWER_H
#define W2N_LOWER_LOWER_H

#include "Target/TargetSpec.h"
#include "Validate/Validate.h"

#include "llvm/ADT/StringRef.h"
#include "llvm/IR/Module.h"
#include "llvm/Support/Error.h"

#include <optional>
#include <string>
#include <vector>

namespace w2n {

/// Where the state of an instance lives.
enum class Placement {
  /// Exactly one instance, whose state is LLVM globals: an executable.
  Program,
  /// Any number of instances; every function takes one as its first parameter.
  Library
};

/// A directory that a program may use.
struct Preopen {
  std::string HostPath;
  std::string GuestPath;
  bool ReadOnly = false;
};

/// What a program may do, fixed when it is compiled.
struct ProgramCapabilities {
  std::vector<Preopen> Preopens;
  /// "NAME=value".
  std::vector<std::string> Environment;
  /// Names taken over from the host's environment at start; InheritAll takes all.
  std::vector<std::string> InheritedEnvironment;
  bool InheritAllEnvironment = false;
  /// What the program sees as its argument 0 in place of how it was started.
  std::optional<std::string> Argument0;
  /// Whether the program takes --dir=HOST[::GUEST] ... -- before its own arguments.
  bool RuntimeDirectories = false;
  /// Sockets that listen when the program starts, in the one form that LISTENER of
  /// abi/capabilities.def has for each address.
  std::vector<std::string> Listeners;
  /// Whether functions of WASI tell the time and wait for it, and give random numbers; where
  /// not, they give the errno notcapable.
  bool Clocks = true;
  bool Random = true;
  /// The file that a program whose code is instrumented writes its profile to when it ends, unless
  /// the host's environment names another.
  std::optional<std::string> ProfileOutput;
};

/// What a CPU that code is made for is called, and the bits of abi/cpu_features.def that it has.
struct NamedCPU {
  std::string Name;
  uint64_t Features = 0;
};

struct LowerOptions {
  Placement Kind = Placement::Program;
  /// Whether a library becomes an image of its own: it says what it is in a note, and can be
  /// lent a runtime, once finishLowering() has been at work.
  bool DynamicLibrary = false;
  /// What a library's symbols begin with: a C identifier.
  std::string ModuleName = "module";
  BoundsMode Bounds = BoundsMode::Guard;
  /// What the module's file is called in debug information; empty makes none.
  std::string DebugFileName;
  /// Every access to linear memory happens in the order of the module, and traps
  /// even where its value is not used. So do changes of globals, tables and segments.
  bool PreciseTraps = false;
  /// Keep to the deterministic profile (core spec, appendix "Profiles"): canonical NaNs,
  /// and one meaning of relaxed instructions on all machines.
  bool Deterministic = false;
  /// The export that a program calls in place of _start.
  std::optional<std::string> Invoke;
  /// Bits of abi/cpu_features.def that code may use; a program checks for them when it
  /// starts.
  uint64_t CPUFeatures = 0;
  /// CPUs beyond that which some functions are compiled for as well, in ascending order. An
  /// instance then finds out which one the machine is, before anything else, and writes its number
  /// from 1 to the variable cpuLevelVariable(ModuleName).
  std::vector<NamedCPU> HigherCPUs;
  /// Whether functions are told what profiles call them, for CodegenOptions::Profile or
  /// ProfileOutput.
  bool ProfileNames = false;
  /// Bytes of stack that a program runs on.
  uint64_t StackSize = 8 << 20;
  ProgramCapabilities Capabilities;
  /// Whether functions are inlined, so that it matters which others a part has.
  bool Inlines = true;
  /// Where a module can be compiled in parts, how many bytes of function bodies each has. A
  /// module of less than four times as many stays whole. Nothing: as is best for the module.
  std::optional<uint64_t> BytesOfPart;
  /// The name and version of the compiler, which an image tells beside the hash of its module.
  std::string Producer;
};

/// The symbol of a variable of 32 bits: the CPU level of the module's code.
std::string cpuLevelVariable(llvm::StringRef ModuleName);

/// Whether the module can be made into what Options ask for: a program needs an entry
/// point, and imports that something provides. What passes can be lowered.
llvm::Error checkLowerable(const ValidModule &Wasm, const LowerOptions &Options);

class LoweringPlan;

/// Writes a part of the module into M, which has the target's triple and data layout already.
/// The first part of a program defines the symbol w2n_program, that of a library
/// w2n_module_<ModuleName>, both described in runtime/abi/structs.def. Options are those of the
/// plan but for what depends on the target. May be called for several parts at the same time;
/// several libraries of one part each, with different names, may be written into one M. Cannot
/// fail for what checkLowerable passes.
void lower(const LoweringPlan &Plan, size_t Part, const TargetSpec &Target,
           const LowerOptions &Options, llvm::Module &M);
/// Writes all of the module as one part.
void lower(const ValidModule &Wasm, const TargetSpec &Target, const LowerOptions &Options,
           llvm::Module &M);

/// Marks what the optimiser must not take for granted about wasm: called once,
/// between lower() and optimisation. A load whose value is dropped still traps, and
/// floating-point identities (x * 1) still quiet signalling NaNs. Also fills in how much
/// stack each function checks for, which is known only now.
void guardSemantics(llvm::Module &M);

/// What depends on what the optimiser has left: called once, between optimisation and code
/// generation. Writes the table of function names for backtraces; the tables of parts are a list:
/// Table is the name of this one where another refers to it, NextTable that of the one behind it;
/// both empty where there is none.
void finishLowering(llvm::Module &M, bool IsDynamicLibrary = false, llvm::StringRef Table = {},
                    llvm::StringRef NextTable = {});

} // namespace w2n

#endif // W2N_LOWER_LOWER_H
