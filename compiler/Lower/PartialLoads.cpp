//===- PartialLoads.cpp - Loads that LLVM may make narrower ----------------===//

#include "Lower/PartialLoads.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/IR/Constants.h"

using namespace llvm;

namespace w2n {

static bool isLastLane(const Value &Index, const Value &Vector) {
  const auto *Number = dyn_cast<ConstantInt>(&Index);
  const unsigned Lanes = cast<FixedVectorType>(Vector.getType())->getNumElements();
  return !Number || Number->getZExtValue() == Lanes - 1;
}

static bool takesLastLane(const ShuffleVectorInst &Shuffle, const Value &Vector) {
  const int Lanes = static_cast<int>(cast<FixedVectorType>(Vector.getType())->getNumElements());
  return any_of(Shuffle.getShuffleMask(), [&](int Lane) {
    return (Lane == Lanes - 1 && Shuffle.getOperand(0) == &Vector) ||
           (Lane == 2 * Lanes - 1 && Shuffle.getOperand(1) == &Vector);
  });
}

static bool keepsHighestByte(const BinaryOperator &And) {
  const auto *Mask = dyn_cast<ConstantInt>(And.getOperand(1));
  return !Mask || Mask->getValue().countl_zero() < 8;
}

static bool usesLastByte(const User &U, const Value &Loaded) {
  if (const auto *Cast = dyn_cast<BitCastInst>(&U))
    return any_of(Cast->users(), [&](const User *Next) { return usesLastByte(*Next, *Cast); });
  if (isa<TruncInst>(U))
    return Loaded.getType()->isVectorTy();
  if (const auto *Operation = dyn_cast<BinaryOperator>(&U))
    return Operation->getOpcode() != llvm::Instruction::And || keepsHighestByte(*Operation);
  if (const auto *Extract = dyn_cast<ExtractElementInst>(&U))
    return isLastLane(*Extract->getIndexOperand(), Loaded);
  if (const auto *Shuffle = dyn_cast<ShuffleVectorInst>(&U))
    return takesLastLane(*Shuffle, Loaded);
  return true;
}

bool needsLastByte(const LoadInst &Load) {
  return any_of(Load.users(), [&](const User *U) { return usesLastByte(*U, Load); });
}

} // namespace w2n
