//===- Rules.h - The parts of validation -----------------------------------===//
//
// Validation first checks what a module declares (ModuleRules), constant
// expressions included (ConstantRules), then each body on its own (FuncRules, with
// the instructions that have rules of their own in ControlRules and StateRules).
//
//===----------------------------------------------------------------------===//

#ifndef W2N_VALIDATE_RULES_H
#define W2N_VALIDATE_RULES_H

#include "Wasm/Features.h"
#include "Wasm/Module.h"

#include "llvm/ADT/BitVector.h"
#include "llvm/Support/Error.h"

#include <atomic>
#include <string>
#include <vector>

namespace w2n {

/// A set of indices that several threads add to.
class SharedSet {
public:
  explicit SharedSet(size_t Size) : Flags(Size) {}

  void insert(size_t Index) {
    // Most are in it already, and a cache line that nobody writes stays with all threads.
    if (!Flags[Index].load(std::memory_order_relaxed))
      Flags[Index].store(true, std::memory_order_relaxed);
  }
  llvm::BitVector members() const {
    llvm::BitVector Result(Flags.size());
    for (unsigned Index = 0; Index < Flags.size(); ++Index)
      Result[Index] = Flags[Index];
    return Result;
  }

private:
  std::vector<std::atomic<bool>> Flags;
};

/// What the rules look things up in (core spec, 3.1.1).
struct ModuleContext {
  const Module &M;
  const Features &Enabled;
  /// The functions that occur outside bodies, which ref.func may name inside them.
  llvm::BitVector DeclaredFunctions;
  /// How many globals a constant expression may read: those before the one that is being
  /// initialised, or all.
  size_t ReadableGlobals = 0;
  /// Whether a body has a tail call, once all are checked.
  mutable std::atomic<bool> HasTailCalls = false;
  /// BodyFacts of the same names.
  mutable SharedSet WrittenTables;
  mutable SharedSet ReadTables;
  mutable SharedSet IndirectTypes;

  ModuleContext(const Module &M, const Features &Enabled)
      : M(M), Enabled(Enabled), DeclaredFunctions(static_cast<unsigned>(M.Functions.size())),
        WrittenTables(M.Tables.size()), ReadTables(M.Tables.size()), IndirectTypes(M.Types.size()) {
  }
};

/// Checks everything but bodies, and fills in C.DeclaredFunctions.
llvm::Error validateDeclarations(ModuleContext &C);

/// Checks that Range is a constant expression which gives one value of type Expected,
/// and adds the functions it names to C.DeclaredFunctions.
llvm::Error validateConstant(ModuleContext &C, const ByteRange &Range, ValType Expected);

/// Checks the body of the function with this index, which is not imported, once all
/// declarations are valid. Calls for different functions may run at the same time.
llvm::Error validateFunction(const ModuleContext &C, uint32_t Index);

/// Checks the types that function types refer to: themselves and those before them.
llvm::Error validateTypes(const Module &M);

/// What is wrong with a type that a module of Types types mentions; empty if nothing is.
std::string problemOfType(ValType Type, size_t Types);

} // namespace w2n

#endif // W2N_VALIDATE_RULES_H
