//===- OpsVectorInteger.cpp - Integer arithmetic on vectors ----------------===//
//
// Where a CPU has one instruction that LLVM doesn't make of plain IR, its intrinsic is
// used; VectorISA and the CPU's features say which there are.
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

void unary(FuncLowering &L, const w2n::Instruction &I, Intrinsic::ID Intrinsic) {
  pushVector(L, L.Builder.CreateUnaryIntrinsic(Intrinsic, popVector(L, vectorType(L, I))));
}

/// The absolute value of the least integer is itself.
void absolute(FuncLowering &L, const w2n::Instruction &I) {
  pushVector(L, L.Builder.CreateBinaryIntrinsic(Intrinsic::abs, popVector(L, vectorType(L, I)),
                                                L.Builder.getFalse()));
}

void binary(FuncLowering &L, const w2n::Instruction &I, Intrinsic::ID Intrinsic) {
  const auto [Left, Right] = popVectors(L, vectorType(L, I));
  pushVector(L, L.Builder.CreateBinaryIntrinsic(Intrinsic, Left, Right));
}

void binary(FuncLowering &L, const w2n::Instruction &I, llvm::Instruction::BinaryOps Op) {
  const auto [Left, Right] = popVectors(L, vectorType(L, I));
  pushVector(L, L.Builder.CreateBinOp(Op, Left, Right));
}

void shift(FuncLowering &L, const w2n::Instruction &I, llvm::Instruction::BinaryOps Op) {
  IRBuilder<> &B = L.Builder;
  auto *Type = vectorType(L, I);
  Value *Count = B.CreateAnd(L.pop(), Type->getScalarSizeInBits() - 1);
  Value *Counts = B.CreateVectorSplat(Type->getNumElements(),
                                      B.CreateZExtOrTrunc(Count, Type->getElementType()));
  pushVector(L, B.CreateBinOp(Op, popVector(L, Type), Counts));
}

/// (left + right + 1) / 2, which LLVM knows as one instruction.
void average(FuncLowering &L, const w2n::Instruction &I) {
  IRBuilder<> &B = L.Builder;
  auto *Type = vectorType(L, I);
  auto *Wide = VectorType::getExtendedElementVectorType(Type);
  const auto [Left, Right] = popVectors(L, Type);
  Value *Sum = B.CreateAdd(B.CreateZExt(Left, Wide), B.CreateZExt(Right, Wide));
  Value *Half = B.CreateLShr(B.CreateAdd(Sum, splat(Wide, int64_t{1})), 1);
  pushVector(L, B.CreateTrunc(Half, Type));
}

/// Each lane picks its byte by itself.
Value *swizzleLanes(FuncLowering &L, Value *Bytes, Value *Indices) {
  IRBuilder<> &B = L.Builder;
  Value *Result = Constant::getNullValue(Bytes->getType());
  Value *InRange = B.CreateICmpULT(Indices, splat(Indices->getType(), int64_t{16}));
  Value *Masked = B.CreateAnd(Indices, splat(Indices->getType(), int64_t{15}));
  for (uint64_t Lane = 0; Lane < 16; ++Lane) {
    Value *Byte = B.CreateExtractElement(Bytes, B.CreateExtractElement(Masked, Lane));
    Result = B.CreateInsertElement(Result, Byte, Lane);
  }
  return B.CreateSelect(InRange, Result, Constant::getNullValue(Bytes->getType()));
}

} // namespace

Value *swizzle(FuncLowering &L, Value *Bytes, Value *Indices) {
  IRBuilder<> &B = L.Builder;
  if (L.Lowering.Target.Vectors == VectorISA::NEON)
    return B.CreateIntrinsic(Intrinsic::aarch64_neon_tbl1, {Bytes->getType()}, {Bytes, Indices});
  if (!L.Lowering.has(CPUFeature::SSSE3))
    return swizzleLanes(L, Bytes, Indices);
  // The instruction looks at the low four bits and gives 0 where the top bit is set, which
  // the saturated sum has for all indices from 16 on.
  Value *Marked = B.CreateBinaryIntrinsic(Intrinsic::uadd_sat, Indices,
                                          splat(Indices->getType(), int64_t{0x70}));
  return B.CreateIntrinsic(Intrinsic::x86_ssse3_pshuf_b_128, {Bytes, Marked});
}

Value *multiplyQ15Saturated(FuncLowering &L, Value *Left, Value *Right) {
  IRBuilder<> &B = L.Builder;
  llvm::Type *Type = Left->getType();
  if (L.Lowering.Target.Vectors == VectorISA::NEON)
    return B.CreateIntrinsic(Intrinsic::aarch64_neon_sqrdmulh, {Type}, {Left, Right});
  if (L.Lowering.has(CPUFeature::SSSE3)) {
    // The one product that overflows comes out as the least number, which no other is.
    Value *Product = B.CreateIntrinsic(Intrinsic::x86_ssse3_pmul_hr_sw_128, {Left, Right});
    Value *Overflow = B.CreateICmpEQ(Product, splat(Type, int64_t{INT16_MIN}));
    return B.CreateXor(Product, laneMask(L, Overflow, Type));
  }
  auto *Wide = VectorType::getExtendedElementVectorType(cast<VectorType>(Type));
  Value *Product = B.CreateMul(B.CreateSExt(Left, Wide), B.CreateSExt(Right, Wide));
  Value *Rounded = B.CreateAdd(Product, splat(Wide, int64_t{1} << 14));
  return narrowSaturated(L, B.CreateAShr(Rounded, 15), /*Signed=*/true);
}

void lowerVectorShift(FuncLowering &L, const w2n::Instruction &I) {
  using llvm::Instruction;
  switch (I.Op) {
    W2N_ALL_INTEGERS(Shl) return shift(L, I, Instruction::Shl);
    W2N_ALL_INTEGERS(ShrS) return shift(L, I, Instruction::AShr);
    W2N_ALL_INTEGERS(ShrU) return shift(L, I, Instruction::LShr);
  default:
    llvm_unreachable("not a shift of a vector");
  }
}

void lowerVectorInteger(FuncLowering &L, const w2n::Instruction &I) {
  using llvm::Instruction;
  switch (I.Op) {
    W2N_ALL_INTEGERS(Abs) return absolute(L, I);
    W2N_ALL_INTEGERS(Neg)
    return pushVector(L, L.Builder.CreateNeg(popVector(L, vectorType(L, I))));
    W2N_I8X16(Popcnt) return unary(L, I, Intrinsic::ctpop);
    W2N_ALL_INTEGERS(Add) return binary(L, I, Instruction::Add);
    W2N_8_16(AddSatS) return binary(L, I, Intrinsic::sadd_sat);
    W2N_8_16(AddSatU) return binary(L, I, Intrinsic::uadd_sat);
    W2N_ALL_INTEGERS(Sub) return binary(L, I, Instruction::Sub);
    W2N_8_16(SubSatS) return binary(L, I, Intrinsic::ssub_sat);
    W2N_8_16(SubSatU) return binary(L, I, Intrinsic::usub_sat);
    W2N_16_32_64(Mul) return binary(L, I, Instruction::Mul);
    W2N_8_16_32(MinS) return binary(L, I, Intrinsic::smin);
    W2N_8_16_32(MinU) return binary(L, I, Intrinsic::umin);
    W2N_8_16_32(MaxS) return binary(L, I, Intrinsic::smax);
    W2N_8_16_32(MaxU) return binary(L, I, Intrinsic::umax);
    W2N_8_16(AvgrU) return average(L, I);
    W2N_I16X8(Q15mulrSatS) {
      const auto [Left, Right] = popVectors(L, vectorType(L, I));
      return pushVector(L, multiplyQ15Saturated(L, Left, Right));
    }
    W2N_I8X16(Swizzle) {
      const auto [Bytes, Indices] = popVectors(L, vectorType(L, I));
      return pushVector(L, swizzle(L, Bytes, Indices));
    }
  default:
    llvm_unreachable("not integer arithmetic on vectors");
  }
}

} // namespace w2n
