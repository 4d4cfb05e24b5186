//===- CommandLine.cpp - The options of w2n-fuzz ----------------------------===//

#include "CommandLine.h"

#include <CLI/CLI.hpp>

#include <iostream>

namespace w2n::fuzz {

std::optional<CommandLine> parseCommandLine(int ArgumentCount, char **Arguments, int &ExitCode) {
  CLI::App App("Decodes and validates modules, or mutants of them, and compares with what wabt\n"
               "says. Exits with 1 if they disagree in a way that is not known, or if a module\n"
               "that is valid does not compile.",
               "w2n-fuzz");
  CommandLine Line;
  App.add_option("INPUT", Line.Inputs, "Modules, and folders of .wasm files");
  App.add_option("--count", Line.Count, "Try this many mutants of them (default: they themselves)");
  App.add_option("--seed", Line.Seed, "Choose other mutants (default: 1)");
  App.add_option("--first", Line.First, "The number of the first mutant (default: 0)");
  App.add_option("--compile", Line.Targets,
                 "Also compile what is valid to objects for these targets, with -O0 and -O2")
      ->delimiter(',');
  App.add_option("-o", Line.Output, "Write the first module that something is wrong with here");
  App.add_flag("--print-differences", Line.PrintDifferences,
               "Print where wabt is known to disagree, and why that is not our fault");
  App.failure_message([](const CLI::App *, const CLI::Error &E) {
    return std::string("w2n-fuzz: error: ") + E.what() + "\n";
  });
  try {
    App.parse(ArgumentCount, Arguments);
  } catch (const CLI::ParseError &E) {
    ExitCode = App.exit(E) == 0 ? 0 : 1;
    return std::nullopt;
  }
  if (!Line.PrintDifferences && Line.Inputs.empty()) {
    std::cerr << "w2n-fuzz: error: no module given\n";
    ExitCode = 1;
    return std::nullopt;
  }
  return Line;
}

} // namespace w2n::fuzz
