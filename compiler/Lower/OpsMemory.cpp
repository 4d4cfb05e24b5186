//===- OpsMemory.cpp - Linear memory ---------------------------------------===//

#include "Lower/FuncLowering.h"

#include "llvm/IR/Intrinsics.h"

using namespace llvm;

namespace w2n {

unsigned accessBits(const Instruction &I) {
  switch (I.Info->Immediate) {
  case ImmediateKind::Memory8:
  case ImmediateKind::Memory8Lane:
    return 8;
  case ImmediateKind::Memory16:
  case ImmediateKind::Memory16Lane:
    return 16;
  case ImmediateKind::Memory32:
  case ImmediateKind::Memory32Lane:
    return 32;
  case ImmediateKind::Memory64:
  case ImmediateKind::Memory64Lane:
    return 64;
  case ImmediateKind::Memory128:
    return 128;
  default:
    llvm_unreachable("not a memory access");
  }
}

Value *accessPointer(FuncLowering &L, const Instruction &I, Value *Address) {
  const uint32_t Index = I.Memory.Memory;
  return L.Memory.pointer(L.Builder, Index, L.memory(Index), Address, I.Memory.Offset,
                          accessBits(I) / 8);
}

void lowerLoad(FuncLowering &L, const Instruction &I) {
  const unsigned Bits = accessBits(I);
  Type *Result = L.resultType(I);
  Value *Pointer = accessPointer(L, I, L.pop());
  if (Result->getPrimitiveSizeInBits() == Bits)
    return L.push(L.Memory.load(L.Builder, I.Memory.Memory, Result, Pointer));
  Value *Narrow = L.Memory.load(L.Builder, I.Memory.Memory, L.Builder.getIntNTy(Bits), Pointer);
  const bool Signed = I.Info->Text.ends_with("_s");
  L.push(Signed ? L.Builder.CreateSExt(Narrow, Result) : L.Builder.CreateZExt(Narrow, Result));
}

void lowerStore(FuncLowering &L, const Instruction &I) {
  const unsigned Bits = accessBits(I);
  Value *Operand = L.pop();
  Value *Pointer = accessPointer(L, I, L.pop());
  if (Operand->getType()->getPrimitiveSizeInBits() != Bits)
    Operand = L.Builder.CreateTrunc(Operand, L.Builder.getIntNTy(Bits));
  L.Memory.store(L.Builder, I.Memory.Memory, Operand, Pointer);
}

void lowerMemory(FuncLowering &L, const Instruction &I) {
  IRBuilder<> &B = L.Builder;
  switch (I.Op) {
  case Opcode::MemorySize: {
    const MemoryType &Type = L.Wasm.Memories[I.Index].Type;
    Value *Pages = B.CreateLShr(L.Memory.size(B, I.Index, L.memory(I.Index)), Type.PageSizeLog2);
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
    AliasTags::tag(B.CreateStore(B.getInt64(0), Size, L.Lowering.Options.PreciseTraps),
                   L.Lowering.Tags.InstanceState);
    return;
  }
  default:
    llvm_unreachable("not a memory instruction");
  }
}

} // namespace w2n
