//===- EnvMemory.cpp - Addresses in linear memory --------------------------===//

#include "Lower/EnvMemory.h"
#include "Lower/ModuleLowering.h"

#include "llvm/IR/Intrinsics.h"
#include "llvm/IR/MDBuilder.h"
#include "llvm/Support/MathExtras.h"

using namespace llvm;

namespace w2n {

Value *EnvMemory::base(IRBuilderBase &Builder, Value *MemoryRecord, bool IsGuarded) {
  LoadInst *Base = Builder.CreateLoad(
      Lowering.pointer(), Lowering.Abi.field(Builder, MemoryRecord, abi::memory_field::base));
  // A guarded memory never moves; initialisation, which sets the base, is not optimised.
  if (!IsGuarded)
    return AliasTags::tag(Base, Lowering.Tags.MemoryBase);
  Base->setMetadata(LLVMContext::MD_invariant_load, MDNode::get(Lowering.Context, {}));
  return AliasTags::tag(Base, Lowering.Tags.InstanceState);
}

/// The most bytes that the runtime gives a memory; of an import, that its type allows.
uint64_t EnvMemory::maximumSize(uint32_t Index) const {
  const Memory &Wasm = Lowering.Wasm.Memories[Index];
  const MemoryType &Type = Wasm.Type;
  uint64_t Pages = std::min(Type.Size.Maximum.value_or(UINT64_MAX), Type.mostPages());
  if (Type.Address.kind() == ValType::I32 && !Wasm.Import)
    Pages = std::min(Pages, std::max<uint64_t>(Type.Size.Minimum,
                                               W2N_MEMORY32_MAXIMUM_SIZE >> Type.PageSizeLog2));
  return std::min(SaturatingMultiply(Pages, Type.pageSize()), W2N_MEMORY64_MAXIMUM_SIZE);
}

Value *EnvMemory::size(IRBuilderBase &Builder, uint32_t Index, Value *MemoryRecord) {
  const MemoryType &Type = Lowering.Wasm.Memories[Index].Type;
  LoadInst *Size = Builder.CreateLoad(
      Builder.getInt64Ty(), Lowering.Abi.field(Builder, MemoryRecord, abi::memory_field::size));
  const uint64_t Least = SaturatingMultiply(Type.Size.Minimum, Type.pageSize());
  if (Least <= maximumSize(Index))
    Size->setMetadata(LLVMContext::MD_range,
                      MDBuilder(Lowering.Context)
                          .createRange(APInt(64, Least), APInt(64, maximumSize(Index) + 1)));
  return AliasTags::tag(Size, Lowering.Tags.MemorySize);
}

/// An access is in bounds where Address < size - (Offset + Bytes - 1), which neither side
/// computes wrong: the subtraction stops at 0, and Address is compared as it is.
void EnvMemory::checkBounds(IRBuilderBase &Builder, uint32_t Index, Value *MemoryRecord,
                            Value *Address, uint64_t Offset, uint64_t Bytes) {
  const MemoryType &Type = Lowering.Wasm.Memories[Index].Type;
  const uint64_t Last = SaturatingAdd(Offset, Bytes - 1);
  Value *Starts = size(Builder, Index, MemoryRecord);
  // A memory never has less than its minimum.
  if (SaturatingMultiply(Type.Size.Minimum, Type.pageSize()) >= Last)
    Starts = Builder.CreateSub(Starts, Builder.getInt64(Last));
  else
    Starts = Builder.CreateBinaryIntrinsic(Intrinsic::usub_sat, Starts, Builder.getInt64(Last));
  Traps.trapIf(Builder, Builder.CreateICmpUGE(Address, Starts), Trap::MEMORY_OUT_OF_BOUNDS);
}

Value *EnvMemory::pointer(IRBuilderBase &Builder, uint32_t Index, Value *MemoryRecord,
                          Value *Address, uint64_t Offset, uint64_t Bytes) {
  const MemoryType &Type = Lowering.Wasm.Memories[Index].Type;
  const bool IsGuarded = Lowering.isGuarded(Type);
  const bool Is64Bit = Type.Address.kind() == ValType::I64;
  Value *Effective = Builder.CreateZExt(Address, Builder.getInt64Ty());
  if (!IsGuarded)
    checkBounds(Builder, Index, MemoryRecord, Effective, Offset, Bytes);
  // 32-bit address and offset are below 2^32 each, so their sum cannot wrap.
  if (Offset)
    Effective = Builder.CreateAdd(Effective, Builder.getInt64(Offset), "", /*HasNUW=*/!Is64Bit);
  return Builder.CreateGEP(Builder.getInt8Ty(), base(Builder, MemoryRecord, IsGuarded), Effective);
}

MDNode *EnvMemory::accessTag(uint32_t Index) const {
  return Lowering.isGuarded(Lowering.Wasm.Memories[Index].Type) ? Lowering.Tags.LinearMemory
                                                                : Lowering.Tags.CheckedMemory;
}

Value *EnvMemory::load(IRBuilderBase &Builder, uint32_t Index, Type *Type, Value *Pointer) {
  LoadInst *Load =
      Builder.CreateAlignedLoad(Type, Pointer, Align(1), Lowering.Options.PreciseTraps);
  return AliasTags::tag(Load, accessTag(Index));
}

void EnvMemory::store(IRBuilderBase &Builder, uint32_t Index, Value *Value, llvm::Value *Pointer) {
  StoreInst *Store =
      Builder.CreateAlignedStore(Value, Pointer, Align(1), Lowering.Options.PreciseTraps);
  AliasTags::tag(Store, accessTag(Index));
}

} // namespace w2n
