//===- ModuleReport.cpp - What a module has, uses and asks for -------------===//

#include "Interface/ModuleReport.h"

using namespace llvm;

namespace w2n {

static StringRef kindName(ExternKind Kind) {
  switch (Kind) {
  case ExternKind::Function:
    return "function";
  case ExternKind::Table:
    return "table";
  case ExternKind::Memory:
    return "memory";
  case ExternKind::Global:
    return "global";
  case ExternKind::Tag:
    return "tag";
  }
  llvm_unreachable("unknown kind of external value");
}

/// Tables and memories are described in lists of their own.
static std::string typeText(const Module &Wasm, ExternKind Kind, uint32_t Index) {
  switch (Kind) {
  case ExternKind::Function:
    return Wasm.typeOf(Wasm.Functions[Index]).str();
  case ExternKind::Global: {
    const GlobalType &Type = Wasm.Globals[Index].Type;
    return (Type.Mutable ? "mutable " : "") + Type.Type.str();
  }
  case ExternKind::Tag:
    return Wasm.Types[Wasm.Tags[Index].TypeIndex].str();
  case ExternKind::Table:
  case ExternKind::Memory:
    return "";
  }
  llvm_unreachable("unknown kind of external value");
}

static SizedReport describeSize(const Limits &Size, ValType Address, bool Imported) {
  SizedReport Result;
  Result.Minimum = Size.Minimum;
  Result.Maximum = Size.Maximum;
  Result.AddressBits = Address.kind() == ValType::I64 ? 64 : 32;
  Result.Imported = Imported;
  return Result;
}

ModuleReport describeModule(const ValidModule &Valid, ArrayRef<Feature> UsedFeatures) {
  const Module &Wasm = *Valid;
  ModuleReport Report;
  Report.Name = Wasm.Name.str();
  for (const Import &From : Wasm.Imports) {
    ExternReport Row{From.Module.str(), From.Name.str(), kindName(From.Kind),
                     typeText(Wasm, From.Kind, From.Index), std::nullopt};
    if (const WasiFunction *Function = findWasiFunction(From.Module, From.Name))
      Row.Group = Function->Group;
    Report.Imports.push_back(std::move(Row));
  }
  for (const Export &E : Wasm.Exports)
    Report.Exports.push_back(
        {"", E.Name.str(), kindName(E.Kind), typeText(Wasm, E.Kind, E.Index), std::nullopt});
  for (const Memory &M : Wasm.Memories) {
    Report.Memories.push_back(describeSize(M.Type.Size, M.Type.Address, M.Import.has_value()));
    Report.Memories.back().PageSize = M.Type.pageSize();
  }
  for (const Table &T : Wasm.Tables) {
    Report.Tables.push_back(describeSize(T.Type.Size, T.Type.Address, T.Import.has_value()));
    Report.Tables.back().ElementType = T.Type.Element.str();
  }
  Report.UsedFeatures = UsedFeatures;
  Report.Producers = Wasm.Producers;
  Report.TargetFeatures = Wasm.TargetFeatures;
  for (const CustomSection &Section : Wasm.CustomSections)
    Report.CustomSections.emplace_back(Section.Name.str(), Section.Content.Size);
  Report.Start = Wasm.Start;
  Report.Functions = Wasm.Functions.size();
  return Report;
}

} // namespace w2n
