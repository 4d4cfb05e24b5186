//===- Notes.cpp - What an image says of itself -----------------------------===//
//
// The formats are described in runtime/abi: capabilities.def, library_note.h, origin_note.h.
//
//===----------------------------------------------------------------------===//

#include "Lower/ModuleLowering.h"

#include "abi/constants.h"
#include "abi/origin_note.h"

#include "llvm/Support/MathExtras.h"
#include "llvm/Support/SHA256.h"
#include "llvm/Transforms/Utils/ModuleUtils.h"

using namespace llvm;

namespace w2n {

void createNote(ModuleLowering &Lowering, StringRef Owner, uint32_t Type, Constant *Content,
                StringRef Symbol, GlobalValue::LinkageTypes Linkage) {
  assert((Owner.size() + 1) % 4 == 0 && "the owner of a note is not padded");
  LLVMContext &Context = Lowering.Context;
  llvm::Type *const Int32 = llvm::Type::getInt32Ty(Context);
  const uint64_t Size = Lowering.M.getDataLayout().getTypeAllocSize(Content->getType());
  Constant *const Note = ConstantStruct::getAnon(
      {ConstantInt::get(Int32, Owner.size() + 1), ConstantInt::get(Int32, Size),
       ConstantInt::get(Int32, Type), ConstantDataArray::getString(Context, Owner), Content});
  auto *const Global = new GlobalVariable(Lowering.M, Note->getType(), true, Linkage, Note, Symbol);
  if (!Global->hasLocalLinkage())
    Global->setVisibility(GlobalValue::HiddenVisibility);
  Global->setDSOLocal(true);
  Global->setAlignment(Align(4));
  Global->setSection(Lowering.Target.Format == ObjectFormat::MachO ? W2N_CAPABILITIES_SECTION_MACHO
                                                                   : W2N_CAPABILITIES_SECTION_ELF);
  // It is there for those who read the file, even where nothing in the image reads it.
  appendToUsed(Lowering.M, {Global});
}

/// A string with at least one NUL at its end, in as many bytes as keep a note aligned.
static Constant *paddedString(LLVMContext &Context, std::string Text) {
  Text.resize(alignTo<4>(Text.size() + 1));
  return ConstantDataArray::getString(Context, Text, /*AddNull=*/false);
}

void createLibraryNote(ModuleLowering &Lowering) {
  const uint64_t Features = Lowering.Options.CPUFeatures;
  Constant *const Content = ConstantStruct::getAnon(
      {ConstantDataArray::get(Lowering.Context,
                              ArrayRef<uint32_t>{Lo_32(Features), Hi_32(Features)}),
       paddedString(Lowering.Context, Lowering.Options.ModuleName)});
  createNote(Lowering, W2N_LIBRARY_NOTE_OWNER, W2N_ABI_VERSION, Content, "w2n_library_note");
}

void createOriginNote(ModuleLowering &Lowering) {
  const LowerOptions &Options = Lowering.Options;
  const uint32_t Flags = (Lowering.isGuarded() ? W2N_ORIGIN_GUARDED : 0) |
                         (Options.PreciseTraps ? W2N_ORIGIN_PRECISE_TRAPS : 0) |
                         (Options.Deterministic ? W2N_ORIGIN_DETERMINISTIC : 0);
  const std::array<uint8_t, 32> Hash = SHA256::hash(Lowering.Wasm.Bytes);
  Constant *const Content =
      ConstantStruct::getAnon({ConstantDataArray::get(Lowering.Context, ArrayRef<uint8_t>(Hash)),
                               ConstantInt::get(llvm::Type::getInt32Ty(Lowering.Context), Flags),
                               paddedString(Lowering.Context, Options.Producer)});
  createNote(Lowering, W2N_ORIGIN_OWNER, W2N_ORIGIN_VERSION, Content, "origin",
             GlobalValue::InternalLinkage);
}

} // namespace w2n
