//===- OpsVectorRelaxed.cpp - Relaxed vector instructions ------------------===//
//
// Core spec, 4.3.5: each instruction has a few meanings, of which a program sees one
// throughout. The deterministic profile prescribes the first; otherwise it is the one
// that the CPU has an instruction for.
//
//===----------------------------------------------------------------------===//

#include "Lower/VectorCases.h"
#include "Lower/Vectors.h"

#include "llvm/IR/Intrinsics.h"
#include "llvm/IR/IntrinsicsAArch64.h"
#include "llvm/IR/IntrinsicsX86.h"

using namespace llvm;

namespace w2n {

namespace {

/// Whether the meaning may be that of an instruction which x86 CPUs with a feature have.
bool mayUse(FuncLowering &L, CPUFeature Feature) {
  return !L.Lowering.Options.Deterministic && L.Lowering.has(Feature);
}

bool mayUseSSE2(FuncLowering &L) {
  return !L.Lowering.Options.Deterministic && L.Lowering.Target.Vectors == VectorISA::SSE;
}

/// Indices from 16 to 127 pick by their low four bits where the instruction does.
void relaxedSwizzle(FuncLowering &L) {
  const auto [Bytes, Indices] = popVectors(L, integerVector(L, 8));
  pushVector(L, mayUse(L, CPUFeature::SSSE3)
                    ? L.Builder.CreateIntrinsic(Intrinsic::x86_ssse3_pshuf_b_128, {Bytes, Indices})
                    : swizzle(L, Bytes, Indices));
}

/// All that doesn't fit may become the least integer.
void relaxedTruncateSigned(FuncLowering &L, Type *Floats, Intrinsic::ID Convert) {
  Value *Operand = popVector(L, Floats);
  pushVector(L, mayUseSSE2(L) ? L.Builder.CreateIntrinsic(Convert, {Operand})
                              : truncateSaturated(L, Operand, /*Signed=*/true));
}

/// The saturated result is one of those allowed, and the others cost no less.
void relaxedTruncateUnsigned(FuncLowering &L, Type *Floats) {
  pushVector(L, truncateSaturated(L, popVector(L, Floats), /*Signed=*/false));
}

bool hasFusedMultiplyAdd(FuncLowering &L) {
  return mayUse(L, CPUFeature::FMA) ||
         (!L.Lowering.Options.Deterministic && L.Lowering.Target.Vectors == VectorISA::NEON);
}

/// Left * right + addend, rounded once or twice.
void multiplyAdd(FuncLowering &L, const w2n::Instruction &I, bool Negate) {
  IRBuilder<> &B = L.Builder;
  auto *Type = vectorType(L, I);
  Value *Addend = popVector(L, Type);
  auto [Left, Right] = popVectors(L, Type);
  if (Negate)
    Left = B.CreateFNeg(Left);
  if (hasFusedMultiplyAdd(L))
    return pushVector(L, B.CreateIntrinsic(Intrinsic::fma, {Type}, {Left, Right, Addend}));
  Value *Product = canonicalizeNaN(L, B.CreateFMul(Left, Right));
  pushVector(L, canonicalizeNaN(L, B.CreateFAdd(Product, Addend)));
}

/// The top bit of a lane may stand for all of them, as x86's blends see it.
void laneSelect(FuncLowering &L, const w2n::Instruction &I) {
  IRBuilder<> &B = L.Builder;
  auto *Type = vectorType(L, I);
  Value *Mask = popVector(L, Type);
  const auto [First, Second] = popVectors(L, Type);
  if (!mayUse(L, CPUFeature::SSE41))
    return pushVector(L, bitSelect(L, First, Second, Mask));
  Value *IsFirst = B.CreateICmpSLT(Mask, Constant::getNullValue(Type));
  pushVector(L, B.CreateSelect(IsFirst, First, Second));
}

/// Which operand is taken for a NaN, or for zeros of both signs, is as x86 has it.
void minimumOrMaximum(FuncLowering &L, const w2n::Instruction &I,
                      Value *(*Exact)(FuncLowering &, Value *, Value *),
                      Value *(*Fast)(FuncLowering &, Value *, Value *)) {
  const auto [Left, Right] = popVectors(L, vectorType(L, I));
  pushVector(L, mayUseSSE2(L) ? Fast(L, Right, Left) : Exact(L, Left, Right));
}

/// -1 times -1 may overflow.
void multiplyQ15(FuncLowering &L) {
  const auto [Left, Right] = popVectors(L, integerVector(L, 16));
  pushVector(L, mayUse(L, CPUFeature::SSSE3)
                    ? L.Builder.CreateIntrinsic(Intrinsic::x86_ssse3_pmul_hr_sw_128, {Left, Right})
                    : multiplyQ15Saturated(L, Left, Right));
}

/// Sums of two products each, saturated. The bytes of Right may be taken as unsigned.
Value *dotProduct(FuncLowering &L, Value *Left, Value *Right) {
  IRBuilder<> &B = L.Builder;
  if (mayUse(L, CPUFeature::SSSE3))
    return B.CreateIntrinsic(Intrinsic::x86_ssse3_pmadd_ub_sw_128, {Right, Left});
  auto *Wide = integerVector(L, 16, 16);
  Value *Products = B.CreateMul(B.CreateSExt(Left, Wide), B.CreateSExt(Right, Wide));
  Value *Even = B.CreateShuffleVector(Products, {0, 2, 4, 6, 8, 10, 12, 14});
  Value *Odd = B.CreateShuffleVector(Products, {1, 3, 5, 7, 9, 11, 13, 15});
  return B.CreateBinaryIntrinsic(Intrinsic::sadd_sat, Even, Odd);
}

void dotProductAdd(FuncLowering &L) {
  Value *Addend = popVector(L, integerVector(L, 32));
  const auto [Left, Right] = popVectors(L, integerVector(L, 8));
  pushVector(L, L.Builder.CreateAdd(addPairsSigned(L, dotProduct(L, Left, Right)), Addend));
}

} // namespace

void lowerVectorRelaxed(FuncLowering &L, const w2n::Instruction &I) {
  auto *F32x4 = vectorType(L, VectorShape{32, true});
  auto *F64x2 = vectorType(L, VectorShape{64, true});
  switch (I.Op) {
  case Opcode::I8x16RelaxedSwizzle:
    return relaxedSwizzle(L);
  case Opcode::I32x4RelaxedTruncF32x4S:
    return relaxedTruncateSigned(L, F32x4, Intrinsic::x86_sse2_cvttps2dq);
  case Opcode::I32x4RelaxedTruncF64x2SZero:
    return relaxedTruncateSigned(L, F64x2, Intrinsic::x86_sse2_cvttpd2dq);
  case Opcode::I32x4RelaxedTruncF32x4U:
    return relaxedTruncateUnsigned(L, F32x4);
  case Opcode::I32x4RelaxedTruncF64x2UZero:
    return relaxedTruncateUnsigned(L, F64x2);
    W2N_BOTH_FLOAT_VECTORS(RelaxedMadd) return multiplyAdd(L, I, /*Negate=*/false);
    W2N_BOTH_FLOAT_VECTORS(RelaxedNmadd) return multiplyAdd(L, I, /*Negate=*/true);
    W2N_ALL_INTEGERS(RelaxedLaneselect) return laneSelect(L, I);
    W2N_BOTH_FLOAT_VECTORS(RelaxedMin) return minimumOrMaximum(L, I, minimum, pseudoMinimum);
    W2N_BOTH_FLOAT_VECTORS(RelaxedMax) return minimumOrMaximum(L, I, maximum, pseudoMaximum);
  case Opcode::I16x8RelaxedQ15mulrS:
    return multiplyQ15(L);
  case Opcode::I16x8RelaxedDotI8x16I7x16S: {
    const auto [Left, Right] = popVectors(L, integerVector(L, 8));
    return pushVector(L, dotProduct(L, Left, Right));
  }
  case Opcode::I32x4RelaxedDotI8x16I7x16AddS:
    return dotProductAdd(L);
  default:
    llvm_unreachable("not a relaxed instruction");
  }
}

} // namespace w2n
