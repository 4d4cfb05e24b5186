//===- OpsFloat.cpp - Floating point and conversions -----------------------===//

#include "Lower/FuncLowering.h"

#include "llvm/IR/Intrinsics.h"

using namespace llvm;

namespace w2n {

namespace {

void unary(FuncLowering &L, Intrinsic::ID Intrinsic) {
  L.push(canonicalizeNaN(L, L.Builder.CreateUnaryIntrinsic(Intrinsic, L.pop())));
}

void copySign(FuncLowering &L) {
  Value *Sign = L.pop();
  L.push(L.Builder.CreateBinaryIntrinsic(Intrinsic::copysign, L.pop(), Sign));
}

/// Where the machine's minimum would give a signalling NaN as it came, the sum stands in
/// for it, which quiets.
void minimumOrMaximum(FuncLowering &L, Intrinsic::ID Intrinsic) {
  IRBuilder<> &B = L.Builder;
  Value *Right = L.pop();
  Value *Left = L.pop();
  if (L.Lowering.Target.MinimumQuietsNaN)
    return L.push(canonicalizeNaN(L, B.CreateBinaryIntrinsic(Intrinsic, Left, Right)));
  FastMathFlags NoNaNs;
  NoNaNs.setNoNaNs();
  Value *Number = B.CreateBinaryIntrinsic(Intrinsic, Left, Right, NoNaNs);
  Value *Quiet = canonicalizeNaN(L, B.CreateFAdd(Left, Right));
  L.push(B.CreateSelect(B.CreateFCmpUNO(Left, Right), Quiet, Number));
}

void binary(FuncLowering &L, llvm::Instruction::BinaryOps Op) {
  Value *Right = L.pop();
  L.push(canonicalizeNaN(L, L.Builder.CreateBinOp(Op, L.pop(), Right)));
}

/// The open interval of floats whose truncation fits: between the least integer less
/// one, or the float next below the least integer where that one is not a float, and
/// the greatest integer plus one.
struct Interval {
  APFloat Below;
  APFloat Above;
};

Interval truncationRange(const fltSemantics &Semantics, unsigned Bits, bool Signed) {
  const auto Power = [&](unsigned Exponent) {
    return scalbn(APFloat::getOne(Semantics), static_cast<int>(Exponent),
                  APFloat::rmNearestTiesToEven);
  };
  if (!Signed)
    return {APFloat::getOne(Semantics, /*Negative=*/true), Power(Bits)};
  const APFloat Least = -Power(Bits - 1);
  APFloat Below = Least;
  Below.subtract(APFloat::getOne(Semantics), APFloat::rmTowardNegative);
  return {Below, Power(Bits - 1)};
}

void truncateChecked(FuncLowering &L, const w2n::Instruction &I, bool Signed) {
  IRBuilder<> &B = L.Builder;
  Value *Operand = L.pop();
  Type *Result = L.resultType(I);
  const Interval Range =
      truncationRange(Operand->getType()->getFltSemantics(), Result->getIntegerBitWidth(), Signed);
  Value *Fits =
      B.CreateAnd(B.CreateFCmpOGT(Operand, ConstantFP::get(L.Lowering.Context, Range.Below)),
                  B.CreateFCmpOLT(Operand, ConstantFP::get(L.Lowering.Context, Range.Above)));
  Value *Reason = B.CreateSelect(B.CreateFCmpUNO(Operand, Operand),
                                 B.getInt32(static_cast<uint32_t>(Trap::INVALID_CONVERSION)),
                                 B.getInt32(static_cast<uint32_t>(Trap::INTEGER_OVERFLOW)));
  L.Traps.trapIf(B, B.CreateNot(Fits), Reason);
  L.push(Signed ? B.CreateFPToSI(Operand, Result) : B.CreateFPToUI(Operand, Result));
}

void truncateSaturated(FuncLowering &L, const w2n::Instruction &I, Intrinsic::ID Intrinsic) {
  Value *Operand = L.pop();
  L.push(L.Builder.CreateIntrinsic(Intrinsic, {L.resultType(I), Operand->getType()}, {Operand}));
}

void cast(FuncLowering &L, const w2n::Instruction &I, llvm::Instruction::CastOps Op) {
  L.push(L.Builder.CreateCast(Op, L.pop(), L.resultType(I)));
}

/// Between floats of both widths.
void resize(FuncLowering &L, const w2n::Instruction &I, llvm::Instruction::CastOps Op) {
  L.push(canonicalizeNaN(L, L.Builder.CreateCast(Op, L.pop(), L.resultType(I))));
}

void extendLow(FuncLowering &L, unsigned Bits) {
  Value *Operand = L.pop();
  Value *Low = L.Builder.CreateTrunc(Operand, L.Builder.getIntNTy(Bits));
  L.push(L.Builder.CreateSExt(Low, Operand->getType()));
}

} // namespace

Value *canonicalizeNaN(FuncLowering &L, Value *Result) {
  if (!L.Lowering.Options.Deterministic)
    return Result;
  return L.Builder.CreateSelect(L.Builder.CreateFCmpUNO(Result, Result),
                                ConstantFP::getNaN(Result->getType()), Result);
}

#define W2N_BOTH(SUFFIX)                                                                           \
  case Opcode::F32##SUFFIX:                                                                        \
  case Opcode::F64##SUFFIX:

void lowerFloat(FuncLowering &L, const w2n::Instruction &I) {
  using llvm::Instruction;
  switch (I.Op) {
    W2N_BOTH(Abs) return L.push(L.Builder.CreateUnaryIntrinsic(Intrinsic::fabs, L.pop()));
    W2N_BOTH(Neg) return L.push(L.Builder.CreateFNeg(L.pop()));
    W2N_BOTH(Ceil) return unary(L, Intrinsic::ceil);
    W2N_BOTH(Floor) return unary(L, Intrinsic::floor);
    W2N_BOTH(Trunc) return unary(L, Intrinsic::trunc);
    W2N_BOTH(Nearest) return unary(L, Intrinsic::roundeven);
    W2N_BOTH(Sqrt) return unary(L, Intrinsic::sqrt);
    W2N_BOTH(Add) return binary(L, Instruction::FAdd);
    W2N_BOTH(Sub) return binary(L, Instruction::FSub);
    W2N_BOTH(Mul) return binary(L, Instruction::FMul);
    W2N_BOTH(Div) return binary(L, Instruction::FDiv);
    W2N_BOTH(Min) return minimumOrMaximum(L, Intrinsic::minimum);
    W2N_BOTH(Max) return minimumOrMaximum(L, Intrinsic::maximum);
    W2N_BOTH(Copysign) return copySign(L);
  default:
    llvm_unreachable("not a floating-point instruction");
  }
}

#undef W2N_BOTH
// Conversions to both integers from both floats.
#define W2N_ALL_FOUR(OPERATION, SUFFIX)                                                            \
  case Opcode::I32##OPERATION##F32##SUFFIX:                                                        \
  case Opcode::I32##OPERATION##F64##SUFFIX:                                                        \
  case Opcode::I64##OPERATION##F32##SUFFIX:                                                        \
  case Opcode::I64##OPERATION##F64##SUFFIX:
// Conversions to both floats from both integers.
#define W2N_ALL_FLOATS(SUFFIX)                                                                     \
  case Opcode::F32ConvertI32##SUFFIX:                                                              \
  case Opcode::F32ConvertI64##SUFFIX:                                                              \
  case Opcode::F64ConvertI32##SUFFIX:                                                              \
  case Opcode::F64ConvertI64##SUFFIX:

void lowerConvert(FuncLowering &L, const w2n::Instruction &I) {
  using llvm::Instruction;
  switch (I.Op) {
    W2N_ALL_FOUR(Trunc, S) return truncateChecked(L, I, true);
    W2N_ALL_FOUR(Trunc, U) return truncateChecked(L, I, false);
    W2N_ALL_FOUR(TruncSat, S) return truncateSaturated(L, I, Intrinsic::fptosi_sat);
    W2N_ALL_FOUR(TruncSat, U) return truncateSaturated(L, I, Intrinsic::fptoui_sat);
    W2N_ALL_FLOATS(S) return cast(L, I, Instruction::SIToFP);
    W2N_ALL_FLOATS(U) return cast(L, I, Instruction::UIToFP);
  case Opcode::I32WrapI64:
    return cast(L, I, Instruction::Trunc);
  case Opcode::I64ExtendI32S:
    return cast(L, I, Instruction::SExt);
  case Opcode::I64ExtendI32U:
    return cast(L, I, Instruction::ZExt);
  case Opcode::F32DemoteF64:
    return resize(L, I, Instruction::FPTrunc);
  case Opcode::F64PromoteF32:
    return resize(L, I, Instruction::FPExt);
  case Opcode::I32ReinterpretF32:
  case Opcode::I64ReinterpretF64:
  case Opcode::F32ReinterpretI32:
  case Opcode::F64ReinterpretI64:
    return cast(L, I, Instruction::BitCast);
  case Opcode::I32Extend8S:
  case Opcode::I64Extend8S:
    return extendLow(L, 8);
  case Opcode::I32Extend16S:
  case Opcode::I64Extend16S:
    return extendLow(L, 16);
  case Opcode::I64Extend32S:
    return extendLow(L, 32);
  default:
    llvm_unreachable("not a conversion");
  }
}

} // namespace w2n
