//===- OpsVectorLane.cpp - Lanes, comparisons and bits of vectors ----------===//

#include "Lower/VectorCases.h"
#include "Lower/Vectors.h"

#include "llvm/IR/Intrinsics.h"

using namespace llvm;

namespace w2n {

namespace {

void compare(FuncLowering &L, const w2n::Instruction &I, CmpInst::Predicate Predicate) {
  auto *Type = vectorType(L, I);
  const auto [Left, Right] = popVectors(L, Type);
  pushVector(L, laneMask(L, L.Builder.CreateCmp(Predicate, Left, Right), Type));
}

void bitwise(FuncLowering &L, llvm::Instruction::BinaryOps Op, bool ComplementRight = false) {
  Value *Right = L.pop();
  if (ComplementRight)
    Right = L.Builder.CreateNot(Right);
  L.push(L.Builder.CreateBinOp(Op, L.pop(), Right));
}

void pushBool(FuncLowering &L, Value *Condition) {
  L.push(L.Builder.CreateZExt(Condition, L.Builder.getInt32Ty()));
}

void anyTrue(FuncLowering &L) {
  Value *Bits = L.Builder.CreateBitCast(L.pop(), L.Builder.getIntNTy(VectorBits));
  pushBool(L, L.Builder.CreateIsNotNull(Bits));
}

void allTrue(FuncLowering &L, const w2n::Instruction &I) {
  Value *Vector = popVector(L, vectorType(L, I));
  pushBool(L, L.Builder.CreateAndReduce(L.Builder.CreateIsNotNull(Vector)));
}

void bitMask(FuncLowering &L, const w2n::Instruction &I) {
  IRBuilder<> &B = L.Builder;
  auto *Type = vectorType(L, I);
  Value *Negative = B.CreateICmpSLT(popVector(L, Type), Constant::getNullValue(Type));
  Value *Bits = B.CreateBitCast(Negative, B.getIntNTy(Type->getNumElements()));
  L.push(B.CreateZExt(Bits, B.getInt32Ty()));
}

/// An operand that is to become a lane: of an i32, a narrow lane has the low bits.
Value *popLane(FuncLowering &L, FixedVectorType *Type) {
  Value *Operand = L.pop();
  llvm::Type *Lane = Type->getElementType();
  return Lane->isIntegerTy() ? L.Builder.CreateTrunc(Operand, Lane) : Operand;
}

} // namespace

Value *bitSelect(FuncLowering &L, Value *First, Value *Second, Value *Mask) {
  IRBuilder<> &B = L.Builder;
  return B.CreateOr(B.CreateAnd(First, Mask), B.CreateAnd(Second, B.CreateNot(Mask)));
}

void lowerVectorShuffle(FuncLowering &L, const w2n::Instruction &I) {
  const auto [Left, Right] = popVectors(L, integerVector(L, 8));
  const SmallVector<int, 16> Lanes(I.Bytes.begin(), I.Bytes.end());
  pushVector(L, L.Builder.CreateShuffleVector(Left, Right, Lanes));
}

void lowerVectorSplat(FuncLowering &L, const w2n::Instruction &I) {
  auto *Type = vectorType(L, I);
  pushVector(L, L.Builder.CreateVectorSplat(Type->getNumElements(), popLane(L, Type)));
}

void lowerVectorExtract(FuncLowering &L, const w2n::Instruction &I) {
  IRBuilder<> &B = L.Builder;
  Value *Lane = B.CreateExtractElement(popVector(L, vectorType(L, I)), uint64_t{I.Index});
  if (I.Info->Text.ends_with("_s"))
    Lane = B.CreateSExt(Lane, B.getInt32Ty());
  else if (I.Info->Text.ends_with("_u"))
    Lane = B.CreateZExt(Lane, B.getInt32Ty());
  L.push(Lane);
}

void lowerVectorReplace(FuncLowering &L, const w2n::Instruction &I) {
  auto *Type = vectorType(L, I);
  Value *Lane = popLane(L, Type);
  pushVector(L, L.Builder.CreateInsertElement(popVector(L, Type), Lane, uint64_t{I.Index}));
}

void lowerVectorCompare(FuncLowering &L, const w2n::Instruction &I) {
  switch (I.Op) {
    W2N_ALL_INTEGERS(Eq) return compare(L, I, CmpInst::ICMP_EQ);
    W2N_ALL_INTEGERS(Ne) return compare(L, I, CmpInst::ICMP_NE);
    W2N_ALL_INTEGERS(LtS) return compare(L, I, CmpInst::ICMP_SLT);
    W2N_8_16_32(LtU) return compare(L, I, CmpInst::ICMP_ULT);
    W2N_ALL_INTEGERS(GtS) return compare(L, I, CmpInst::ICMP_SGT);
    W2N_8_16_32(GtU) return compare(L, I, CmpInst::ICMP_UGT);
    W2N_ALL_INTEGERS(LeS) return compare(L, I, CmpInst::ICMP_SLE);
    W2N_8_16_32(LeU) return compare(L, I, CmpInst::ICMP_ULE);
    W2N_ALL_INTEGERS(GeS) return compare(L, I, CmpInst::ICMP_SGE);
    W2N_8_16_32(GeU) return compare(L, I, CmpInst::ICMP_UGE);
    W2N_BOTH_FLOAT_VECTORS(Eq) return compare(L, I, CmpInst::FCMP_OEQ);
    W2N_BOTH_FLOAT_VECTORS(Ne) return compare(L, I, CmpInst::FCMP_UNE);
    W2N_BOTH_FLOAT_VECTORS(Lt) return compare(L, I, CmpInst::FCMP_OLT);
    W2N_BOTH_FLOAT_VECTORS(Gt) return compare(L, I, CmpInst::FCMP_OGT);
    W2N_BOTH_FLOAT_VECTORS(Le) return compare(L, I, CmpInst::FCMP_OLE);
    W2N_BOTH_FLOAT_VECTORS(Ge) return compare(L, I, CmpInst::FCMP_OGE);
  default:
    llvm_unreachable("not a comparison of vectors");
  }
}

void lowerVectorBits(FuncLowering &L, const w2n::Instruction &I) {
  using llvm::Instruction;
  switch (I.Op) {
  case Opcode::V128Not:
    return L.push(L.Builder.CreateNot(L.pop()));
  case Opcode::V128And:
    return bitwise(L, Instruction::And);
  case Opcode::V128Andnot:
    return bitwise(L, Instruction::And, /*ComplementRight=*/true);
  case Opcode::V128Or:
    return bitwise(L, Instruction::Or);
  case Opcode::V128Xor:
    return bitwise(L, Instruction::Xor);
  case Opcode::V128Bitselect: {
    const auto Operands = L.popMany(3);
    return L.push(bitSelect(L, Operands[0], Operands[1], Operands[2]));
  }
  default:
    llvm_unreachable("not a bitwise instruction");
  }
}

void lowerVectorTest(FuncLowering &L, const w2n::Instruction &I) {
  switch (I.Op) {
  case Opcode::V128AnyTrue:
    return anyTrue(L);
    W2N_ALL_INTEGERS(AllTrue) return allTrue(L, I);
    W2N_ALL_INTEGERS(Bitmask) return bitMask(L, I);
  default:
    llvm_unreachable("not a test of a vector");
  }
}

} // namespace w2n
