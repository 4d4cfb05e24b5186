//===- DebugInfo.cpp - DWARF that leads back to the module -----------------===//

#include "Lower/DebugInfo.h"

#include "llvm/BinaryFormat/Dwarf.h"

using namespace llvm;

namespace w2n {

DebugInfo::DebugInfo(llvm::Module &M, StringRef FileName)
    : Builder(M), File(Builder.createFile(FileName, ".")),
      Type(Builder.createSubroutineType(Builder.getOrCreateTypeArray({}))) {
  // What the dsymutil and the debuggers of the oldest systems read.
  constexpr uint32_t DwarfVersion = 4;
  M.addModuleFlag(llvm::Module::Warning, "Dwarf Version", DwarfVersion);
  M.addModuleFlag(llvm::Module::Warning, "Debug Info Version", DEBUG_METADATA_VERSION);
  Builder.createCompileUnit(DISourceLanguageName(dwarf::DW_LANG_C99), File, "wasm2native",
                            /*isOptimized=*/true, "", /*RV=*/0);
}

void DebugInfo::describe(llvm::Function &F, StringRef Name, uint64_t Offset) {
  // Symbolizers show the linkage name where there is one, and take it apart if it is C++'s or
  // Rust's.
  const bool IsMangled = Name.starts_with("_Z") || Name.starts_with("_R");
  F.setSubprogram(Builder.createFunction(
      File, Name.empty() ? F.getName() : Name, IsMangled ? Name : "", File, Offset, Type, Offset,
      DINode::FlagPrototyped, DISubprogram::SPFlagDefinition | DISubprogram::SPFlagOptimized));
}

DebugLoc DebugInfo::location(const llvm::Function &F, uint64_t Offset) {
  return DILocation::get(F.getContext(), Offset, /*Column=*/0, F.getSubprogram());
}

} // namespace w2n
