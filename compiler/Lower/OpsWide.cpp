//===- OpsWide.cpp - 128-bit integer arithmetic ----------------------------===//
//
// A number of 128 bits is two operands, the low half first. LLVM selects operations on
// i128 to addition with carry and to the multiplication that gives both halves.
//
//===----------------------------------------------------------------------===//

#include "Lower/FuncLowering.h"

using namespace llvm;

namespace w2n {

static Value *popWide(FuncLowering &L) {
  Type *const Wide = L.Builder.getInt128Ty();
  Value *High = L.Builder.CreateShl(L.Builder.CreateZExt(L.pop(), Wide), 64);
  return L.Builder.CreateOr(High, L.Builder.CreateZExt(L.pop(), Wide));
}

static void pushWide(FuncLowering &L, Value *Wide) {
  Type *const Half = L.Builder.getInt64Ty();
  L.push(L.Builder.CreateTrunc(Wide, Half));
  L.push(L.Builder.CreateTrunc(L.Builder.CreateLShr(Wide, 64), Half));
}

static void binary(FuncLowering &L, llvm::Instruction::BinaryOps Op) {
  Value *Right = popWide(L);
  Value *Left = popWide(L);
  pushWide(L, L.Builder.CreateBinOp(Op, Left, Right));
}

static void multiply(FuncLowering &L, llvm::Instruction::CastOps Extend) {
  Type *const Wide = L.Builder.getInt128Ty();
  Value *Right = L.Builder.CreateCast(Extend, L.pop(), Wide);
  Value *Left = L.Builder.CreateCast(Extend, L.pop(), Wide);
  pushWide(L, L.Builder.CreateMul(Left, Right));
}

void lowerWide(FuncLowering &L, const w2n::Instruction &I) {
  using llvm::Instruction;
  switch (I.Op) {
  case Opcode::I64Add128:
    return binary(L, Instruction::Add);
  case Opcode::I64Sub128:
    return binary(L, Instruction::Sub);
  case Opcode::I64MulWideS:
    return multiply(L, Instruction::SExt);
  case Opcode::I64MulWideU:
    return multiply(L, Instruction::ZExt);
  default:
    llvm_unreachable("not a wide instruction");
  }
}

} // namespace w2n
