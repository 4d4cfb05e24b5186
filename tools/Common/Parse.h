//===- Parse.h - Command lines by CLI11 ------------------------------------===//
//
// For files that are compiled with exceptions, which CLI11 reports errors by.
//
//===----------------------------------------------------------------------===//

#ifndef W2N_TOOLS_COMMON_PARSE_H
#define W2N_TOOLS_COMMON_PARSE_H

#include "Support/Diagnostics.h"

#include <CLI/CLI.hpp>

namespace w2n {

/// Shows options as they are mostly written: --name=VALUE, -n VALUE.
class HelpFormatter : public CLI::Formatter {
public:
  /// Arguments are those that are not options, as a usage line shows them; Explanation
  /// is a line on what they are, and may be empty.
  HelpFormatter(std::string Arguments, std::string Explanation);

private:
  const std::string Arguments;
  const std::string Explanation;

  std::string make_usage(const CLI::App *, std::string Name) const override;
  std::string make_positionals(const CLI::App *) const override { return ""; }
  std::string make_option_name(const CLI::Option *Opt, bool) const override;
  std::string make_option_opts(const CLI::Option *Opt) const override;
};

/// The text of --help.
std::string helpText(const CLI::App &App);

/// Whether the option is a flag that may have a value, for which CLI11 has no word: we
/// give such a flag a type.
inline bool takesOptionalValue(const CLI::Option &Opt) {
  return Opt.get_items_expected_max() == 0 && !Opt.get_type_name().empty();
}

/// Reads a command line. False where there is nothing more to do: help or the version
/// has been printed, or Diags has been told what is wrong.
bool parseArguments(CLI::App &App, int ArgumentCount, char **Arguments, Diagnostics &Diags);

} // namespace w2n

#endif // W2N_TOOLS_COMMON_PARSE_H
