//===- main.cpp - The compiler's command -----------------------------------===//

#include "CacheCommand.h"
#include "CommandLine.h"
#include "MakeOptions.h"
#include "Print.h"

#include "Common/Tool.h"
#include "Driver/Inspect.h"
#include "Driver/Pipeline.h"

#include "llvm/Support/ErrorHandling.h"
#include "llvm/Support/InitLLVM.h"
#include "llvm/Support/Signals.h"

#include <csignal>
#include <unistd.h>

using namespace llvm;
using namespace w2n;

static constexpr StringLiteral ToolName = "wasm2native";

/// What LLVM cannot go on after is our fault: one line, no output left, status 2.
[[noreturn]] static void reportFatal(void *, const char *Reason, bool) {
  errs() << ToolName << ": error: " << Reason << '\n';
  sys::RunInterruptHandlers();
  _exit(2);
}

/// Prints what was asked for in place of a compilation; false if nothing was.
static bool printInformation(const CommandLine &Line) {
  if (Line.Help)
    outs() << *Line.Help;
  else if (Line.PrintVersion)
    printVersion(outs());
  else if (Line.PrintTargets)
    printTargets(outs());
  else if (Line.PrintFeatures)
    printFeatures(outs());
  else if (Line.PrintLimits)
    printLimits(outs());
  else
    return false;
  return true;
}

static void runInspect(ArrayRef<const char *> Arguments, Diagnostics &Diags) {
  auto Line = parseInspectLine(Arguments);
  if (!Line)
    return Diags.error({}, Line.takeError());
  if (Line->Help)
    outs() << *Line->Help;
  else
    inspect({Line->Inputs.front(), Line->JSON}, Diags, outs());
}

/// Runs the command that is named before all options; false if none is.
static bool runCommand(ArrayRef<const char *> Arguments, Diagnostics &Diags) {
  const StringRef Command = Arguments.empty() ? "" : Arguments.front();
  if (Command == "inspect")
    runInspect(Arguments.drop_front(), Diags);
  else if (Command == "cache")
    runCacheCommand(Arguments.drop_front(), Diags);
  else
    return false;
  return true;
}

static void run(int Count, const char *const *Arguments, Diagnostics &Diags) {
  if (runCommand(ArrayRef<const char *>(Arguments + 1, Arguments + Count), Diags))
    return;
  auto Line = parseCommandLine(ArrayRef<const char *>(Arguments + 1, Arguments + Count));
  if (!Line)
    return Diags.error({}, Line.takeError());
  if (printInformation(*Line))
    return;
  auto Opts = makeOptions(*Line);
  if (!Opts)
    return Diags.error({}, Opts.takeError());
  Opts->RuntimeDirectory = runtimeDirectory(Arguments[0]);
  if (Line->Verbose)
    printPlan(errs(), *Opts);
  auto Cache = openCache(*Line, Arguments[0]);
  if (!Cache)
    return Diags.error({}, Cache.takeError());

  std::optional<ProgressLine> Progress;
  if (errs().is_displayed())
    Progress.emplace(errs());
  StageClock Clock(Progress ? &*Progress : nullptr);
  compile(*Opts, Diags, Clock, Cache->Code ? &*Cache->Code : nullptr);
  Progress.reset();
  if (Line->TimeReport)
    Clock.report(errs());
  if (Line->TimeReport || Line->Verbose)
    Cache->report(errs());
}

int main(int Count, char **Arguments) {
  setBugReportMsg(
      "wasm2native: this is a bug in the compiler. Please report it with the module.\n");
  const InitLLVM Initialized(Count, Arguments);
  // A limit on the size of files is then an error of the write that exceeds it.
  std::signal(SIGXFSZ, SIG_IGN);
  install_fatal_error_handler(reportFatal);
  install_bad_alloc_error_handler(reportFatal);
  Diagnostics Diags(errs(), ToolName);
  run(Count, Arguments, Diags);
  return finish(Diags);
}
