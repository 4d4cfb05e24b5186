//===- main.cpp - The compiler's command -----------------------------------===//

#include "CommandLine.h"
#include "MakeOptions.h"
#include "Print.h"

#include "Common/Tool.h"
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

static void run(int Count, const char *const *Arguments, Diagnostics &Diags) {
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

  std::optional<ProgressLine> Progress;
  if (errs().is_displayed())
    Progress.emplace(errs());
  StageClock Clock(Progress ? &*Progress : nullptr);
  compile(*Opts, Diags, Clock);
  Progress.reset();
  if (Line->TimeReport)
    Clock.report(errs());
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
