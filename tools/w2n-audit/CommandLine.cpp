//===- CommandLine.cpp - The options of w2n-audit --------------------------===//

#include "CommandLine.h"

#include "Common/Parse.h"
#include "Common/Tool.h"

namespace w2n {

std::optional<AuditOptions> parseCommandLine(int ArgumentCount, char **Arguments,
                                             Diagnostics &Diags) {
  CLI::App App("Audits ELF and Mach-O executables: what they may do, and their signatures.\n",
               "w2n-audit");
  App.formatter(std::make_shared<HelpFormatter>(
      "FILE...", "FILE is an executable, or a universal file of executables."));
  App.footer("Exit status: 0 no check of any file failed; 1 one did, a file could not be read, or\n"
             "the options or the policy are at fault.");
  AuditOptions Options;
  bool AllowUnsigned = false;
  App.add_option("FILE", Options.Files, "");
  App.add_flag("--json", Options.JSON, "Print the report as JSON");
  App.add_flag("--allow-unsigned", AllowUnsigned, "Accept Mach-O files without a signature");
  addValue(App, "--policy", Options.PolicyFile, "Require what FILE, a policy in JSON, says")
      ->type_name("FILE");
  App.set_version_flag("--version", versionText("w2n-audit"), "Print the version");
  App.set_help_flag("-h,--help", "Print this text");
  if (!readArguments(App, ArgumentCount, Arguments, Diags))
    return std::nullopt;
  if (Options.Files.empty()) {
    Diags.error({}, inputError("no file; --help lists the options"));
    return std::nullopt;
  }
  Options.Policy.RequireSignature = !AllowUnsigned;
  return Options;
}

} // namespace w2n
