//===- LoopAddresses.h - Addresses of a loop in 64 bits --------------------===//
//
// The address of an access in a loop is a 32-bit recurrence, which could wrap. That keeps LLVM
// from knowing which bytes a loop touches, and so from vectorising it. Where the access is made
// in each iteration and the number of iterations is known before the first, one comparison
// tells beforehand whether the address would come to where the access traps. Then the loop is
// certain to trap, and does so before it begins; otherwise its addresses do not wrap, and are
// computed in 64 bits.
//
// What an access writes before a trap is lost that way, which nothing may rely on; loops with
// calls or other ways out than traps are left alone. The sandbox rests on the comparison, and on
// no access that LLVM might find to be unneeded.
//
//===----------------------------------------------------------------------===//

#ifndef W2N_OPTIMIZE_LOOPADDRESSES_H
#define W2N_OPTIMIZE_LOOPADDRESSES_H

#include "llvm/IR/PassManager.h"

namespace w2n {

/// Needs loops in their simple form.
class LoopAddressesPass : public llvm::PassInfoMixin<LoopAddressesPass> {
public:
  llvm::PreservedAnalyses run(llvm::Function &F, llvm::FunctionAnalysisManager &Analyses);
};

} // namespace w2n

#endif // W2N_OPTIMIZE_LOOPADDRESSES_H
