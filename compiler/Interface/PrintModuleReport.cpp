//===- PrintModuleReport.cpp - Reports about modules, as text and JSON -----===//

#include "Interface/ModuleReport.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace w2n {

/// The functions of WASI that are imported, by what they need.
static std::vector<std::vector<StringRef>> wasiByGroup(const ModuleReport &Report) {
  std::vector<std::vector<StringRef>> Names(static_cast<size_t>(WasiGroup::Count));
  for (const ExternReport &From : Report.Imports)
    if (From.Group)
      Names[static_cast<size_t>(*From.Group)].push_back(From.Name);
  return Names;
}

static void printExterns(StringRef Headline, ArrayRef<ExternReport> Rows, raw_ostream &OS) {
  OS << Headline << (Rows.empty() ? ": none\n" : ":\n");
  for (const ExternReport &Row : Rows) {
    OS << "  " << Row.Kind << " '";
    if (!Row.Module.empty())
      OS.write_escaped(Row.Module) << '.';
    OS.write_escaped(Row.Name) << '\'';
    OS << (Row.Type.empty() ? "" : " ") << Row.Type << '\n';
  }
}

static void printSizes(StringRef Headline, ArrayRef<SizedReport> Rows, raw_ostream &OS) {
  OS << Headline << (Rows.empty() ? ": none\n" : ":\n");
  for (const auto [Index, Row] : enumerate(Rows)) {
    OS << "  " << Index << ": " << Row.Minimum;
    if (Row.PageSize)
      OS << " pages of " << Row.PageSize << " bytes";
    else
      OS << " elements of " << Row.ElementType;
    if (Row.Maximum)
      OS << ", at most " << *Row.Maximum;
    OS << (Row.AddressBits == 64 ? ", 64-bit addresses" : "") << (Row.Imported ? ", imported" : "")
       << '\n';
  }
}

static void printWasi(const ModuleReport &Report, raw_ostream &OS) {
  const bool UsesWasi = any_of(Report.Imports, [](const ExternReport &From) { return From.Group; });
  OS << "WASI functions, by what they need" << (UsesWasi ? ":\n" : ": none\n");
  for (const auto [Index, Names] : enumerate(wasiByGroup(Report))) {
    if (Names.empty())
      continue;
    const auto Group = static_cast<WasiGroup>(Index);
    OS << "  " << wasiGroupName(Group);
    if (const StringRef Options = wasiGroupOptions(Group); !Options.empty())
      OS << " (" << Options << ')';
    OS << ": " << join(Names, ", ") << '\n';
  }
}

static void printProducers(const ModuleReport &Report, raw_ostream &OS) {
  OS << "producers" << (Report.Producers.empty() ? ": none\n" : ":\n");
  for (const Producer &P : Report.Producers) {
    OS << "  ";
    OS.write_escaped(P.Field) << ": ";
    OS.write_escaped(P.Name) << (P.Version.empty() ? "" : " ");
    OS.write_escaped(P.Version) << '\n';
  }
  OS << "target features: " << (Report.TargetFeatures.empty() ? "not said" : "");
  ListSeparator Separator;
  for (const TargetFeature &F : Report.TargetFeatures) {
    OS << Separator << F.Prefix;
    OS.write_escaped(F.Name);
  }
  OS << '\n';
}

void printModuleReport(const ModuleReport &Report, raw_ostream &OS) {
  if (!Report.Name.empty())
    OS.write_escaped("name: '" + Report.Name + "'") << '\n';
  OS << "functions: " << Report.Functions << '\n';
  if (Report.Start)
    OS << "start: function " << *Report.Start << '\n';
  printExterns("imports", Report.Imports, OS);
  printExterns("exports", Report.Exports, OS);
  printSizes("memories", Report.Memories, OS);
  printSizes("tables", Report.Tables, OS);
  OS << "features: "
     << (Report.UsedFeatures.empty()
             ? "none beyond WebAssembly 1.0"
             : join(map_range(Report.UsedFeatures, [](Feature F) { return featureName(F); }), ", "))
     << '\n';
  printProducers(Report, OS);
  OS << "custom sections" << (Report.CustomSections.empty() ? ": none\n" : ":\n");
  for (const auto &[Name, Size] : Report.CustomSections) {
    OS << "  '";
    OS.write_escaped(Name) << "': " << Size << " bytes\n";
  }
  printWasi(Report, OS);
}

static json::Array externsToJSON(ArrayRef<ExternReport> Rows) {
  json::Array Result;
  for (const ExternReport &Row : Rows) {
    json::Object Object{{"name", Row.Name}, {"kind", Row.Kind}};
    if (!Row.Module.empty())
      Object["module"] = Row.Module;
    if (!Row.Type.empty())
      Object["type"] = Row.Type;
    Result.push_back(std::move(Object));
  }
  return Result;
}

static json::Array sizesToJSON(ArrayRef<SizedReport> Rows) {
  json::Array Result;
  for (const SizedReport &Row : Rows) {
    json::Object Object{
        {"minimum", Row.Minimum}, {"addressBits", Row.AddressBits}, {"imported", Row.Imported}};
    if (Row.Maximum)
      Object["maximum"] = *Row.Maximum;
    if (Row.PageSize)
      Object["pageSize"] = Row.PageSize;
    else
      Object["elementType"] = Row.ElementType;
    Result.push_back(std::move(Object));
  }
  return Result;
}

json::Value moduleReportToJSON(const ModuleReport &Report) {
  json::Array Features, Producers, TargetFeatures, CustomSections;
  for (const Feature F : Report.UsedFeatures)
    Features.push_back(featureName(F));
  for (const Producer &P : Report.Producers)
    Producers.push_back(json::Object{{"field", P.Field}, {"name", P.Name}, {"version", P.Version}});
  for (const TargetFeature &F : Report.TargetFeatures)
    TargetFeatures.push_back((Twine(F.Prefix) + F.Name).str());
  for (const auto &[Name, Size] : Report.CustomSections)
    CustomSections.push_back(json::Object{{"name", Name}, {"size", Size}});
  json::Object Wasi;
  for (const auto [Index, Names] : enumerate(wasiByGroup(Report)))
    if (!Names.empty())
      Wasi[wasiGroupName(static_cast<WasiGroup>(Index))] = json::Array(Names);
  json::Object Result{{"name", Report.Name},
                      {"functions", Report.Functions},
                      {"imports", externsToJSON(Report.Imports)},
                      {"exports", externsToJSON(Report.Exports)},
                      {"memories", sizesToJSON(Report.Memories)},
                      {"tables", sizesToJSON(Report.Tables)},
                      {"features", std::move(Features)},
                      {"producers", std::move(Producers)},
                      {"targetFeatures", std::move(TargetFeatures)},
                      {"customSections", std::move(CustomSections)},
                      {"wasi", std::move(Wasi)}};
  if (Report.Start)
    Result["start"] = *Report.Start;
  return Result;
}

} // namespace w2n
