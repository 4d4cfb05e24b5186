//===- main.cpp - w2n-spectest: makes test programs of spec scripts --------===//

#include "Build.h"
#include "CommandLine.h"
#include "Script.h"
#include "Translate.h"

#include "Common/Tool.h"
#include "Support/Diagnostics.h"
#include "Support/Error.h"
#include "Support/FileIO.h"
#include "Wasm/Features.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSwitch.h"
#include "llvm/Support/InitLLVM.h"

using namespace llvm;
using namespace w2n;

static Expected<spectest::BuildOptions> makeOptions(const spectest::CommandLine &Line) {
  Expected<TargetSpec> Target = Line.Target.empty() ? hostTarget() : findTarget(Line.Target);
  if (!Target)
    return Target.takeError();
  spectest::BuildOptions Result;
  Result.Target = *Target;
  Result.Bounds = StringSwitch<BoundsMode>(Line.Bounds)
                      .Case("guard", BoundsMode::Guard)
                      .Case("explicit", BoundsMode::Explicit)
                      .Default(Target->DefaultBounds);
  Result.Codegen.Level = StringSwitch<OptimizationLevel>(Line.OptimizationLevel)
                             .Case("0", OptimizationLevel::O0)
                             .Case("1", OptimizationLevel::O1)
                             .Case("3", OptimizationLevel::O3)
                             .Case("s", OptimizationLevel::Os)
                             .Default(OptimizationLevel::O2);
  Result.Deterministic = Line.Deterministic;
  Result.InParts = Line.InParts;
  Result.Codegen.CPU = Line.CPU;
  Result.Codegen.CPUFeatures = Line.CPUFeatures;
  Result.OutputName = Line.Output;
  return Result;
}

static Expected<std::vector<Feature>> parseFeatures(ArrayRef<std::string> Names) {
  std::vector<Feature> Result;
  for (const std::string &Name : Names) {
    const std::optional<Feature> F = findFeature(Name);
    if (!F)
      return inputError("unknown feature '" + Name + "'");
    Result.push_back(*F);
  }
  return Result;
}

static Expected<spectest::TranslateOptions> makeTranslateOptions(const spectest::CommandLine &L) {
  spectest::TranslateOptions Result;
  auto Disabled = parseFeatures(L.DisabledFeatures);
  if (!Disabled)
    return Disabled.takeError();
  for (const Feature F : *Disabled)
    Result.Enabled.set(F, false);
  auto Missing = parseFeatures(L.MissingFeatures);
  if (!Missing)
    return Missing.takeError();
  for (const Feature F : *Missing)
    if (isSupported(F))
      return inputError("feature '" + featureName(F) + "' is supported, so it cannot be missing");
  Result.Missing = std::move(*Missing);
  return Result;
}

static void run(const spectest::CommandLine &Line, const char *Argument0, Diagnostics &Diags) {
  Expected<spectest::BuildOptions> Options = makeOptions(Line);
  if (!Options)
    return Diags.error({}, Options.takeError());
  Options->RuntimeDirectory = runtimeDirectory(Argument0);
  Expected<spectest::TranslateOptions> Translate = makeTranslateOptions(Line);
  if (!Translate)
    return Diags.error({}, Translate.takeError());
  Expected<spectest::Script> Script = spectest::readScript(Line.Script);
  if (!Script)
    return Diags.error(Line.Script, Script.takeError());
  Expected<spectest::Program> Program = spectest::translate(*Script, *Translate);
  if (!Program)
    return Diags.error({}, Program.takeError());
  Expected<ImageBytes> Image = spectest::build(*Program, *Options);
  if (!Image)
    return Diags.error({}, Image.takeError());
  if (Error E = writeFileAtomically(Line.Output, arrayRefFromStringRef(toStringRef(*Image)),
                                    /*Executable=*/true))
    Diags.error({}, std::move(E));
}

static void printFeatures() {
  for (unsigned I = 0; I < static_cast<unsigned>(Feature::Count); ++I)
    if (const auto F = static_cast<Feature>(I); isSupported(F))
      outs() << featureName(F) << '\n';
}

int main(int ArgumentCount, char **Arguments) {
  const InitLLVM Initialized(ArgumentCount, Arguments);
  Diagnostics Diags(errs(), "w2n-spectest");
  const auto Line = spectest::parseCommandLine(ArgumentCount, Arguments, Diags);
  if (Line && Line->PrintFeatures)
    printFeatures();
  else if (Line)
    run(*Line, Arguments[0], Diags);
  return finish(Diags);
}
