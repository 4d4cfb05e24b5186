//===- Inspect.cpp - From an input file to a report about it ---------------===//

#include "Driver/Inspect.h"

#include "Decode/Decode.h"
#include "Driver/ReadInput.h"
#include "Interface/ModuleReport.h"
#include "Support/FileIO.h"
#include "Validate/Validate.h"

#include "llvm/Support/FormatVariadic.h"

using namespace llvm;

namespace w2n {

static Expected<ValidModule> parse(const std::vector<uint8_t> &Bytes, const Features &Enabled) {
  auto Wasm = decode(Bytes, Enabled);
  if (!Wasm)
    return Wasm.takeError();
  return validate(std::move(*Wasm), Enabled);
}

/// A valid module uses those features without which it is not valid.
static std::vector<Feature> usedFeatures(const std::vector<uint8_t> &Bytes) {
  std::vector<Feature> Used;
  for (size_t I = 0; I < static_cast<size_t>(Feature::Count); ++I) {
    const auto F = static_cast<Feature>(I);
    Features Others = Features::supported();
    if (F == Feature::MVP || !Others.has(F))
      continue;
    Others.set(F, false);
    if (Error E = parse(Bytes, Others).takeError()) {
      consumeError(std::move(E));
      Used.push_back(F);
    }
  }
  return Used;
}

void inspect(const InspectOptions &Opts, Diagnostics &Diags, raw_ostream &OS) {
  auto Input = readFile(Opts.Input);
  if (!Input)
    return Diags.error({}, Input.takeError());
  const StringRef Content = (*Input)->getBuffer();
  auto Bytes = toBinary(Content, Opts.Input);
  if (!Bytes)
    return Diags.error(Opts.Input, Bytes.takeError());
  auto Wasm = parse(*Bytes, Features::supported());
  if (!Wasm) {
    Diags.error(Opts.Input, Wasm.takeError());
    if (looksLikeText(Content))
      Diags.note(Opts.Input, "offsets are those in the binary form of this text");
    return;
  }
  printRemarks(*Wasm, Opts.Input, Diags);
  const ModuleReport Report = describeModule(*Wasm, usedFeatures(*Bytes));
  if (Opts.JSON)
    OS << formatv("{0:2}", moduleReportToJSON(Report)) << '\n';
  else
    printModuleReport(Report, OS);
}

} // namespace w2n
