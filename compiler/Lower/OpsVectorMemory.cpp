//===- OpsVectorMemory.cpp - Vectors in linear memory ----------------------===//
//
// Loads and stores of whole vectors are lowered with those of numbers.
//
//===----------------------------------------------------------------------===//

#include "Lower/Vectors.h"

using namespace llvm;

namespace w2n {

namespace {

Value *loadInteger(FuncLowering &L, const w2n::Instruction &I, Value *Address) {
  const unsigned Bits = accessBits(I);
  return L.Memory.load(L.Builder, I.Memory.Memory, L.Builder.getIntNTy(Bits),
                       accessPointer(L, I, Address));
}

/// Eight bytes are lanes of Bits bits, which are made twice as wide.
void loadExtended(FuncLowering &L, const w2n::Instruction &I, unsigned Bits,
                  llvm::Instruction::CastOps Extend) {
  Value *Whole = loadInteger(L, I, L.pop());
  Value *Narrow = L.Builder.CreateBitCast(Whole, integerVector(L, Bits, 64 / Bits));
  pushVector(L, L.Builder.CreateCast(Extend, Narrow, integerVector(L, 2 * Bits)));
}

void loadSplat(FuncLowering &L, const w2n::Instruction &I) {
  Value *Lane = loadInteger(L, I, L.pop());
  pushVector(L, L.Builder.CreateVectorSplat(VectorBits / accessBits(I), Lane));
}

void loadZero(FuncLowering &L, const w2n::Instruction &I) {
  Value *Lane = loadInteger(L, I, L.pop());
  Value *Zero = Constant::getNullValue(integerVector(L, accessBits(I)));
  pushVector(L, L.Builder.CreateInsertElement(Zero, Lane, uint64_t{0}));
}

} // namespace

void lowerVectorLoad(FuncLowering &L, const w2n::Instruction &I) {
  using llvm::Instruction;
  switch (I.Op) {
  case Opcode::V128Load8x8S:
    return loadExtended(L, I, 8, Instruction::SExt);
  case Opcode::V128Load8x8U:
    return loadExtended(L, I, 8, Instruction::ZExt);
  case Opcode::V128Load16x4S:
    return loadExtended(L, I, 16, Instruction::SExt);
  case Opcode::V128Load16x4U:
    return loadExtended(L, I, 16, Instruction::ZExt);
  case Opcode::V128Load32x2S:
    return loadExtended(L, I, 32, Instruction::SExt);
  case Opcode::V128Load32x2U:
    return loadExtended(L, I, 32, Instruction::ZExt);
  case Opcode::V128Load8Splat:
  case Opcode::V128Load16Splat:
  case Opcode::V128Load32Splat:
  case Opcode::V128Load64Splat:
    return loadSplat(L, I);
  case Opcode::V128Load32Zero:
  case Opcode::V128Load64Zero:
    return loadZero(L, I);
  default:
    llvm_unreachable("not a load of a vector");
  }
}

void lowerVectorLoadLane(FuncLowering &L, const w2n::Instruction &I) {
  Value *Vector = popVector(L, integerVector(L, accessBits(I)));
  Value *Lane = loadInteger(L, I, L.pop());
  pushVector(L, L.Builder.CreateInsertElement(Vector, Lane, uint64_t{I.Index}));
}

void lowerVectorStoreLane(FuncLowering &L, const w2n::Instruction &I) {
  Value *Vector = popVector(L, integerVector(L, accessBits(I)));
  Value *Lane = L.Builder.CreateExtractElement(Vector, uint64_t{I.Index});
  L.Memory.store(L.Builder, I.Memory.Memory, Lane, accessPointer(L, I, L.pop()));
}

} // namespace w2n
