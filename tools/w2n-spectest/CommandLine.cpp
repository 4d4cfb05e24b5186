//===- CommandLine.cpp - The options of w2n-spectest ------------------------===//

#include "CommandLine.h"

#include "Common/Parse.h"

namespace w2n::spectest {

std::optional<CommandLine> parseCommandLine(int ArgumentCount, char **Arguments,
                                            Diagnostics &Diags) {
  CLI::App App("Turns a script of the WebAssembly test suite, converted to JSON, into a native\n"
               "program that executes its commands and exits with 1 if any of them fails.",
               "w2n-spectest");
  App.formatter(std::make_shared<HelpFormatter>("SCRIPT", ""));
  CommandLine Line;
  App.add_option("SCRIPT", Line.Script, "The script, with its modules beside it");
  App.add_option("-o", Line.Output, "The program");
  App.add_flag("--print-features", Line.PrintFeatures, "Print which features are supported");
  App.add_option("--target", Line.Target, "What to compile for (default: this machine)");
  App.add_option("--bounds", Line.Bounds, "How memories are bounded")
      ->check(CLI::IsMember({"guard", "explicit"}));
  App.add_option("--cpu", Line.CPU, "As for wasm2native");
  App.add_option("--cpu-features", Line.CPUFeatures, "As for wasm2native");
  App.add_flag("--deterministic", Line.Deterministic, "As for wasm2native");
  App.add_flag("--parts", Line.InParts, "Compile each function as a part of its own");
  App.add_option("-O", Line.OptimizationLevel, "Optimization level")
      ->check(CLI::IsMember({"0", "1", "2", "3", "s"}));
  App.add_option("--disable", Line.DisabledFeatures, "As for wasm2native")->delimiter(',');
  App.add_option("--skip-missing", Line.MissingFeatures,
                 "Skip commands that need one of these features, which are not supported,\n"
                 "instead of failing")
      ->delimiter(',');
  if (!readArguments(App, ArgumentCount, Arguments, Diags))
    return std::nullopt;
  if (Line.PrintFeatures || (!Line.Script.empty() && !Line.Output.empty()))
    return Line;
  Diags.error({}, inputError("a script and -o are required"));
  return std::nullopt;
}

} // namespace w2n::spectest
