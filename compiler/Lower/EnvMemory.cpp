//===- EnvMemory.cpp - Addresses in linear memory --------------------------===//

#include "Lower/EnvMemory.h"
#include "Lower/ModuleLowering.h"

using namespace llvm;

namespace w2n {

Value *EnvMemory::base(IRBuilderBase &Builder, Value *MemoryRecord) {
  LoadInst *Base = Builder.CreateLoad(
      Lowering.pointer(), Lowering.Abi.field(Builder, MemoryRecord, abi::memory_field::base));
  // A guarded memory never moves; initialisation, which sets the base, is not optimised.
  if (Lowering.isGuarded())
    Base->setMetadata(LLVMContext::MD_invariant_load, MDNode::get(Lowering.Context, {}));
  return AliasTags::tag(Base, Lowering.Tags.InstanceState);
}

Value *EnvMemory::size(IRBuilderBase &Builder, Value *MemoryRecord) {
  LoadInst *Size = Builder.CreateLoad(
      Builder.getInt64Ty(), Lowering.Abi.field(Builder, MemoryRecord, abi::memory_field::size));
  return AliasTags::tag(Size, Lowering.Tags.InstanceState);
}

Value *EnvMemory::pointer(IRBuilderBase &Builder, Value *MemoryRecord, Value *Address,
                          uint64_t Offset, uint64_t Bytes) {
  // Address and offset are below 2^32 each, so no sum here can wrap.
  Value *Effective = Builder.CreateZExt(Address, Builder.getInt64Ty());
  if (Offset)
    Effective = Builder.CreateNUWAdd(Effective, Builder.getInt64(Offset));
  if (!Lowering.isGuarded()) {
    Value *End = Builder.CreateNUWAdd(Effective, Builder.getInt64(Bytes));
    Traps.trapIf(Builder, Builder.CreateICmpUGT(End, size(Builder, MemoryRecord)),
                 Trap::MEMORY_OUT_OF_BOUNDS);
  }
  return Builder.CreateGEP(Builder.getInt8Ty(), base(Builder, MemoryRecord), Effective);
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
