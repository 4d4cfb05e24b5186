//===- OpsVectorWiden.cpp - Lanes that become wider or narrower ------------===//

#include "Lower/VectorCases.h"
#include "Lower/Vectors.h"

#include "llvm/IR/Intrinsics.h"
#include "llvm/IR/IntrinsicsAArch64.h"
#include "llvm/IR/IntrinsicsX86.h"

using namespace llvm;

namespace w2n {

namespace {

using CastOps = llvm::Instruction::CastOps;
/// lowHalf or highHalf.
using HalfOf = Value *(*)(FuncLowering &, Value *);

/// The operands of an instruction whose result is of type Wide.
FixedVectorType *halfAsWide(FuncLowering &L, FixedVectorType *Wide) {
  return integerVector(L, Wide->getScalarSizeInBits() / 2);
}

void extend(FuncLowering &L, const w2n::Instruction &I, HalfOf Half, CastOps Extend) {
  auto *Wide = vectorType(L, I);
  Value *Narrow = Half(L, popVector(L, halfAsWide(L, Wide)));
  pushVector(L, L.Builder.CreateCast(Extend, Narrow, Wide));
}

void extendAndMultiply(FuncLowering &L, const w2n::Instruction &I, HalfOf Half, CastOps Extend) {
  IRBuilder<> &B = L.Builder;
  auto *Wide = vectorType(L, I);
  const auto [Left, Right] = popVectors(L, halfAsWide(L, Wide));
  pushVector(L, B.CreateMul(B.CreateCast(Extend, Half(L, Left), Wide),
                            B.CreateCast(Extend, Half(L, Right), Wide)));
}

void narrow(FuncLowering &L, const w2n::Instruction &I, bool Signed) {
  auto *Wide = integerVector(L, 2 * vectorShape(*I.Info).LaneBits);
  const auto [Low, High] = popVectors(L, Wide);
  pushVector(L, narrowSaturated(L, concatenate(L, Low, High), Signed));
}

/// Sums of neighbours, each pair taken as one lane twice as wide: its upper half, and its
/// lower half made as wide by shifting it up and down.
Value *addHalves(FuncLowering &L, Value *Vector, llvm::Instruction::BinaryOps ShiftRight) {
  IRBuilder<> &B = L.Builder;
  const unsigned Bits = Vector->getType()->getScalarSizeInBits();
  auto *Wide = integerVector(L, 2 * Bits);
  Value *Pairs = B.CreateBitCast(Vector, Wide);
  Constant *Half = splat(Wide, int64_t{Bits});
  Value *Low = B.CreateBinOp(ShiftRight, B.CreateShl(Pairs, Half), Half);
  return B.CreateAdd(Low, B.CreateBinOp(ShiftRight, Pairs, Half));
}

Value *addPairsUnsigned(FuncLowering &L, Value *Vector) {
  IRBuilder<> &B = L.Builder;
  llvm::Type *Type = Vector->getType();
  const unsigned Bits = Type->getScalarSizeInBits();
  if (L.Lowering.Target.Vectors == VectorISA::NEON)
    return B.CreateIntrinsic(Intrinsic::aarch64_neon_uaddlp, {integerVector(L, 2 * Bits), Type},
                             {Vector});
  if (Bits == 8 && L.Lowering.has(CPUFeature::SSSE3))
    return B.CreateIntrinsic(Intrinsic::x86_ssse3_pmadd_ub_sw_128,
                             {Vector, splat(Type, int64_t{1})});
  return addHalves(L, Vector, llvm::Instruction::LShr);
}

void addPairs(FuncLowering &L, const w2n::Instruction &I, Value *(*Sum)(FuncLowering &, Value *)) {
  pushVector(L, Sum(L, popVector(L, halfAsWide(L, vectorType(L, I)))));
}

void dotProduct(FuncLowering &L) {
  IRBuilder<> &B = L.Builder;
  const auto [Left, Right] = popVectors(L, integerVector(L, 16));
  auto *Wide = integerVector(L, 32, 8);
  Value *Products = B.CreateMul(B.CreateSExt(Left, Wide), B.CreateSExt(Right, Wide));
  pushVector(L, B.CreateAdd(B.CreateShuffleVector(Products, {0, 2, 4, 6}),
                            B.CreateShuffleVector(Products, {1, 3, 5, 7})));
}

} // namespace

Value *addPairsSigned(FuncLowering &L, Value *Vector) {
  IRBuilder<> &B = L.Builder;
  llvm::Type *Type = Vector->getType();
  const unsigned Bits = Type->getScalarSizeInBits();
  if (L.Lowering.Target.Vectors == VectorISA::NEON)
    return B.CreateIntrinsic(Intrinsic::aarch64_neon_saddlp, {integerVector(L, 2 * Bits), Type},
                             {Vector});
  if (Bits == 16 && L.Lowering.Target.Vectors == VectorISA::SSE)
    return B.CreateIntrinsic(Intrinsic::x86_sse2_pmadd_wd, {Vector, splat(Type, int64_t{1})});
  if (Bits == 8 && L.Lowering.has(CPUFeature::SSSE3))
    return B.CreateIntrinsic(Intrinsic::x86_ssse3_pmadd_ub_sw_128,
                             {splat(Type, int64_t{1}), Vector});
  return addHalves(L, Vector, llvm::Instruction::AShr);
}

void lowerVectorWiden(FuncLowering &L, const w2n::Instruction &I) {
  using llvm::Instruction;
  switch (I.Op) {
  case Opcode::I8x16NarrowI16x8S:
  case Opcode::I16x8NarrowI32x4S:
    return narrow(L, I, /*Signed=*/true);
  case Opcode::I8x16NarrowI16x8U:
  case Opcode::I16x8NarrowI32x4U:
    return narrow(L, I, /*Signed=*/false);
  case Opcode::I32x4DotI16x8S:
    return dotProduct(L);
    W2N_WIDER(ExtendLow, S) return extend(L, I, lowHalf, Instruction::SExt);
    W2N_WIDER(ExtendLow, U) return extend(L, I, lowHalf, Instruction::ZExt);
    W2N_WIDER(ExtendHigh, S) return extend(L, I, highHalf, Instruction::SExt);
    W2N_WIDER(ExtendHigh, U) return extend(L, I, highHalf, Instruction::ZExt);
    W2N_WIDER(ExtmulLow, S) return extendAndMultiply(L, I, lowHalf, Instruction::SExt);
    W2N_WIDER(ExtmulLow, U) return extendAndMultiply(L, I, lowHalf, Instruction::ZExt);
    W2N_WIDER(ExtmulHigh, S) return extendAndMultiply(L, I, highHalf, Instruction::SExt);
    W2N_WIDER(ExtmulHigh, U) return extendAndMultiply(L, I, highHalf, Instruction::ZExt);
    W2N_WIDER_16_32(ExtaddPairwise, S) return addPairs(L, I, addPairsSigned);
    W2N_WIDER_16_32(ExtaddPairwise, U) return addPairs(L, I, addPairsUnsigned);
  default:
    llvm_unreachable("not an instruction that changes the width of lanes");
  }
}

} // namespace w2n
