//===- Parse.h - Command lines by CLI11 ------------------------------------===//
//
// For files that are compiled with exceptions, which CLI11 reports errors by.
//
//===----------------------------------------------------------------------===//

#ifndef W2N_TOOLS_COMMON_PARSE_H
#define W2N_TOOLS_COMMON_PARSE_H

#include "Support/Diagnostics.h"

#include "llvm/ADT/ArrayRef.h"

#include <CLI/CLI.hpp>

#include <optional>
#include <string>

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

/// An option of one value, of which the last counts where it is given again.
template <typename ValueT>
CLI::Option *addValue(CLI::App &App, const std::string &Name, ValueT &Value,
                      const std::string &Help) {
  return App.add_option(Name, Value, Help)->take_last();
}

/// Reads a command line, without the name of the program. A flag that has a type may have
/// a value (CLI11 has no word for that); all others take none. MayBeEmpty are the options,
/// as "--name", of which an empty value means something. Gives the text of help or the
/// version where these are asked for, which is then all there is to do, and else nothing;
/// an InputError says which argument is wrong.
llvm::Expected<std::optional<std::string>>
parseArguments(CLI::App &App, llvm::ArrayRef<const char *> Arguments,
               llvm::ArrayRef<llvm::StringRef> MayBeEmpty = {});

/// The same for main()'s arguments. False where there is nothing more to do: a text has
/// been printed, or Diags has been told what is wrong.
bool readArguments(CLI::App &App, int ArgumentCount, char **Arguments, Diagnostics &Diags);

} // namespace w2n

#endif // W2N_TOOLS_COMMON_PARSE_H
