//===- CounterForms.h - Counters in the forms that passes know -------------===//
//
// LLVM writes what is computed from counters in forms that take fewer instructions, of which its
// own analysis of loops knows nothing. Its full lists of passes widen a 32-bit counter to 64 bits
// and write "its low half" as an `and` with those bits of that half that may be set: then no pass
// knows such an address as one of 32 bits, nor how often a loop goes on until masked bits are a
// number. And it writes -16 - i as `i xor -16` where the low bits of i are 0.
//
//===----------------------------------------------------------------------===//

#ifndef W2N_OPTIMIZE_COUNTERFORMS_H
#define W2N_OPTIMIZE_COUNTERFORMS_H

#include "llvm/IR/PassManager.h"

namespace w2n {

/// Makes extensions of 32-bit sums and differences of these. To come right before the passes over
/// loops that need them, since InstCombine undoes it.
class CounterFormsPass : public llvm::PassInfoMixin<CounterFormsPass> {
public:
  llvm::PreservedAnalyses run(llvm::Function &F, llvm::FunctionAnalysisManager &Analyses);
};

} // namespace w2n

#endif // W2N_OPTIMIZE_COUNTERFORMS_H
