//===- Vectors.cpp - What the instructions on vectors are lowered with -----===//

#include "Lower/Vectors.h"

#include <numeric>

using namespace llvm;

namespace w2n {

FixedVectorType *integerVector(FuncLowering &L, unsigned Bits, unsigned Lanes) {
  return FixedVectorType::get(L.Builder.getIntNTy(Bits), Lanes);
}

FixedVectorType *integerVector(FuncLowering &L, unsigned Bits) {
  return integerVector(L, Bits, VectorBits / Bits);
}

FixedVectorType *vectorType(FuncLowering &L, VectorShape Shape) {
  if (!Shape.IsFloat)
    return integerVector(L, Shape.LaneBits);
  llvm::Type *Lane = Shape.LaneBits == 32 ? L.Builder.getFloatTy() : L.Builder.getDoubleTy();
  return FixedVectorType::get(Lane, Shape.lanes());
}

FixedVectorType *vectorType(FuncLowering &L, const Instruction &I) {
  return vectorType(L, vectorShape(*I.Info));
}

Value *popVector(FuncLowering &L, llvm::Type *As) { return L.Builder.CreateBitCast(L.pop(), As); }

VectorPair popVectors(FuncLowering &L, llvm::Type *As) {
  Value *Right = popVector(L, As);
  Value *Left = popVector(L, As);
  return {Left, Right};
}

void pushVector(FuncLowering &L, Value *Vector) {
  L.push(L.Builder.CreateBitCast(Vector, L.Lowering.type(ValType::V128)));
}

/// Count lanes from First on.
static Value *slice(FuncLowering &L, Value *Vector, unsigned First, unsigned Count) {
  SmallVector<int, 16> Lanes(Count);
  std::iota(Lanes.begin(), Lanes.end(), static_cast<int>(First));
  return L.Builder.CreateShuffleVector(Vector, Lanes);
}

static unsigned laneCount(const Value *Vector) {
  return cast<FixedVectorType>(Vector->getType())->getNumElements();
}

Value *lowHalf(FuncLowering &L, Value *Vector) {
  return slice(L, Vector, 0, laneCount(Vector) / 2);
}

Value *highHalf(FuncLowering &L, Value *Vector) {
  const unsigned Half = laneCount(Vector) / 2;
  return slice(L, Vector, Half, Half);
}

Value *concatenate(FuncLowering &L, Value *Low, Value *High) {
  SmallVector<int, 32> Lanes(size_t{2} * laneCount(Low));
  std::iota(Lanes.begin(), Lanes.end(), 0);
  return L.Builder.CreateShuffleVector(Low, High, Lanes);
}

Value *zeroExtended(FuncLowering &L, Value *Low) {
  return concatenate(L, Low, Constant::getNullValue(Low->getType()));
}

Constant *splat(llvm::Type *Type, double Value) { return ConstantFP::get(Type, Value); }

Constant *splat(llvm::Type *Type, int64_t Value) { return ConstantInt::getSigned(Type, Value); }

Value *laneMask(FuncLowering &L, Value *Condition, llvm::Type *Like) {
  return L.Builder.CreateSExt(Condition, VectorType::getInteger(cast<VectorType>(Like)));
}

Value *narrowSaturated(FuncLowering &L, Value *Wide, bool Signed) {
  IRBuilder<> &B = L.Builder;
  const unsigned Bits = Wide->getType()->getScalarSizeInBits() / 2;
  auto *Narrow = integerVector(L, Bits, laneCount(Wide));
  const int64_t Least = Signed ? -(int64_t{1} << (Bits - 1)) : 0;
  const int64_t Most = (int64_t{1} << (Signed ? Bits - 1 : Bits)) - 1;
  Value *AtLeast = B.CreateBinaryIntrinsic(Intrinsic::smax, Wide, splat(Wide->getType(), Least));
  Value *Limited = B.CreateBinaryIntrinsic(Intrinsic::smin, AtLeast, splat(Wide->getType(), Most));
  return B.CreateTrunc(Limited, Narrow);
}

} // namespace w2n
