//===- RunLld.cpp - lld as a library ---------------------------------------===//

#include "Link/LinkPlan.h"
#include "Support/Error.h"

#include "lld/Common/Driver.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/CrashRecoveryContext.h"

#include <mutex>

LLD_HAS_DRIVER(elf)
LLD_HAS_DRIVER(macho)

using namespace llvm;

namespace w2n {

namespace {
/// lld keeps its state in globals: one link at a time, and none after one that broke
/// off in the middle. Hence the one object here that lives as long as the process.
struct LinkerState {
  std::mutex Lock;
  bool Usable = true;
};
} // namespace

static LinkerState &linkerState() {
  static LinkerState State;
  return State;
}

static std::string withoutDirectory(StringRef Message, StringRef Directory) {
  std::string Result;
  while (!Message.empty()) {
    auto [Before, After] = Message.split((Directory + "/").str());
    Result += Before;
    Message = After;
  }
  return Result;
}

/// The message of a line "ld.lld: error: MESSAGE"; empty for any other line, such as
/// the ">>> referenced by" lines that follow it.
static StringRef messageOf(StringRef Line) {
  for (const StringRef Severity : {": error: ", ": warning: "}) {
    auto [Tool, Message] = Line.split(Severity);
    if (Tool == "ld.lld" || Tool == "ld64.lld")
      return Message.trim();
  }
  return "";
}

static Error errorsOf(StringRef Output, StringRef Directory) {
  Error Result = Error::success();
  for (const StringRef Line : split(Output, '\n')) {
    const StringRef Message = messageOf(Line);
    if (Message.starts_with("too many errors emitted"))
      Result = joinErrors(std::move(Result), inputError("the linker found more such errors"));
    else if (!Message.empty())
      Result = joinErrors(std::move(Result),
                          inputError("cannot link: " + withoutDirectory(Message, Directory)));
  }
  return Result;
}

Error runLld(const LinkPlan &Plan, StringRef Directory) {
  std::vector<const char *> Arguments;
  Arguments.reserve(Plan.Arguments.size());
  for (const std::string &Argument : Plan.Arguments)
    Arguments.push_back(Argument.c_str());

  LinkerState &State = linkerState();
  const std::scoped_lock Guard(State.Lock);
  if (!State.Usable)
    return make_error<InternalError>("lld cannot run again after a link that it broke off");

  std::string Output;
  raw_string_ostream OS(Output);
  // Without crash recovery a fatal error of lld ends the process.
  CrashRecoveryContext::Enable();
  const lld::Result Result = lld::lldMain(
      Arguments, nulls(), OS, {{lld::Gnu, &lld::elf::link}, {lld::Darwin, &lld::macho::link}});
  CrashRecoveryContext::Disable();
  State.Usable = Result.canRunAgain;

  if (Result.retCode == 0 && Result.canRunAgain)
    return Error::success();
  if (Error E = errorsOf(Output, Directory))
    return E;
  return make_error<InternalError>("lld failed without saying why (status " +
                                   Twine(Result.retCode) + ")");
}

} // namespace w2n
