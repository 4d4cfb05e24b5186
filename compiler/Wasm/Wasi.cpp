//===- Wasi.cpp - The functions of WASI ------------------------------------===//

#include "Wasm/Wasi.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace w2n {

namespace {

struct GroupRow {
  StringRef Name;
  StringRef Options;
};

constexpr GroupRow Groups[] = {
#define W2N_WASI_GROUP(NAME, TEXT, OPTION) {TEXT, OPTION},
#include "abi/wasi.def"
};

constexpr WasiFunction Functions[] = {
#define W2N_WASI(NAME, OPERANDS, RESULTS, GROUP, UNSTABLE)                                         \
  {#NAME, #OPERANDS ":" #RESULTS, "w2n_wasi_" #NAME, WasiGroup::GROUP},
#include "abi/wasi.def"
};

constexpr WasiFunction UnstableFunctions[] = {
#define W2N_WASI_NONE(NAME, SIGNATURE, GROUP)
#define W2N_WASI_SAME(NAME, SIGNATURE, GROUP)                                                      \
  {#NAME, SIGNATURE, "w2n_wasi_" #NAME, WasiGroup::GROUP},
#define W2N_WASI_OWN(NAME, SIGNATURE, GROUP)                                                       \
  {#NAME, SIGNATURE, "w2n_wasi_unstable_" #NAME, WasiGroup::GROUP},
#define W2N_WASI(NAME, OPERANDS, RESULTS, GROUP, UNSTABLE)                                         \
  W2N_WASI_##UNSTABLE(NAME, #OPERANDS ":" #RESULTS, GROUP)
#include "abi/wasi.def"
};

} // namespace

StringRef wasiGroupName(WasiGroup Group) { return Groups[static_cast<unsigned>(Group)].Name; }

StringRef wasiGroupOptions(WasiGroup Group) { return Groups[static_cast<unsigned>(Group)].Options; }

const WasiFunction *findWasiFunction(StringRef Module, StringRef Name) {
  ArrayRef<WasiFunction> Rows;
  if (Module == WasiModule)
    Rows = Functions;
  else if (Module == WasiUnstableModule)
    Rows = UnstableFunctions;
  const auto *Row = find_if(Rows, [&](const WasiFunction &F) { return F.Name == Name; });
  return Row == Rows.end() ? nullptr : Row;
}

} // namespace w2n
