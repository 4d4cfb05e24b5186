//===- Info.cpp - What a module says of itself -----------------------------===//

#include "Interface/Info.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace w2n {

/// A string of the module, with nothing that a terminal would act on.
static void printText(raw_ostream &OS, StringRef Text) { printEscapedString(Text, OS); }

std::string printInfo(const ValidModule &Wasm) {
  std::string Result;
  raw_string_ostream OS(Result);
  if (!Wasm->Name.empty()) {
    OS << "name: ";
    printText(OS, Wasm->Name);
    OS << '\n';
  }
  for (const Producer &P : Wasm->Producers) {
    printText(OS, P.Field);
    OS << ": ";
    printText(OS, P.Name);
    OS << (P.Version.empty() ? "" : " ");
    printText(OS, P.Version);
    OS << '\n';
  }
  for (const TargetFeature &F : Wasm->TargetFeatures) {
    OS << "target feature: " << F.Prefix;
    printText(OS, F.Name);
    OS << '\n';
  }
  for (const CustomSection &S : Wasm->CustomSections) {
    OS << "custom section: ";
    printText(OS, S.Name);
    OS << ", " << S.Content.Size << " bytes\n";
  }
  return Result;
}

} // namespace w2n
