//===- Parse.cpp - Command lines by CLI11 ----------------------------------===//

#include "Common/Parse.h"

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/raw_ostream.h"

namespace w2n {

HelpFormatter::HelpFormatter(std::string Arguments, std::string Explanation)
    : Arguments(std::move(Arguments)), Explanation(std::move(Explanation)) {
  column_width(34);
}

std::string HelpFormatter::make_usage(const CLI::App *, std::string Name) const {
  const std::string Usage = "Usage: " + Name + " [OPTION...] " + Arguments + "\n";
  return Explanation.empty() ? Usage : Usage + Explanation + "\n";
}

std::string HelpFormatter::make_option_name(const CLI::Option *Opt, bool) const {
  // CLI11 shows what a flag stands for without a value in braces.
  return llvm::StringRef(Opt->get_name(false, true)).split('{').first.str();
}

std::string HelpFormatter::make_option_opts(const CLI::Option *Opt) const {
  if (Opt->get_type_name().empty())
    return "";
  const std::string Value = (Opt->get_lnames().empty() ? " " : "=") + Opt->get_type_name();
  return takesOptionalValue(*Opt) ? "[" + Value + "]" : Value;
}

std::string helpText(const CLI::App &App) {
  // The formatter ends each group with one empty line too many.
  const std::string Help = CLI::detail::find_and_replace(App.help(), "\n\n\n", "\n\n");
  return llvm::StringRef(Help).rtrim().str() + "\n";
}

bool parseArguments(CLI::App &App, int ArgumentCount, char **Arguments, Diagnostics &Diags) {
  try {
    App.parse(ArgumentCount, Arguments);
    return true;
  } catch (const CLI::CallForHelp &) {
    llvm::outs() << helpText(App);
  } catch (const CLI::CallForVersion &Version) {
    llvm::outs() << Version.what() << '\n';
  } catch (const CLI::ParseError &Problem) {
    Diags.error({}, inputError(Problem.what()));
  }
  return false;
}

} // namespace w2n
