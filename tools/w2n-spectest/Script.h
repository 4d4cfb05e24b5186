//===- Script.h - A script of the WebAssembly test suite -------------------===//
//
// The commands of a script that was converted to JSON, as wast2json writes them
// (and wasm-tools, levelled to the same form).
//
//===----------------------------------------------------------------------===//

#ifndef W2N_SPECTEST_SCRIPT_H
#define W2N_SPECTEST_SCRIPT_H

#include "harness/format.h"

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"

#include <cstdint>
#include <string>
#include <vector>

namespace w2n::spectest {

enum class Pattern : uint8_t {
  Exact = SPECTEST_EXACT,
  CanonicalNaN = SPECTEST_CANONICAL_NAN,
  ArithmeticNaN = SPECTEST_ARITHMETIC_NAN,
};

/// A number, or one lane of a vector. Bits are as wide as the lane.
struct Lane {
  Pattern Match = Pattern::Exact;
  uint64_t Bits = 0;
};

enum class ValueKind : uint8_t {
  Number = SPECTEST_NUMBER,                // Lanes: one
  Vector = SPECTEST_VECTOR,                // Lanes: together 128 bits, lane 0 first
  Null = SPECTEST_NULL,                    // a null reference of any type
  Reference = SPECTEST_REFERENCE,          // any reference but null
  HostReference = SPECTEST_HOST_REFERENCE, // number HostNumber of the host
  Either = SPECTEST_EITHER,                // Alternatives: one of them
};

/// An argument, or what a result is compared with.
struct Value {
  ValueKind Kind = ValueKind::Number;
  unsigned LaneBits = 32;
  std::vector<Lane> Lanes;
  uint64_t HostNumber = 0;
  std::vector<Value> Alternatives;
};

enum class ActionKind : uint8_t { Invoke = SPECTEST_INVOKE, Get = SPECTEST_GET };

struct Action {
  ActionKind Kind = ActionKind::Invoke;
  /// The name of the instance; empty for the current one.
  std::string Instance;
  /// The export.
  std::string Field;
  std::vector<Value> Arguments;
};

enum class CommandKind : uint8_t {
  Module,
  ModuleDefinition,
  ModuleInstance,
  Register,
  Action,
  AssertReturn,
  AssertTrap,
  AssertExhaustion,
  AssertException,
  AssertInvalid,
  AssertMalformed,
  AssertUnlinkable,
  AssertUninstantiable,
  AssertMalformedCustom,
  AssertInvalidCustom,
};

struct Command {
  CommandKind Kind = CommandKind::Module;
  /// Of the .wast file, from 1.
  uint32_t Line = 0;
  /// Of a file with a module: its path, and whether it is in the text format.
  std::string Path;
  bool IsText = false;
  /// What a module, a definition or an instance is called; for register and
  /// module_instance the instance or definition that is meant. Empty: the last one.
  std::string Name;
  /// The name of a new instance of module_instance, or the one register gives.
  std::string As;
  spectest::Action Action;
  std::vector<Value> Expected;
  /// What the reference interpreter says, for assertions that something fails.
  std::string Text;
};

struct Script {
  /// Of the file, without folder and extension.
  std::string Name;
  std::vector<Command> Commands;
};

/// Reads the script at Path; paths of modules come out relative to the working
/// directory. The InputError names what is wrong with the JSON and where, a command
/// or kind of value that is not known included.
llvm::Expected<Script> readScript(llvm::StringRef Path);

} // namespace w2n::spectest

#endif // W2N_SPECTEST_SCRIPT_H
