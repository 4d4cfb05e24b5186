//===- OpsVariable.cpp - Locals, globals, constants, drop and select -------===//

#include "Lower/FuncLowering.h"

using namespace llvm;

namespace w2n {

namespace {

void lowerGlobalGet(FuncLowering &L, uint32_t Index) {
  if (Constant *Known = L.Lowering.constantGlobal(Index))
    return L.push(Known);
  const GlobalType &Global = L.Wasm.Globals[Index].Type;
  Type *Type = L.Lowering.type(Global.Type);
  LoadInst *Load = L.Builder.CreateAlignedLoad(Type, L.env().global(L.Builder, L.Instance, Index),
                                               L.Lowering.alignment(Type));
  if (!Global.Mutable)
    Load->setMetadata(LLVMContext::MD_invariant_load, MDNode::get(L.Lowering.Context, {}));
  L.push(AliasTags::tag(Load, L.Lowering.Tags.Global));
}

void lowerGlobalSet(FuncLowering &L, uint32_t Index) {
  Value *Operand = L.pop();
  StoreInst *Store = L.Builder.CreateAlignedStore(
      Operand, L.env().global(L.Builder, L.Instance, Index),
      L.Lowering.alignment(Operand->getType()), L.Lowering.Options.PreciseTraps);
  AliasTags::tag(Store, L.Lowering.Tags.Global);
}

} // namespace

void lowerVariable(FuncLowering &L, const Instruction &I) {
  switch (I.Op) {
  case Opcode::LocalGet:
    return L.push(L.Builder.CreateLoad(L.Lowering.type(L.LocalTypes[I.Index]), L.Locals[I.Index]));
  case Opcode::LocalSet:
    L.Builder.CreateStore(L.pop(), L.Locals[I.Index]);
    return;
  case Opcode::LocalTee:
    L.Builder.CreateStore(L.top(), L.Locals[I.Index]);
    return;
  case Opcode::GlobalGet:
    return lowerGlobalGet(L, I.Index);
  case Opcode::GlobalSet:
    return lowerGlobalSet(L, I.Index);
  default:
    llvm_unreachable("not a variable instruction");
  }
}

void lowerParametric(FuncLowering &L, const Instruction &I) {
  if (I.Op == Opcode::Drop) {
    L.pop();
    return;
  }
  const auto Operands = L.popMany(3);
  L.push(L.Builder.CreateSelect(L.Builder.CreateIsNotNull(Operands[2]), Operands[0], Operands[1]));
}

void lowerConst(FuncLowering &L, const Instruction &I) { L.push(L.Lowering.constant(I)); }

} // namespace w2n
