//===- LibSystem.cpp - What the loaders have of libSystem ------------------===//

#include "LibSystem.h"

#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace w2n::machorun {

namespace {
struct Row {
  StringRef Arm;
  StringRef X86;

  StringRef symbolFor(StringRef CPU) const { return CPU == "x86_64" ? X86 : Arm; }
};
} // namespace

static constexpr Row Rows[] = {
#define W2N_SYMBOL(SYMBOL, FUNCTION) {SYMBOL, SYMBOL},
#define W2N_DARWIN(NAME) {"_" #NAME, "_" #NAME},
#define W2N_INODE64(NAME) {"_" #NAME, "_" #NAME "$INODE64"},
#define W2N_LINUX(NAME) {"_" #NAME, "_" #NAME},
#include "loader/symbols.def"
};

static constexpr StringRef InstallName = "/usr/lib/libSystem.B.dylib";

bool isLibSystem(StringRef Name) { return Name == InstallName; }

bool isInLibSystem(StringRef Symbol, StringRef CPU) {
  return any_of(Rows, [&](const Row &Row) { return Row.symbolFor(CPU) == Symbol; });
}

void printStubs(raw_ostream &OS) {
  struct Targets {
    StringRef CPU;
    StringRef Names;
  };
  static constexpr Targets All[] = {
      {"arm64", "arm64-macos, arm64-maccatalyst, arm64-ios, arm64-ios-simulator"},
      {"x86_64", "x86_64-macos, x86_64-maccatalyst, x86_64-ios-simulator"},
  };
  OS << "--- !tapi-tbd\ntbd-version: 4\ntargets: [ " << All[0].Names << ", " << All[1].Names
     << " ]\ninstall-name: '" << InstallName << "'\nexports:\n";
  for (const Targets &Of : All) {
    OS << "  - targets: [ " << Of.Names << " ]\n    symbols:\n";
    for (const Row &Row : Rows)
      OS << "      - '" << Row.symbolFor(Of.CPU) << "'\n";
  }
  OS << "...\n";
}

} // namespace w2n::machorun
