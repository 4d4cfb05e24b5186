//===- ThrowFacts.h - Which calls may end in an exception ------------------===//
//
// A call that may throw is followed by a check; all others are not. A function may throw
// if it has a throwing instruction, or calls what may throw, and no block around that catches
// all. In a program everything that
// can be called is known; in a library imports and indirect calls may lead into other
// modules, and so may throw.
//
//===----------------------------------------------------------------------===//

#ifndef W2N_LOWER_THROWFACTS_H
#define W2N_LOWER_THROWFACTS_H

#include "Lower/Lower.h"
#include "Lower/ModuleFacts.h"
#include "Validate/Validate.h"

#include "llvm/ADT/BitVector.h"

namespace w2n {

class ThrowFacts {
public:
  ThrowFacts(const ValidModule &Valid, const ModuleFacts &Facts, Placement Kind);

  /// Whether a call of this function, perhaps imported, may throw.
  bool mayThrow(uint32_t Function) const { return Functions.test(Function); }
  /// Whether a call through a reference may throw, to a function of the type with this
  /// index.
  bool referenceMayThrow(uint32_t TypeIndex) const { return Types.test(TypeIndex); }

private:
  llvm::BitVector Functions;
  llvm::BitVector Types;
};

} // namespace w2n

#endif // W2N_LOWER_THROWFACTS_H
