//===- Validate.h - The only maker of ValidModule --------------------------===//

#ifndef W2N_VALIDATE_VALIDATE_H
#define W2N_VALIDATE_VALIDATE_H

#include "Wasm/Features.h"
#include "Wasm/Module.h"

#include "llvm/Support/Error.h"

namespace w2n {

/// A module that is valid (core spec, chapter 3), and all that later stages accept.
class ValidModule {
public:
  const Module &module() const { return TheModule; }
  const Module *operator->() const { return &TheModule; }
  const Module &operator*() const { return TheModule; }
  /// The features it was validated with; function bodies are read with them again.
  const Features &features() const { return Enabled; }
  /// Whether a function ends in a call of another that takes its place.
  bool hasTailCalls() const { return HasTailCalls; }

private:
  friend llvm::Expected<ValidModule> validate(Module &&, const Features &, unsigned);
  ValidModule(Module &&M, const Features &Enabled, bool HasTailCalls)
      : TheModule(std::move(M)), Enabled(Enabled), HasTailCalls(HasTailCalls) {}

  Module TheModule;
  Features Enabled;
  bool HasTailCalls;
};

/// Checks every rule of validation, function bodies included, malformed ones too, in at most
/// Threads threads. The InputError has the offset and, inside a body, the function; of several
/// functions at fault it is the first.
llvm::Expected<ValidModule> validate(Module &&M, const Features &Enabled, unsigned Threads = 1);

} // namespace w2n

#endif // W2N_VALIDATE_VALIDATE_H
