//===- NeighbourAddresses.h - Addresses next to one that did not trap ------===//
//
// A producer that unrolls a loop computes p, p + 8 and p + 16 in 32 bits, each of which could
// wrap; so LLVM sees three addresses that have nothing to do with each other. Where an access
// at p comes before, it would have trapped if p + 16 wrapped (see AddressLimit). Then
// zext(p + 16) is zext(p) + 16: the three share a register, fold into addressing modes, and can
// be joined into vectors.
//
// The sandbox does not rest on that proof. Should LLVM find that the first access is not needed
// and drop it, zext(p) + 16 is still in the reservation of the memory, since it is computed in
// 64 bits from a 32-bit number.
//
//===----------------------------------------------------------------------===//

#ifndef W2N_OPTIMIZE_NEIGHBOURADDRESSES_H
#define W2N_OPTIMIZE_NEIGHBOURADDRESSES_H

#include "llvm/IR/PassManager.h"

namespace w2n {

class NeighbourAddressesPass : public llvm::PassInfoMixin<NeighbourAddressesPass> {
public:
  llvm::PreservedAnalyses run(llvm::Function &F, llvm::FunctionAnalysisManager &Analyses);
};

} // namespace w2n

#endif // W2N_OPTIMIZE_NEIGHBOURADDRESSES_H
