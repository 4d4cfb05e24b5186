//===- main.cpp - w2n-fuzz: differential and mutation tests -----------------===//

#include "Campaign.h"
#include "CommandLine.h"
#include "Mutator.h"

#include "Support/Diagnostics.h"
#include "Support/Error.h"
#include "Support/FileIO.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/Twine.h"
#include "llvm/Support/CrashRecoveryContext.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/InitLLVM.h"

#include <optional>

using namespace llvm;
using namespace w2n;

/// The files that an input stands for: itself, or the modules in a folder and below, in
/// an order that does not depend on the file system.
static Expected<std::vector<std::string>> filesOf(const std::string &Input) {
  if (!sys::fs::is_directory(Input))
    return std::vector{Input};
  std::vector<std::string> Result;
  std::error_code Problem;
  for (sys::fs::recursive_directory_iterator I(Input, Problem), End; I != End && !Problem;
       I.increment(Problem))
    if (StringRef(I->path()).ends_with(".wasm"))
      Result.push_back(I->path());
  if (Problem)
    return inputError(Twine("cannot read ") + Input + ": " + Problem.message());
  sort(Result);
  return Result;
}

namespace {
struct Input {
  std::string Name;
  fuzz::Bytes Module;
};
} // namespace

static Expected<std::vector<Input>> readInputs(ArrayRef<std::string> Paths) {
  std::vector<Input> Result;
  for (const std::string &Path : Paths) {
    Expected<std::vector<std::string>> Files = filesOf(Path);
    if (!Files)
      return Files.takeError();
    for (const std::string &File : *Files) {
      Expected<std::unique_ptr<MemoryBuffer>> Content = readFile(File);
      if (!Content)
        return Content.takeError();
      Result.push_back({File, arrayRefFromStringRef((*Content)->getBuffer()).vec()});
    }
  }
  if (Result.empty())
    return inputError("there is no .wasm file in what was given");
  return Result;
}

static fuzz::Mutator makeMutator(std::vector<Input> Inputs) {
  std::vector<fuzz::Bytes> Modules;
  std::vector<fuzz::Bytes> Invalid;
  for (Input &I : Inputs)
    (fuzz::isValid(I.Module) ? Modules : Invalid).push_back(std::move(I.Module));
  const size_t ValidCount = Modules.size();
  append_range(Modules, Invalid);
  return fuzz::Mutator(std::move(Modules), ValidCount);
}

static Expected<std::vector<TargetSpec>> findTargets(ArrayRef<std::string> Names) {
  std::vector<TargetSpec> Result;
  for (const std::string &Name : Names) {
    Expected<TargetSpec> Target = findTarget(Name);
    if (!Target)
      return Target.takeError();
    Result.push_back(*Target);
  }
  return Result;
}

/// Gives whether nothing was found; the error is one of the command line or of files.
static Expected<bool> run(const fuzz::CommandLine &Line) {
  auto Targets = findTargets(Line.Targets);
  if (!Targets)
    return Targets.takeError();
  auto Inputs = readInputs(Line.Inputs);
  if (!Inputs)
    return Inputs.takeError();

  fuzz::Campaign Campaign(std::move(*Targets), outs());
  std::optional<fuzz::Bytes> AtFault;
  const auto Try = [&](const fuzz::Bytes &Module, const Twine &Name) {
    if (!Campaign.run(Module, Name.str()) && !AtFault)
      AtFault = Module;
  };
  if (Line.Count == 0) {
    for (const Input &I : *Inputs)
      Try(I.Module, I.Name);
  } else {
    const fuzz::Mutator Mutator = makeMutator(std::move(*Inputs));
    for (uint64_t I = Line.First; I < Line.First + Line.Count; ++I)
      Try(Mutator.mutant(Line.Seed, I), "mutant " + Twine(I) + " of seed " + Twine(Line.Seed));
  }
  Campaign.printSums();
  if (AtFault && !Line.Output.empty())
    if (Error E = writeFileAtomically(Line.Output, *AtFault, /*Executable=*/false))
      return std::move(E);
  return !AtFault;
}

static void printDifferences() {
  for (const fuzz::Difference &Row : fuzz::differences())
    outs() << (Row.Who == fuzz::Refuser::Wabt ? "refused by wabt: " : "refused by us: ")
           << Row.Message << "\n    " << Row.Reason << '\n';
}

int main(int ArgumentCount, char **Arguments) {
  const InitLLVM Initialized(ArgumentCount, Arguments);
  int ExitCode = 0;
  const auto Line = fuzz::parseCommandLine(ArgumentCount, Arguments, ExitCode);
  if (!Line)
    return ExitCode;
  if (Line->PrintDifferences) {
    printDifferences();
    return 0;
  }
  CrashRecoveryContext::Enable();
  Diagnostics Diags(errs(), "w2n-fuzz");
  Expected<bool> IsClean = run(*Line);
  if (!IsClean)
    Diags.error({}, IsClean.takeError());
  else if (!*IsClean)
    return 1;
  return Diags.exitCode();
}
