//===- ConstantExpressions.cpp - Values known before code runs -------------===//
//
// A constant expression (core spec, 3.4.10) is a small stack program. What it gives is
// folded here where all of it is known; the rest is computed when the instance is
// initialised.
//
//===----------------------------------------------------------------------===//

#include "Lower/ModuleLowering.h"

using namespace llvm;

namespace w2n {

static std::optional<llvm::Instruction::BinaryOps> arithmeticOf(Opcode Op) {
  switch (Op) {
  case Opcode::I32Add:
  case Opcode::I64Add:
    return llvm::Instruction::Add;
  case Opcode::I32Sub:
  case Opcode::I64Sub:
    return llvm::Instruction::Sub;
  case Opcode::I32Mul:
  case Opcode::I64Mul:
    return llvm::Instruction::Mul;
  default:
    return std::nullopt;
  }
}

/// Runs an expression on a stack of values; what has no operands is given by Read. Null
/// where Read once gives null.
static Value *run(const ValidModule &Valid, const ByteRange &Expression, IRBuilderBase &Builder,
                  function_ref<Value *(const Instruction &)> Read) {
  SmallVector<Value *, 4> Stack;
  OpReader Reader(Valid->bytes(Expression), Expression.Offset, Valid.features());
  for (Instruction I; Reader.next(I) && I.Op != Opcode::End;) {
    if (const auto Arithmetic = arithmeticOf(I.Op)) {
      Value *Right = Stack.pop_back_val();
      Stack.back() = Builder.CreateBinOp(*Arithmetic, Stack.back(), Right);
      continue;
    }
    Value *Operand = Read(I);
    if (!Operand)
      return nullptr;
    Stack.push_back(Operand);
  }
  return Stack.back();
}

Constant *ModuleLowering::constant(const Instruction &I) const {
  switch (I.Op) {
  case Opcode::I32Const:
    return ConstantInt::get(Type::getInt32Ty(Context), static_cast<uint32_t>(I.Bits));
  case Opcode::I64Const:
    return ConstantInt::get(Type::getInt64Ty(Context), I.Bits);
  case Opcode::F32Const:
    return ConstantFP::get(Context, APFloat(APFloat::IEEEsingle(), APInt(32, I.Bits & UINT32_MAX)));
  case Opcode::F64Const:
    return ConstantFP::get(Context, APFloat(APFloat::IEEEdouble(), APInt(64, I.Bits)));
  case Opcode::V128Const:
    return ConstantDataVector::get(Context, I.Bytes);
  default:
    return nullptr;
  }
}

/// The value of an instruction without operands where it is known now, else null.
Constant *ModuleLowering::knownOperand(const Instruction &I) const {
  if (I.Op == Opcode::RefNull)
    return Constant::getNullValue(pointer());
  if (I.Op == Opcode::GlobalGet)
    return constantGlobal(I.Index);
  return constant(I);
}

Constant *ModuleLowering::constantExpression(const ByteRange &Expression) const {
  // Of constants the builder makes constants, so it needs no place.
  IRBuilder<> Folder(Context);
  return cast_or_null<Constant>(
      run(Valid, Expression, Folder, [&](const Instruction &I) { return knownOperand(I); }));
}

Value *ModuleLowering::evaluate(IRBuilderBase &Builder, Value *InstanceValue,
                                const ByteRange &Expression) {
  return run(Valid, Expression, Builder, [&](const Instruction &I) -> Value * {
    if (Constant *Known = knownOperand(I))
      return Known;
    if (I.Op == Opcode::RefFunc)
      return Instance->functionReference(Builder, InstanceValue, I.Index);
    assert(I.Op == Opcode::GlobalGet && "validation knows no other constant instruction");
    llvm::Type *Type = type(Wasm.Globals[I.Index].Type.Type);
    LoadInst *Load = Builder.CreateAlignedLoad(
        Type, Instance->global(Builder, InstanceValue, I.Index), alignment(Type));
    return AliasTags::tag(Load, Tags.Global);
  });
}

Constant *ModuleLowering::constantGlobal(uint32_t Index) const {
  return Wasm.Globals[Index].Type.Mutable ? nullptr : InitialValues[Index];
}

void ModuleLowering::foldGlobals() {
  // An initializer reads only globals before its own.
  for (const Global &G : Wasm.Globals)
    InitialValues.push_back(G.Import ? nullptr : constantExpression(G.Init));
}

} // namespace w2n
