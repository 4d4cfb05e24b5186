//===- CacheCommand.cpp - Where compiled code is kept ----------------------===//

#include "CacheCommand.h"

#include "Common/BuildID.h"
#include "Common/Parse.h"
#include "Support/Error.h"

#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

#include <cstdlib>

namespace w2n {

static constexpr uint64_t DefaultSize = uint64_t(1) << 30;

/// The user's folder for caches, as each system has it, and ours in that; nothing where the
/// environment does not say where the user is at home.
static std::optional<std::string> defaultDirectory() {
  llvm::SmallString<128> Path;
  const char *const XDG = std::getenv("XDG_CACHE_HOME");
  const char *const Home = std::getenv("HOME");
  // The XDG specification has relative paths ignored.
  if (XDG && llvm::sys::path::is_absolute(XDG)) {
    Path = XDG;
  } else {
    if (!Home || !llvm::sys::path::is_absolute(Home))
      return std::nullopt;
    Path = Home;
#ifdef __APPLE__
    llvm::sys::path::append(Path, "Library", "Caches");
#else
    llvm::sys::path::append(Path, ".cache");
#endif
  }
  llvm::sys::path::append(Path, "wasm2native");
  return Path.str().str();
}

/// "500M" in bytes.
static llvm::Expected<uint64_t> parseSize(llvm::StringRef Text) {
  static constexpr llvm::StringLiteral Units = "KMGT";
  llvm::StringRef Digits = Text;
  unsigned Shift = 0;
  if (const size_t Unit = Text.empty() ? Units.npos : Units.find(Text.back()); Unit != Units.npos) {
    Digits = Text.drop_back();
    Shift = 10 * (static_cast<unsigned>(Unit) + 1);
  }
  uint64_t Count = 0;
  if (!llvm::to_integer(Digits, Count, 10) || Count == 0 || Count > (UINT64_MAX >> Shift))
    return inputError("--cache-size takes a number of bytes from 1, or one with K, M, G or T, "
                      "not '" +
                      Text + "'");
  return Count << Shift;
}

void OpenedCache::report(llvm::raw_ostream &OS) const {
  if (!Problem.empty())
    OS << "cache: not used: " << Problem << '\n';
  if (Code)
    Code->report(OS);
}

llvm::Expected<OpenedCache> openCache(const CommandLine &Line, const char *Argument0) {
  if (Line.NoCache && (Line.CacheDirectory || !Line.CacheSize.empty()))
    return inputError(llvm::Twine("--no-cache and ") +
                      (Line.CacheDirectory ? "--cache-dir" : "--cache-size") +
                      " contradict each other");
  uint64_t Size = DefaultSize;
  if (!Line.CacheSize.empty())
    if (llvm::Error E = parseSize(Line.CacheSize).moveInto(Size))
      return std::move(E);

  OpenedCache Result;
  const auto Directory = Line.CacheDirectory ? Line.CacheDirectory : defaultDirectory();
  if (Line.NoCache || !Directory)
    return Result;
  auto Objects = ObjectCache::open(*Directory, Size);
  auto Compiler = buildID(Argument0);
  if (llvm::Error E = llvm::joinErrors(Objects.takeError(), Compiler.takeError()))
    Result.Problem = llvm::toString(std::move(E));
  else
    Result.Code.emplace(std::move(*Objects), std::move(*Compiler));
  return Result;
}

static void printStatistics(llvm::StringRef Directory, const ObjectCache &Objects) {
  const CacheStatistics Statistics = Objects.statistics();
  llvm::outs() << "folder   " << Directory << '\n'
               << "entries  " << Statistics.Entries << '\n'
               << "bytes    " << Statistics.Size << '\n';
}

/// Does one of the things that there are to do with the cache in Directory.
static llvm::Error runAction(llvm::StringRef Action, llvm::StringRef Directory) {
  if (Action == "dir") {
    llvm::outs() << Directory << '\n';
    return llvm::Error::success();
  }
  if (Action != "stat" && Action != "clear")
    return inputError("unknown action '" + Action + "'; known are stat, clear and dir");
  auto Objects = ObjectCache::open(Directory, DefaultSize);
  if (!Objects)
    return Objects.takeError();
  if (Action == "clear")
    return Objects->clear();
  printStatistics(Directory, *Objects);
  return llvm::Error::success();
}

void runCacheCommand(llvm::ArrayRef<const char *> Arguments, Diagnostics &Diags) {
  std::vector<std::string> Actions;
  std::optional<std::string> Directory = defaultDirectory();
  CLI::App App("Looks after the compiled code that is kept to be used again.\n",
               "wasm2native cache");
  App.formatter(std::make_shared<HelpFormatter>(
      "ACTION", "ACTION is stat (print how much it is), clear (remove all of it) or dir (print\n"
                "where it is)."));
  App.add_option("ACTION", Actions, "");
  App.add_option("--cache-dir", Directory, "The folder; default: as for a compilation")
      ->take_last()
      ->type_name("DIR");
  App.set_help_flag("-h,--help", "Print this text");
  auto Text = parseArguments(App, Arguments);
  if (!Text)
    return Diags.error({}, Text.takeError());
  if (*Text) {
    llvm::outs() << **Text;
    return;
  }
  if (Actions.size() != 1)
    return Diags.error({}, inputError(Actions.empty() ? "no action; cache takes stat, clear or dir"
                                                      : "cache takes one action, and '" +
                                                            Actions[1] + "' is the second"));
  if (!Directory)
    return Diags.error({}, inputError("there is no cache, since HOME is not set; --cache-dir "
                                      "names one"));
  if (llvm::Error E = runAction(Actions.front(), *Directory))
    Diags.error({}, std::move(E));
}

} // namespace w2n
