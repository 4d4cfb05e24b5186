//===- OpsNumeric.cpp - Integers, and comparisons of all numbers -----------===//

#include "Lower/FuncLowering.h"

#include "llvm/IR/Intrinsics.h"

using namespace llvm;

namespace w2n {

namespace {

struct Operands {
  Value *Left;
  Value *Right;
};

Operands popTwo(FuncLowering &L) {
  Value *Right = L.pop();
  Value *Left = L.pop();
  return {Left, Right};
}

void pushBool(FuncLowering &L, Value *Condition) {
  L.push(L.Builder.CreateZExt(Condition, L.Builder.getInt32Ty()));
}

void compare(FuncLowering &L, CmpInst::Predicate Predicate) {
  const auto [Left, Right] = popTwo(L);
  pushBool(L, L.Builder.CreateCmp(Predicate, Left, Right));
}

void binary(FuncLowering &L, llvm::Instruction::BinaryOps Op) {
  const auto [Left, Right] = popTwo(L);
  L.push(L.Builder.CreateBinOp(Op, Left, Right));
}

/// Shifts take their count modulo the width (core spec, 4.3.2).
void shift(FuncLowering &L, llvm::Instruction::BinaryOps Op) {
  const auto [Left, Right] = popTwo(L);
  Value *Count = L.Builder.CreateAnd(Right, Right->getType()->getIntegerBitWidth() - 1);
  L.push(L.Builder.CreateBinOp(Op, Left, Count));
}

void rotate(FuncLowering &L, Intrinsic::ID Funnel) {
  const auto [Left, Right] = popTwo(L);
  L.push(L.Builder.CreateIntrinsic(Funnel, {Left->getType()}, {Left, Left, Right}));
}

void count(FuncLowering &L, Intrinsic::ID Intrinsic) {
  Value *Operand = L.pop();
  SmallVector<Value *, 2> Arguments = {Operand};
  if (Intrinsic != Intrinsic::ctpop)
    Arguments.push_back(L.Builder.getFalse());
  L.push(L.Builder.CreateIntrinsic(Intrinsic, {Operand->getType()}, Arguments));
}

Value *isMinusOne(FuncLowering &L, Value *Operand) {
  return L.Builder.CreateICmpEQ(Operand, Constant::getAllOnesValue(Operand->getType()));
}

void divide(FuncLowering &L, llvm::Instruction::BinaryOps Op) {
  const auto [Left, Right] = popTwo(L);
  IRBuilder<> &B = L.Builder;
  L.Traps.trapIf(B, B.CreateIsNull(Right), Trap::INTEGER_DIVIDE_BY_ZERO);
  if (Op == llvm::Instruction::SDiv) {
    const APInt Minimum = APInt::getSignedMinValue(Left->getType()->getIntegerBitWidth());
    Value *IsMinimum = B.CreateICmpEQ(Left, ConstantInt::get(Left->getType(), Minimum));
    L.Traps.trapIf(B, B.CreateAnd(IsMinimum, isMinusOne(L, Right)), Trap::INTEGER_OVERFLOW);
  }
  L.push(B.CreateBinOp(Op, Left, Right));
}

/// The remainder of the least integer by -1 is 0, which the machine's division may
/// not survive: so is the remainder by 1.
void remainder(FuncLowering &L, llvm::Instruction::BinaryOps Op) {
  auto [Left, Right] = popTwo(L);
  IRBuilder<> &B = L.Builder;
  L.Traps.trapIf(B, B.CreateIsNull(Right), Trap::INTEGER_DIVIDE_BY_ZERO);
  if (Op == llvm::Instruction::SRem)
    Right = B.CreateSelect(isMinusOne(L, Right), ConstantInt::get(Right->getType(), 1), Right);
  L.push(B.CreateBinOp(Op, Left, Right));
}

} // namespace

#define W2N_BOTH(SUFFIX)                                                                           \
  case Opcode::I32##SUFFIX:                                                                        \
  case Opcode::I64##SUFFIX:
#define W2N_BOTH_FLOATS(SUFFIX)                                                                    \
  case Opcode::F32##SUFFIX:                                                                        \
  case Opcode::F64##SUFFIX:

void lowerCompare(FuncLowering &L, const w2n::Instruction &I) {
  switch (I.Op) {
    W2N_BOTH(Eqz) return pushBool(L, L.Builder.CreateIsNull(L.pop()));
    W2N_BOTH(Eq) return compare(L, CmpInst::ICMP_EQ);
    W2N_BOTH(Ne) return compare(L, CmpInst::ICMP_NE);
    W2N_BOTH(LtS) return compare(L, CmpInst::ICMP_SLT);
    W2N_BOTH(LtU) return compare(L, CmpInst::ICMP_ULT);
    W2N_BOTH(GtS) return compare(L, CmpInst::ICMP_SGT);
    W2N_BOTH(GtU) return compare(L, CmpInst::ICMP_UGT);
    W2N_BOTH(LeS) return compare(L, CmpInst::ICMP_SLE);
    W2N_BOTH(LeU) return compare(L, CmpInst::ICMP_ULE);
    W2N_BOTH(GeS) return compare(L, CmpInst::ICMP_SGE);
    W2N_BOTH(GeU) return compare(L, CmpInst::ICMP_UGE);
    W2N_BOTH_FLOATS(Eq) return compare(L, CmpInst::FCMP_OEQ);
    W2N_BOTH_FLOATS(Ne) return compare(L, CmpInst::FCMP_UNE);
    W2N_BOTH_FLOATS(Lt) return compare(L, CmpInst::FCMP_OLT);
    W2N_BOTH_FLOATS(Gt) return compare(L, CmpInst::FCMP_OGT);
    W2N_BOTH_FLOATS(Le) return compare(L, CmpInst::FCMP_OLE);
    W2N_BOTH_FLOATS(Ge) return compare(L, CmpInst::FCMP_OGE);
  default:
    llvm_unreachable("not a comparison");
  }
}

void lowerInteger(FuncLowering &L, const w2n::Instruction &I) {
  using llvm::Instruction;
  switch (I.Op) {
    W2N_BOTH(Clz) return count(L, Intrinsic::ctlz);
    W2N_BOTH(Ctz) return count(L, Intrinsic::cttz);
    W2N_BOTH(Popcnt) return count(L, Intrinsic::ctpop);
    W2N_BOTH(Add) return binary(L, Instruction::Add);
    W2N_BOTH(Sub) return binary(L, Instruction::Sub);
    W2N_BOTH(Mul) return binary(L, Instruction::Mul);
    W2N_BOTH(DivS) return divide(L, Instruction::SDiv);
    W2N_BOTH(DivU) return divide(L, Instruction::UDiv);
    W2N_BOTH(RemS) return remainder(L, Instruction::SRem);
    W2N_BOTH(RemU) return remainder(L, Instruction::URem);
    W2N_BOTH(And) return binary(L, Instruction::And);
    W2N_BOTH(Or) return binary(L, Instruction::Or);
    W2N_BOTH(Xor) return binary(L, Instruction::Xor);
    W2N_BOTH(Shl) return shift(L, Instruction::Shl);
    W2N_BOTH(ShrS) return shift(L, Instruction::AShr);
    W2N_BOTH(ShrU) return shift(L, Instruction::LShr);
    W2N_BOTH(Rotl) return rotate(L, Intrinsic::fshl);
    W2N_BOTH(Rotr) return rotate(L, Intrinsic::fshr);
  default:
    llvm_unreachable("not an integer instruction");
  }
}

} // namespace w2n
