//===- Parse.cpp - Command lines by CLI11 ----------------------------------===//

#include "Common/Parse.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/raw_ostream.h"

#include <algorithm>

namespace w2n {

/// CLI11 has no names of several letters behind one dash, such as compilers' -MD: those of
/// capital letters are --MD to it.
static bool hasOneDash(llvm::StringRef Name) {
  return Name.consume_front("--") && !Name.empty() && llvm::all_of(Name, llvm::isUpper);
}

/// An option's name as the user writes it.
static llvm::StringRef asWritten(llvm::StringRef Name) {
  return hasOneDash(Name) ? Name.drop_front() : Name;
}

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
  const std::string Names = Opt->get_name(false, true);
  return asWritten(llvm::StringRef(Names).split('{').first).str();
}

/// Whether the option is a flag that may have a value, for which CLI11 has no word: we
/// give such a flag a type.
static bool takesOptionalValue(const CLI::Option &Opt) {
  return Opt.get_items_expected_max() == 0 && !Opt.get_type_name().empty();
}

std::string HelpFormatter::make_option_opts(const CLI::Option *Opt) const {
  if (Opt->get_type_name().empty())
    return "";
  const bool IsShort = Opt->get_lnames().empty() || hasOneDash(Opt->get_name());
  const std::string Value = (IsShort ? " " : "=") + Opt->get_type_name();
  return takesOptionalValue(*Opt) ? "[" + Value + "]" : Value;
}

static std::string helpText(const CLI::App &App) {
  // The formatter ends each group with one empty line too many.
  const std::string Help = CLI::detail::find_and_replace(App.help(), "\n\n\n", "\n\n");
  return llvm::StringRef(Help).rtrim().str() + "\n";
}

/// The option that was probably meant, or an empty string.
static std::string nearestOption(const CLI::App &App, llvm::StringRef Unknown) {
  std::string Nearest;
  // Two wrong letters are likely to be a slip, unless that is most of the name.
  unsigned Least = Unknown.size() < 4 ? 2 : 3;
  for (const CLI::Option *const Known : App.get_options())
    for (const std::string &Name : Known->get_lnames()) {
      const unsigned Distance = Unknown.edit_distance(Name, true, Least);
      if (Distance >= Least)
        continue;
      Least = Distance;
      Nearest = "--" + Name;
    }
  return Nearest;
}

static llvm::Error unknownOption(const CLI::App &App, const std::string &Argument) {
  llvm::StringRef Name = Argument;
  if (Name.starts_with("--"))
    Name = Name.split('=').first;
  const std::string Nearest = nearestOption(App, Name.ltrim('-'));
  return inputError("unknown option '" + Name + "'" +
                    (Nearest.empty() ? "" : "; did you mean '" + Nearest + "'?"));
}

static llvm::Error needsValue(llvm::StringRef Name) {
  return inputError("option '" + asWritten(Name) + "' needs a value");
}

/// Checks --NAME=VALUE, and splits it in two where the value is empty, since CLI11 would
/// take the next argument for the value then.
static llvm::Error addArgument(const CLI::App &App, llvm::StringRef Argument,
                               std::vector<std::string> &Result) {
  const auto [Name, Value] = Argument.split('=');
  const CLI::Option *const Option = Name.starts_with("--") && Name.size() < Argument.size()
                                        ? App.get_option_no_throw(Name.str())
                                        : nullptr;
  if (!Option) {
    Result.push_back(Argument.str());
    return llvm::Error::success();
  }
  const bool IsFlag = Option->get_items_expected_max() == 0;
  if (IsFlag && !takesOptionalValue(*Option))
    return inputError("option '" + Name + "' takes no value");
  if (IsFlag && Value.empty())
    return needsValue(Argument);
  if (!Value.empty()) {
    Result.push_back(Argument.str());
    return llvm::Error::success();
  }
  Result.push_back(Name.str());
  Result.emplace_back();
  return llvm::Error::success();
}

/// The arguments as CLI11 is to read them.
static llvm::Expected<std::vector<std::string>>
prepareArguments(const CLI::App &App, llvm::ArrayRef<const char *> Arguments) {
  std::vector<std::string> Result;
  bool OnlyInputs = false;
  for (const llvm::StringRef Argument : Arguments) {
    OnlyInputs |= Argument == "--";
    if (OnlyInputs)
      Result.push_back(Argument.str());
    else if (App.get_option_no_throw("-" + Argument.str()) && hasOneDash("-" + Argument.str()))
      Result.push_back("-" + Argument.str());
    else if (llvm::Error E = addArgument(App, Argument, Result))
      return std::move(E);
  }
  return Result;
}

/// An error if an option was given an empty value that means nothing.
static llvm::Error checkEmptyValues(const CLI::App &App,
                                    llvm::ArrayRef<llvm::StringRef> MayBeEmpty) {
  for (const CLI::Option *const Option : App.get_options()) {
    const std::string Name = Option->get_name();
    if (Option->get_positional() || takesOptionalValue(*Option) ||
        llvm::is_contained(MayBeEmpty, Name))
      continue;
    if (llvm::is_contained(Option->results(), ""))
      return needsValue(Name);
  }
  return llvm::Error::success();
}

/// What is wrong with the options as CLI11 has read them.
static llvm::Error checkOptions(const CLI::App &App, llvm::ArrayRef<llvm::StringRef> MayBeEmpty) {
  // The separator itself is among what remains.
  const std::vector<std::string> Remaining = App.remaining();
  const auto Unknown =
      llvm::find_if(Remaining, [](const std::string &Argument) { return Argument != "--"; });
  if (Unknown != Remaining.end())
    return unknownOption(App, *Unknown);
  return checkEmptyValues(App, MayBeEmpty);
}

llvm::Expected<std::optional<std::string>>
parseArguments(CLI::App &App, llvm::ArrayRef<const char *> Arguments,
               llvm::ArrayRef<llvm::StringRef> MayBeEmpty) {
  App.allow_extras();
  auto Words = prepareArguments(App, Arguments);
  if (!Words)
    return Words.takeError();
  try {
    std::reverse(Words->begin(), Words->end());
    App.parse(std::move(*Words));
  } catch (const CLI::CallForHelp &) {
    return helpText(App);
  } catch (const CLI::CallForVersion &Version) {
    return std::string(Version.what()) + "\n";
  } catch (const CLI::ArgumentMismatch &Problem) {
    return needsValue(llvm::StringRef(Problem.what()).split(':').first);
  } catch (const CLI::ParseError &Problem) {
    return inputError(Problem.what());
  }
  if (llvm::Error E = checkOptions(App, MayBeEmpty))
    return std::move(E);
  return std::nullopt;
}

bool readArguments(CLI::App &App, int ArgumentCount, char **Arguments, Diagnostics &Diags) {
  auto Text = parseArguments(App, llvm::ArrayRef(Arguments + 1, Arguments + ArgumentCount));
  if (!Text)
    Diags.error({}, Text.takeError());
  else if (*Text)
    llvm::outs() << **Text;
  return Text && !*Text;
}

} // namespace w2n
