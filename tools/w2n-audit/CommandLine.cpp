//===- CommandLine.cpp - The options of w2n-audit --------------------------===//

#include "CommandLine.h"

#include <CLI/CLI.hpp>

namespace w2n {

std::optional<AuditOptions> parseCommandLine(int ArgumentCount, char **Arguments, int &ExitCode) {
  CLI::App App("Audits ELF and Mach-O executables: what they may do, and their signatures.\n"
               "Exits with 0 if every check of every file passed, else with 1.",
               "w2n-audit");
  AuditOptions Options;
  bool AllowUnsigned = false;
  App.add_option("FILE", Options.Files, "Executables, or universal files of them")->required();
  App.add_flag("--json", Options.JSON, "Print the report as JSON");
  App.add_flag("--allow-unsigned", AllowUnsigned, "Accept Mach-O files without a signature");
  App.failure_message([](const CLI::App *, const CLI::Error &E) {
    return std::string("w2n-audit: error: ") + E.what() + "\n";
  });
  try {
    App.parse(ArgumentCount, Arguments);
  } catch (const CLI::ParseError &E) {
    ExitCode = App.exit(E) == 0 ? 0 : 1;
    return std::nullopt;
  }
  Options.Policy.RequireSignature = !AllowUnsigned;
  return Options;
}

} // namespace w2n
