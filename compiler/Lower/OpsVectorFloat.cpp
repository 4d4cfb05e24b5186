//===- OpsVectorFloat.cpp - Floating point in vectors, and conversions -----===//
//
// NaNs follow the rules of OpsFloat.cpp.
//
//===----------------------------------------------------------------------===//

#include "Lower/VectorCases.h"
#include "Lower/Vectors.h"

#include "llvm/IR/Intrinsics.h"
#include "llvm/IR/IntrinsicsX86.h"

using namespace llvm;

namespace w2n {

namespace {

/// An operation that gives a NaN only as it came.
void unaryOnBits(FuncLowering &L, const w2n::Instruction &I, Intrinsic::ID Intrinsic) {
  pushVector(L, L.Builder.CreateUnaryIntrinsic(Intrinsic, popVector(L, vectorType(L, I))));
}

void unary(FuncLowering &L, const w2n::Instruction &I, Intrinsic::ID Intrinsic) {
  Value *Operand = popVector(L, vectorType(L, I));
  pushVector(L, canonicalizeNaN(L, L.Builder.CreateUnaryIntrinsic(Intrinsic, Operand)));
}

void binary(FuncLowering &L, const w2n::Instruction &I, llvm::Instruction::BinaryOps Op) {
  const auto [Left, Right] = popVectors(L, vectorType(L, I));
  pushVector(L, canonicalizeNaN(L, L.Builder.CreateBinOp(Op, Left, Right)));
}

void binary(FuncLowering &L, const w2n::Instruction &I,
            Value *(*Operation)(FuncLowering &, Value *, Value *)) {
  const auto [Left, Right] = popVectors(L, vectorType(L, I));
  pushVector(L, Operation(L, Left, Right));
}

/// x86 takes the second operand of its minimum where the operands are equal or one is a
/// NaN. Both orders differ only for zeros of both signs, whose bits Join joins, and for
/// NaNs.
Value *inBothOrders(FuncLowering &L, Value *Left, Value *Right,
                    Value *(*Pick)(FuncLowering &, Value *, Value *),
                    llvm::Instruction::BinaryOps Join) {
  IRBuilder<> &B = L.Builder;
  llvm::Type *Type = Left->getType();
  auto *Bits = VectorType::getInteger(cast<VectorType>(Type));
  Value *Joined = B.CreateBinOp(Join, B.CreateBitCast(Pick(L, Left, Right), Bits),
                                B.CreateBitCast(Pick(L, Right, Left), Bits));
  return B.CreateSelect(B.CreateFCmpUNO(Left, Right), ConstantFP::getNaN(Type),
                        B.CreateBitCast(Joined, Type));
}

/// The four integers of one x86 conversion, which gives the least integer for all that
/// does not fit.
Value *convertF32x4(FuncLowering &L, Value *Floats) {
  return L.Builder.CreateIntrinsic(Intrinsic::x86_sse2_cvttps2dq, {Floats});
}

Value *truncateF32x4Signed(FuncLowering &L, Value *Floats) {
  IRBuilder<> &B = L.Builder;
  llvm::Type *Type = Floats->getType();
  Value *Numbers =
      B.CreateSelect(B.CreateFCmpORD(Floats, Floats), Floats, Constant::getNullValue(Type));
  Value *TooLarge = B.CreateFCmpOGE(Numbers, splat(Type, 0x1p31));
  return B.CreateXor(convertF32x4(L, Numbers), laneMask(L, TooLarge, Type));
}

/// Numbers below 2^31 are converted as they are, others less 2^31, and limited to what is
/// left above it.
Value *truncateF32x4Unsigned(FuncLowering &L, Value *Floats) {
  IRBuilder<> &B = L.Builder;
  llvm::Type *Type = Floats->getType();
  Value *Positive = pseudoMaximum(L, Constant::getNullValue(Type), Floats);
  Value *Low = convertF32x4(L, Positive);
  Value *Excess = convertF32x4(L, B.CreateFSub(Positive, splat(Type, 0x1p31)));
  Value *Limited = B.CreateXor(Excess, B.CreateAShr(Excess, 31));
  return B.CreateOr(Low, B.CreateAnd(Limited, B.CreateAShr(Low, 31)));
}

Value *truncateF64x2Signed(FuncLowering &L, Value *Floats) {
  IRBuilder<> &B = L.Builder;
  llvm::Type *Type = Floats->getType();
  // For a NaN, the comparison gives the limit, which is then 0.
  Value *Limit = B.CreateSelect(B.CreateFCmpORD(Floats, Floats), splat(Type, 0x1p31 - 1),
                                Constant::getNullValue(Type));
  return B.CreateIntrinsic(Intrinsic::x86_sse2_cvttpd2dq, {pseudoMinimum(L, Limit, Floats)});
}

/// Adding 2^52 moves an integer into the low bits of a double.
Value *truncateF64x2Unsigned(FuncLowering &L, Value *Floats) {
  IRBuilder<> &B = L.Builder;
  llvm::Type *Type = Floats->getType();
  Value *Positive = pseudoMaximum(L, Constant::getNullValue(Type), Floats);
  Value *Limited = pseudoMinimum(L, Positive, splat(Type, 0x1p32 - 1));
  Value *Whole = B.CreateUnaryIntrinsic(Intrinsic::trunc, Limited);
  Value *Moved = B.CreateFAdd(Whole, splat(Type, 0x1p52));
  Value *Words = B.CreateBitCast(Moved, integerVector(L, 32));
  return zeroExtended(L, B.CreateShuffleVector(Words, {0, 2}));
}

Value *truncateSSE(FuncLowering &L, Value *Floats, bool Signed) {
  if (Floats->getType()->getScalarSizeInBits() == 32)
    return Signed ? truncateF32x4Signed(L, Floats) : truncateF32x4Unsigned(L, Floats);
  return Signed ? truncateF64x2Signed(L, Floats) : truncateF64x2Unsigned(L, Floats);
}

} // namespace

Value *pseudoMinimum(FuncLowering &L, Value *Left, Value *Right) {
  return L.Builder.CreateSelect(L.Builder.CreateFCmpOLT(Right, Left), Right, Left);
}

Value *pseudoMaximum(FuncLowering &L, Value *Left, Value *Right) {
  return L.Builder.CreateSelect(L.Builder.CreateFCmpOLT(Left, Right), Right, Left);
}

Value *minimum(FuncLowering &L, Value *Left, Value *Right) {
  if (L.Lowering.Target.MinimumQuietsNaN)
    return canonicalizeNaN(L, L.Builder.CreateBinaryIntrinsic(Intrinsic::minimum, Left, Right));
  return inBothOrders(L, Left, Right, pseudoMinimum, llvm::Instruction::Or);
}

Value *maximum(FuncLowering &L, Value *Left, Value *Right) {
  if (L.Lowering.Target.MinimumQuietsNaN)
    return canonicalizeNaN(L, L.Builder.CreateBinaryIntrinsic(Intrinsic::maximum, Left, Right));
  return inBothOrders(L, Left, Right, pseudoMaximum, llvm::Instruction::And);
}

Value *truncateSaturated(FuncLowering &L, Value *Floats, bool Signed) {
  if (L.Lowering.Target.Vectors == VectorISA::SSE)
    return truncateSSE(L, Floats, Signed);
  auto *Type = cast<VectorType>(Floats->getType());
  const Intrinsic::ID Convert = Signed ? Intrinsic::fptosi_sat : Intrinsic::fptoui_sat;
  Value *Integers =
      L.Builder.CreateIntrinsic(Convert, {VectorType::getInteger(Type), Type}, {Floats});
  if (Type->getScalarSizeInBits() == 32)
    return Integers;
  // Saturated twice, to 64 bits and from there to 32, is as well as once.
  Value *Limited =
      Signed ? narrowSaturated(L, Integers, /*Signed=*/true)
             : L.Builder.CreateTrunc(
                   L.Builder.CreateBinaryIntrinsic(Intrinsic::umin, Integers,
                                                   splat(Integers->getType(), int64_t{UINT32_MAX})),
                   integerVector(L, 32, 2));
  return zeroExtended(L, Limited);
}

void lowerVectorFloat(FuncLowering &L, const w2n::Instruction &I) {
  using llvm::Instruction;
  switch (I.Op) {
    W2N_BOTH_FLOAT_VECTORS(Abs) return unaryOnBits(L, I, Intrinsic::fabs);
    W2N_BOTH_FLOAT_VECTORS(Neg)
    return pushVector(L, L.Builder.CreateFNeg(popVector(L, vectorType(L, I))));
    W2N_BOTH_FLOAT_VECTORS(Ceil) return unary(L, I, Intrinsic::ceil);
    W2N_BOTH_FLOAT_VECTORS(Floor) return unary(L, I, Intrinsic::floor);
    W2N_BOTH_FLOAT_VECTORS(Trunc) return unary(L, I, Intrinsic::trunc);
    W2N_BOTH_FLOAT_VECTORS(Nearest) return unary(L, I, Intrinsic::roundeven);
    W2N_BOTH_FLOAT_VECTORS(Sqrt) return unary(L, I, Intrinsic::sqrt);
    W2N_BOTH_FLOAT_VECTORS(Add) return binary(L, I, Instruction::FAdd);
    W2N_BOTH_FLOAT_VECTORS(Sub) return binary(L, I, Instruction::FSub);
    W2N_BOTH_FLOAT_VECTORS(Mul) return binary(L, I, Instruction::FMul);
    W2N_BOTH_FLOAT_VECTORS(Div) return binary(L, I, Instruction::FDiv);
    W2N_BOTH_FLOAT_VECTORS(Min) return binary(L, I, minimum);
    W2N_BOTH_FLOAT_VECTORS(Max) return binary(L, I, maximum);
    W2N_BOTH_FLOAT_VECTORS(Pmin) return binary(L, I, pseudoMinimum);
    W2N_BOTH_FLOAT_VECTORS(Pmax) return binary(L, I, pseudoMaximum);
  default:
    llvm_unreachable("not floating-point arithmetic on vectors");
  }
}

void lowerVectorConvert(FuncLowering &L, const w2n::Instruction &I) {
  IRBuilder<> &B = L.Builder;
  auto *F32x4 = vectorType(L, VectorShape{32, true});
  auto *F64x2 = vectorType(L, VectorShape{64, true});
  auto *I32x4 = integerVector(L, 32);
  switch (I.Op) {
  case Opcode::I32x4TruncSatF32x4S:
    return pushVector(L, truncateSaturated(L, popVector(L, F32x4), /*Signed=*/true));
  case Opcode::I32x4TruncSatF32x4U:
    return pushVector(L, truncateSaturated(L, popVector(L, F32x4), /*Signed=*/false));
  case Opcode::I32x4TruncSatF64x2SZero:
    return pushVector(L, truncateSaturated(L, popVector(L, F64x2), /*Signed=*/true));
  case Opcode::I32x4TruncSatF64x2UZero:
    return pushVector(L, truncateSaturated(L, popVector(L, F64x2), /*Signed=*/false));
  case Opcode::F32x4ConvertI32x4S:
    return pushVector(L, B.CreateSIToFP(popVector(L, I32x4), F32x4));
  case Opcode::F32x4ConvertI32x4U:
    return pushVector(L, B.CreateUIToFP(popVector(L, I32x4), F32x4));
  case Opcode::F64x2ConvertLowI32x4S:
    return pushVector(L, B.CreateSIToFP(lowHalf(L, popVector(L, I32x4)), F64x2));
  case Opcode::F64x2ConvertLowI32x4U:
    return pushVector(L, B.CreateUIToFP(lowHalf(L, popVector(L, I32x4)), F64x2));
  case Opcode::F32x4DemoteF64x2Zero: {
    Value *Low = B.CreateFPTrunc(popVector(L, F64x2), FixedVectorType::get(B.getFloatTy(), 2));
    return pushVector(L, zeroExtended(L, canonicalizeNaN(L, Low)));
  }
  case Opcode::F64x2PromoteLowF32x4: {
    Value *Wide = B.CreateFPExt(lowHalf(L, popVector(L, F32x4)), F64x2);
    return pushVector(L, canonicalizeNaN(L, Wide));
  }
  default:
    llvm_unreachable("not a conversion of vectors");
  }
}

} // namespace w2n
