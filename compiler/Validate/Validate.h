//===- Validate.h - The only maker of ValidModule --------------------------===//

#ifndef W2N_VALIDATE_VALIDATE_H
#define W2N_VALIDATE_VALIDATE_H

#include "Wasm/Features.h"
#include "Wasm/Module.h"

#include "llvm/ADT/BitVector.h"
#include "llvm/Support/Error.h"

namespace w2n {

/// What the function bodies of a module do, all together.
struct BodyFacts {
  /// Whether a function ends in a call of another that takes its place.
  bool HasTailCalls = false;
  /// By index of a table: whether an instruction may write elements of it or make it larger; and
  /// whether one reads elements or the size of it, other than to call.
  llvm::BitVector WrittenTables;
  llvm::BitVector ReadTables;
  /// By index of a type: whether an indirect call is of it.
  llvm::BitVector IndirectTypes;
};

/// A module that is valid (core spec, chapter 3), and all that later stages accept.
class ValidModule {
public:
  const Module &module() const { return TheModule; }
  const Module *operator->() const { return &TheModule; }
  const Module &operator*() const { return TheModule; }
  /// The features it was validated with; function bodies are read with them again.
  const Features &features() const { return Enabled; }
  const BodyFacts &bodies() const { return Bodies; }

private:
  friend llvm::Expected<ValidModule> validate(Module &&, const Features &, unsigned);
  ValidModule(Module &&M, const Features &Enabled, BodyFacts Bodies)
      : TheModule(std::move(M)), Enabled(Enabled), Bodies(std::move(Bodies)) {}

  Module TheModule;
  Features Enabled;
  BodyFacts Bodies;
};

/// Checks every rule of validation, function bodies included, malformed ones too, in at most
/// Threads threads. The InputError has the offset and, inside a body, the function; of several
/// functions at fault it is the first.
llvm::Expected<ValidModule> validate(Module &&M, const Features &Enabled, unsigned Threads = 1);

} // namespace w2n

#endif // W2N_VALIDATE_VALIDATE_H
