//===- Library.cpp - The descriptor of a library ---------------------------===//

#include "Lower/EnvRuntime.h"
#include "Lower/ModuleLowering.h"

#include "abi/constants.h"

#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace w2n {

namespace {

/// The facts about an external value that imports and exports share.
struct ExternalFacts {
  uint64_t ValueType = 0;
  bool Mutable = false;
  /// Of a function, or what a reference refers to.
  std::optional<uint32_t> TypeIndex;
  Limits Size;
  uint64_t Flags = 0;
  bool Imported = false;
  uint64_t Offset = 0;

  void setValueType(ValType Type) {
    ValueType = abiValueType(Type);
    if (Type.isRef() && Type.heap() == HeapKind::Defined)
      TypeIndex = Type.typeIndex();
  }
};

ExternalFacts factsOf(ModuleLowering &Lowering, ExternKind Kind, uint32_t Index) {
  const Module &Wasm = Lowering.Wasm;
  const LibraryLayout &Layout = Lowering.Layout;
  ExternalFacts Facts;
  switch (Kind) {
  case ExternKind::Function: {
    const w2n::Function &F = Wasm.Functions[Index];
    Facts.TypeIndex = F.TypeIndex;
    Facts.Imported = F.Import.has_value();
    Facts.Offset = Facts.Imported
                       ? Layout.ImportedFunctions + 8 * uint64_t{Index}
                       : Layout.FunctionRecords + Lowering.Abi.size(abi::Struct::w2n_function) *
                                                      Lowering.Facts.ReferenceNumber.at(Index);
    break;
  }
  case ExternKind::Table:
    Facts.setValueType(Wasm.Tables[Index].Type.Element);
    Facts.Size = Wasm.Tables[Index].Type.Size;
    Facts.Flags = Lowering.flagsOf(Wasm.Tables[Index].Type);
    Facts.Imported = Wasm.Tables[Index].Import.has_value();
    Facts.Offset = Layout.Tables[Index];
    break;
  case ExternKind::Memory:
    Facts.Size = Wasm.Memories[Index].Type.Size;
    Facts.Flags = Lowering.flagsOf(Wasm.Memories[Index].Type);
    Facts.Imported = Wasm.Memories[Index].Import.has_value();
    Facts.Offset = Layout.Memories[Index];
    break;
  case ExternKind::Global:
    Facts.setValueType(Wasm.Globals[Index].Type.Type);
    Facts.Mutable = Wasm.Globals[Index].Type.Mutable;
    Facts.Imported = Wasm.Globals[Index].Import.has_value();
    Facts.Offset = Layout.Globals[Index];
    break;
  case ExternKind::Tag:
    Facts.TypeIndex = Wasm.Tags[Index].TypeIndex;
    Facts.Imported = Wasm.Tags[Index].Import.has_value();
    Facts.Offset = Layout.Tags[Index];
    break;
  }
  return Facts;
}

Constant *createImports(ModuleLowering &Lowering) {
  using abi::import_field;
  SmallVector<Constant *> Rows;
  for (const Import &From : Lowering.Wasm.Imports) {
    const ExternalFacts Facts = factsOf(Lowering, From.Kind, From.Index);
    AbiConstant<import_field> Row(Lowering.Abi);
    Row.set(import_field::module, Lowering.string(From.Module))
        .set(import_field::module_length, From.Module.size())
        .set(import_field::name, Lowering.string(From.Name))
        .set(import_field::name_length, From.Name.size())
        .set(import_field::kind, static_cast<uint64_t>(From.Kind))
        .set(import_field::value_type, Facts.ValueType)
        .set(import_field::is_mutable, Facts.Mutable ? 1 : 0)
        .set(import_field::minimum, Facts.Size.Minimum)
        .set(import_field::maximum, Facts.Size.Maximum.value_or(UINT64_MAX))
        .set(import_field::flags, Facts.Flags)
        .set(import_field::offset, Facts.Offset);
    if (Facts.TypeIndex)
      Row.set(import_field::type, Lowering.functionType(*Facts.TypeIndex));
    Rows.push_back(Row.get());
  }
  return Lowering.array(Lowering.Abi.get(abi::Struct::w2n_import), Rows, "imports");
}

Constant *createExports(ModuleLowering &Lowering) {
  using abi::export_field;
  SmallVector<Constant *> Rows;
  for (const Export &E : Lowering.Wasm.Exports) {
    const ExternalFacts Facts = factsOf(Lowering, E.Kind, E.Index);
    AbiConstant<export_field> Row(Lowering.Abi);
    Row.set(export_field::name, Lowering.string(E.Name))
        .set(export_field::name_length, E.Name.size())
        .set(export_field::kind, static_cast<uint64_t>(E.Kind))
        .set(export_field::value_type, Facts.ValueType)
        .set(export_field::is_mutable, Facts.Mutable ? 1 : 0)
        .set(export_field::offset, Facts.Offset)
        .set(export_field::minimum, Facts.Size.Minimum)
        .set(export_field::maximum, Facts.Size.Maximum.value_or(UINT64_MAX))
        .set(export_field::flags, Facts.Flags)
        .set(export_field::is_indirect, Facts.Imported ? 1 : 0);
    if (Facts.TypeIndex)
      Row.set(export_field::type, Lowering.functionType(*Facts.TypeIndex));
    Rows.push_back(Row.get());
  }
  return Lowering.array(Lowering.Abi.get(abi::Struct::w2n_export), Rows, "exports");
}

Constant *createTemplates(ModuleLowering &Lowering) {
  using abi::function_template_field;
  SmallVector<Constant *> Rows;
  for (const uint32_t Index : Lowering.Facts.ReferencedFunctions)
    Rows.push_back(AbiConstant<function_template_field>(Lowering.Abi)
                       .set(function_template_field::code, Lowering.code(Index))
                       .set(function_template_field::type,
                            Lowering.functionType(Lowering.Wasm.Functions[Index].TypeIndex))
                       .get());
  return Lowering.array(Lowering.Abi.get(abi::Struct::w2n_function_template), Rows, "functions");
}

template <typename ObjectT> uint64_t countOwn(const std::vector<ObjectT> &Objects) {
  return count_if(Objects, [](const ObjectT &Object) { return !Object.Import; });
}

} // namespace

Constant *createLibraryDescriptor(ModuleLowering &Lowering, llvm::Function *Initialize) {
  const Module &Wasm = Lowering.Wasm;
  const LibraryLayout &Layout = Lowering.Layout;
  using abi::module_field;
  AbiConstant<module_field> Row(Lowering.Abi);
  Row.set(module_field::abi_version, W2N_ABI_VERSION)
      .set(module_field::flags, Lowering.isGuarded() ? W2N_MODULE_GUARDED : 0)
      .set(module_field::name, Lowering.string(Lowering.Options.ModuleName))
      .set(module_field::instance_size, Layout.Size)
      .set(module_field::imports, createImports(Lowering))
      .set(module_field::import_count, Wasm.Imports.size())
      .set(module_field::exports, createExports(Lowering))
      .set(module_field::export_count, Wasm.Exports.size())
      .set(module_field::functions, createTemplates(Lowering))
      .set(module_field::function_count, Lowering.Facts.ReferencedFunctions.size())
      .set(module_field::function_offset, Layout.FunctionRecords)
      .set(module_field::imported_function_offset, Layout.ImportedFunctions)
      .set(module_field::imported_function_count, Wasm.ImportedFunctions)
      .set(module_field::memory_offset, Layout.OwnMemories)
      .set(module_field::memory_count, countOwn(Wasm.Memories))
      .set(module_field::table_offset, Layout.OwnTables)
      .set(module_field::table_count, countOwn(Wasm.Tables))
      .set(module_field::initialize, Initialize)
      .set(module_field::function_table, functionTablePlaceholder(Lowering.M));
  if (Lowering.Options.DynamicLibrary) {
    Row.set(module_field::link, declareRuntimeLink(Lowering.M));
    createLibraryNote(Lowering);
  }
  auto *Descriptor =
      new GlobalVariable(Lowering.M, Row.get()->getType(), true, GlobalValue::ExternalLinkage,
                         Row.get(), "w2n_module_" + Lowering.Options.ModuleName);
  Descriptor->setDSOLocal(true);
  return Descriptor;
}

} // namespace w2n
