//===- OpsMemory.cpp - Linear memory ---------------------------------------===//

#include "Lower/FuncLowering.h"

#include "llvm/IR/Intrinsics.h"

using namespace llvm;

namespace w2n {

namespace {

/// How a load widens what it reads, or a store narrows what it writes.
struct Access {
  unsigned Bits;
  bool Signed;
};

/// From the immediate kind and the name's suffix of a row: loads that end in _s sign-
/// extend.
Access accessOf(const Instruction &I) {
  const bool Signed = I.Info->Text.ends_with("_s");
  switch (I.Info->Immediate) {
  case ImmediateKind::Memory8:
    return {8, Signed};
  case ImmediateKind::Memory16:
    return {16, Signed};
  case ImmediateKind::Memory32:
    return {32, Signed};
  case ImmediateKind::Memory64:
    return {64, Signed};
  default:
    llvm_unreachable("not a memory access");
  }
}

Type *typeOfLetter(FuncLowering &L, char Letter) {
  switch (Letter) {
  case 'i':
    return L.Builder.getInt32Ty();
  case 'I':
    return L.Builder.getInt64Ty();
  case 'f':
    return L.Builder.getFloatTy();
  case 'F':
    return L.Builder.getDoubleTy();
  default:
    llvm_unreachable("not the letter of a number");
  }
}

Value *pointerFor(FuncLowering &L, const Instruction &I, Value *Address, unsigned Bits) {
  const uint32_t Index = I.Memory.Memory;
  return L.Memory.pointer(L.Builder, Index, L.memory(Index), Address, I.Memory.Offset, Bits / 8);
}

} // namespace

void lowerLoad(FuncLowering &L, const Instruction &I) {
  const Access How = accessOf(I);
  Type *Result = typeOfLetter(L, I.Info->Signature.back());
  Value *Pointer = pointerFor(L, I, L.pop(), How.Bits);
  if (Result->getPrimitiveSizeInBits() == How.Bits)
    return L.push(L.Memory.load(L.Builder, Result, Pointer));
  Value *Narrow = L.Memory.load(L.Builder, L.Builder.getIntNTy(How.Bits), Pointer);
  L.push(How.Signed ? L.Builder.CreateSExt(Narrow, Result) : L.Builder.CreateZExt(Narrow, Result));
}

void lowerStore(FuncLowering &L, const Instruction &I) {
  const Access How = accessOf(I);
  Value *Operand = L.pop();
  Value *Pointer = pointerFor(L, I, L.pop(), How.Bits);
  if (Operand->getType()->getPrimitiveSizeInBits() != How.Bits)
    Operand = L.Builder.CreateTrunc(Operand, L.Builder.getIntNTy(How.Bits));
  L.Memory.store(L.Builder, Operand, Pointer);
}

void lowerMemory(FuncLowering &L, const Instruction &I) {
  IRBuilder<> &B = L.Builder;
  switch (I.Op) {
  case Opcode::MemorySize: {
    const MemoryType &Type = L.Wasm.Memories[I.Index].Type;
    Value *Pages = B.CreateLShr(L.Memory.size(B, L.memory(I.Index)), Type.PageSizeLog2);
    return L.push(B.CreateTrunc(Pages, L.Lowering.type(Type.Address)));
  }
  case Opcode::MemoryGrow: {
    Value *Before = L.call(Builtin::memory_grow, {L.memory(I.Index), L.widen(L.pop())});
    return L.push(B.CreateTrunc(Before, L.Lowering.type(L.Wasm.Memories[I.Index].Type.Address)));
  }
  case Opcode::MemoryFill: {
    const auto Operands = L.popMany(3);
    L.call(Builtin::memory_fill,
           {L.memory(I.Index), L.widen(Operands[0]), Operands[1], L.widen(Operands[2])});
    return;
  }
  case Opcode::MemoryCopy: {
    const auto Operands = L.popMany(3);
    L.call(Builtin::memory_copy, {L.memory(I.Index), L.memory(I.Index2), L.widen(Operands[0]),
                                  L.widen(Operands[1]), L.widen(Operands[2])});
    return;
  }
  case Opcode::MemoryInit: {
    const auto Operands = L.popMany(3);
    L.call(Builtin::memory_init,
           {L.memory(I.Index2), L.env().data(B, L.Instance, I.Index), L.widen(Operands[0]),
            L.widen(Operands[1]), L.widen(Operands[2])});
    return;
  }
  case Opcode::DataDrop: {
    Value *Segment = L.env().data(B, L.Instance, I.Index);
    Value *Size = L.Lowering.Abi.field(B, Segment, abi::data_field::size);
    AliasTags::tag(B.CreateStore(B.getInt64(0), Size), L.Lowering.Tags.InstanceState);
    return;
  }
  default:
    llvm_unreachable("not a memory instruction");
  }
}

} // namespace w2n
