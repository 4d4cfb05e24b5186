//===- ModuleReport.h - What a module has, uses and asks for ---------------===//

#ifndef W2N_INTERFACE_MODULEREPORT_H
#define W2N_INTERFACE_MODULEREPORT_H

#include "Validate/Validate.h"
#include "Wasm/Features.h"
#include "Wasm/Wasi.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/raw_ostream.h"

#include <optional>
#include <string>
#include <vector>

namespace w2n {

/// A memory or a table.
struct SizedReport {
  /// In pages, or in elements.
  uint64_t Minimum = 0;
  std::optional<uint64_t> Maximum;
  /// Of its addresses or indices: 32 or 64.
  unsigned AddressBits = 32;
  bool Imported = false;
  /// Of a memory's pages, in bytes.
  uint64_t PageSize = 0;
  /// Of a table.
  std::string ElementType;
};

/// An import or an export. All names are UTF-8 and may hold any character.
struct ExternReport {
  /// Of an import; else empty.
  std::string Module;
  std::string Name;
  /// "function", "table", "memory", "global" or "tag"
  llvm::StringRef Kind;
  /// Of a function, a global or a tag, as messages write it; else empty.
  std::string Type;
  /// What a function of WASI needs.
  std::optional<WasiGroup> Group;
};

struct ModuleReport {
  /// Empty where the module has none.
  std::string Name;
  std::vector<ExternReport> Imports;
  std::vector<ExternReport> Exports;
  std::vector<SizedReport> Memories;
  std::vector<SizedReport> Tables;
  /// Those beyond the first version of the language.
  std::vector<Feature> UsedFeatures;
  /// The tools that made the module, and the features they were allowed, as it says itself.
  std::vector<Producer> Producers;
  std::vector<TargetFeature> TargetFeatures;
  /// Names and sizes in bytes.
  std::vector<std::pair<std::string, uint64_t>> CustomSections;
  /// The index of the start function.
  std::optional<uint32_t> Start;
  /// With those that are imported.
  size_t Functions = 0;
};

ModuleReport describeModule(const ValidModule &Wasm, llvm::ArrayRef<Feature> UsedFeatures);

void printModuleReport(const ModuleReport &Report, llvm::raw_ostream &OS);
llvm::json::Value moduleReportToJSON(const ModuleReport &Report);

} // namespace w2n

#endif // W2N_INTERFACE_MODULEREPORT_H
