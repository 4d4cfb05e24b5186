//===- EnvMemory.cpp - Addresses in linear memory --------------------------===//

#include "Lower/EnvMemory.h"
#include "Lower/ModuleLowering.h"

#include "llvm/IR/Intrinsics.h"
#include "llvm/Support/MathExtras.h"

using namespace llvm;

namespace w2n {

Value *EnvMemory::base(IRBuilderBase &Builder, Value *MemoryRecord, bool IsGuarded) {
  LoadInst *Base = Builder.CreateLoad(
      Lowering.pointer(), Lowering.Abi.field(Builder, MemoryRecord, abi::memory_field::base));
  // A guarded memory never moves; initialisation, which sets the base, is not optimised.
  if (IsGuarded)
    Base->setMetadata(LLVMContext::MD_invariant_load, MDNode::get(Lowering.Context, {}));
  return AliasTags::tag(Base, Lowering.Tags.InstanceState);
}

Value *EnvMemory::size(IRBuilderBase &Builder, Value *MemoryRecord) {
  LoadInst *Size = Builder.CreateLoad(
      Builder.getInt64Ty(), Lowering.Abi.field(Builder, MemoryRecord, abi::memory_field::size));
  return AliasTags::tag(Size, Lowering.Tags.InstanceState);
}

/// An access is in bounds where Address < size - (Offset + Bytes - 1), which neither side
/// computes wrong: the subtraction stops at 0, and Address is compared as it is.
void EnvMemory::checkBounds(IRBuilderBase &Builder, const MemoryType &Type, Value *MemoryRecord,
                            Value *Address, uint64_t Offset, uint64_t Bytes) {
  const uint64_t Last = SaturatingAdd(Offset, Bytes - 1);
  Value *Starts = size(Builder, MemoryRecord);
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
    checkBounds(Builder, Type, MemoryRecord, Effective, Offset, Bytes);
  // 32-bit address and offset are below 2^32 each, so their sum cannot wrap.
  if (Offset)
    Effective = Builder.CreateAdd(Effective, Builder.getInt64(Offset), "", /*HasNUW=*/!Is64Bit);
  return Builder.CreateGEP(Builder.getInt8Ty(), base(Builder, MemoryRecord, IsGuarded), Effective);
}

Value *EnvMemory::load(IRBuilderBase &Builder, Type *Type, Value *Pointer) {
  LoadInst *Load =
      Builder.CreateAlignedLoad(Type, Pointer, Align(1), Lowering.Options.PreciseTraps);
  return AliasTags::tag(Load, Lowering.Tags.LinearMemory);
}

void EnvMemory::store(IRBuilderBase &Builder, Value *Value, llvm::Value *Pointer) {
  StoreInst *Store =
      Builder.CreateAlignedStore(Value, Pointer, Align(1), Lowering.Options.PreciseTraps);
  AliasTags::tag(Store, Lowering.Tags.LinearMemory);
}

} // namespace w2n
