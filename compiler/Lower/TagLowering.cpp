//===- TagLowering.cpp - Tags of exceptions at run time --------------------===//

#include "Lower/ModuleLowering.h"

using namespace llvm;

namespace w2n {

/// What messages call a tag: its name, or an export's.
static StringRef displayName(const Module &Wasm, uint32_t Index) {
  if (!Wasm.Tags[Index].Name.empty())
    return Wasm.Tags[Index].Name;
  for (const Export &E : Wasm.Exports)
    if (E.Kind == ExternKind::Tag && E.Index == Index)
      return E.Name;
  return {};
}

Constant *tagRecord(ModuleLowering &Lowering, uint32_t Index) {
  const Module &Wasm = Lowering.Wasm;
  const Tag &T = Wasm.Tags[Index];
  using abi::tag_field;
  return AbiConstant<tag_field>(Lowering.Abi)
      .set(tag_field::type, Lowering.functionType(T.TypeIndex))
      .set(tag_field::name, Lowering.string(displayName(Wasm, Index)))
      .set(tag_field::index, Index)
      .set(tag_field::slot_count, slotCount(Wasm.payloadOf(T)))
      .get();
}

} // namespace w2n
