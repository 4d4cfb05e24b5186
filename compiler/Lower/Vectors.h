//===- Vectors.h - What the instructions on vectors are lowered with -------===//
//
// A v128 is one LLVM type wherever the module passes it on (ModuleLowering::type). An
// instruction casts its operands to lanes of the shape it works on, and its result
// back; the casts cost nothing.
//
//===----------------------------------------------------------------------===//

#ifndef W2N_LOWER_VECTORS_H
#define W2N_LOWER_VECTORS_H

#include "Lower/FuncLowering.h"
#include "Wasm/VectorShape.h"

#include "llvm/IR/DerivedTypes.h"

namespace w2n {

/// A vector of Lanes integers of Bits bits; by default as many as make a v128.
llvm::FixedVectorType *integerVector(FuncLowering &L, unsigned Bits, unsigned Lanes);
llvm::FixedVectorType *integerVector(FuncLowering &L, unsigned Bits);
/// A v128 in a shape, and in the shape of an instruction.
llvm::FixedVectorType *vectorType(FuncLowering &L, VectorShape Shape);
llvm::FixedVectorType *vectorType(FuncLowering &L, const Instruction &I);

/// Takes a v128 off the stack.
llvm::Value *popVector(FuncLowering &L, llvm::Type *As);

struct VectorPair {
  llvm::Value *Left;
  llvm::Value *Right;
};
/// Takes two off, of which Right was on top.
VectorPair popVectors(FuncLowering &L, llvm::Type *As);

/// Puts a value of 128 bits on the stack.
void pushVector(FuncLowering &L, llvm::Value *Vector);

/// The lower or upper half of the lanes.
llvm::Value *lowHalf(FuncLowering &L, llvm::Value *Vector);
llvm::Value *highHalf(FuncLowering &L, llvm::Value *Vector);
/// The lanes of Low, then those of High.
llvm::Value *concatenate(FuncLowering &L, llvm::Value *Low, llvm::Value *High);
/// The lanes of Low, then as many zeros.
llvm::Value *zeroExtended(FuncLowering &L, llvm::Value *Low);

/// The constant with Value in each lane of Type; a number is converted for floats.
llvm::Constant *splat(llvm::Type *Type, double Value);
llvm::Constant *splat(llvm::Type *Type, int64_t Value);

/// All ones in the lanes where Condition holds; integer lanes as wide as those of Like.
llvm::Value *laneMask(FuncLowering &L, llvm::Value *Condition, llvm::Type *Like);

/// Narrows each lane to half its width, limited to what the narrow lane can hold.
llvm::Value *narrowSaturated(FuncLowering &L, llvm::Value *Wide, bool Signed);

/// Instructions that have relaxed siblings, which may come down to the same.
llvm::Value *swizzle(FuncLowering &L, llvm::Value *Bytes, llvm::Value *Indices);
llvm::Value *multiplyQ15Saturated(FuncLowering &L, llvm::Value *Left, llvm::Value *Right);
llvm::Value *addPairsSigned(FuncLowering &L, llvm::Value *Vector);
llvm::Value *bitSelect(FuncLowering &L, llvm::Value *First, llvm::Value *Second, llvm::Value *Mask);
llvm::Value *minimum(FuncLowering &L, llvm::Value *Left, llvm::Value *Right);
llvm::Value *maximum(FuncLowering &L, llvm::Value *Left, llvm::Value *Right);
/// "Pseudo-minimum": the first operand unless the second is less; single instructions
/// of x86 with the operands the other way round.
llvm::Value *pseudoMinimum(FuncLowering &L, llvm::Value *Left, llvm::Value *Right);
llvm::Value *pseudoMaximum(FuncLowering &L, llvm::Value *Left, llvm::Value *Right);
/// Floats to integers of 32 bits; two doubles give two integers and two zeros.
llvm::Value *truncateSaturated(FuncLowering &L, llvm::Value *Floats, bool Signed);

} // namespace w2n

#endif // W2N_LOWER_VECTORS_H
