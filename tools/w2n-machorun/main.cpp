//===- main.cpp - w2n-machorun: runs programs for macOS on Linux -----------===//
//
//   w2n-machorun x86_64|arm64 PROGRAM [ARGUMENT...]
//   w2n-machorun --print-stubs
//
// For tests. This part checks the program and its libraries as macOS would before it maps
// them, and hands a plan to a loader that is made for the program's CPU (loader/), natively
// or under qemu. The second form prints a stub library of all of libSystem that is modelled.
//
// Exit status: that of the program; 125 if it cannot be run or does what is not modelled.
// Where a page does not match the signature, the end is by SIGKILL.
//
//===----------------------------------------------------------------------===//

#include "LibSystem.h"
#include "Plan.h"
#include "Service.h"

#include "Support/Diagnostics.h"
#include "Support/Error.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"

#include <cerrno>
#include <csignal>
#include <unistd.h>

using namespace llvm;
using namespace w2n;
using namespace w2n::machorun;

#if defined(__x86_64__)
static constexpr StringRef HostCPU = "x86_64";
#else
static constexpr StringRef HostCPU = "arm64";
#endif

/// The loader beside this program.
static std::string loaderPath(const char *Argument0, StringRef CPU) {
  void *const AddressInProgram = reinterpret_cast<void *>(&loaderPath);
  SmallString<128> Path(sys::fs::getMainExecutable(Argument0, AddressInProgram));
  sys::path::remove_filename(Path);
  sys::path::append(Path, "w2n-machorun-" + CPU);
  return Path.str().str();
}

static bool canOpenMore(const Process &Started) {
  return any_of(Started.images(), [](const LoadedImage &Image) {
    return any_of(Image.View.Fixups.Imports,
                  [](const ChainedImport &Import) { return Import.Symbol == "_dlopen"; });
  });
}

/// Gives only what went wrong.
static Error start(const char *Argument0, StringRef CPU, MutableArrayRef<char *> Program) {
  Process Started(CPU);
  if (Error E = Started.start(Program[0]))
    return E;
  const bool IsNative = CPU == HostCPU;
  const bool OpensMore = canOpenMore(Started);
  PlanOptions Options;
  Options.DeniesCode = IsNative && !OpensMore;
  auto Plan = makePlan(Started, Options);
  if (!Plan)
    return Plan.takeError();
  auto PlanFile = writeUnnamedFile(*Plan);
  if (!PlanFile)
    return PlanFile.takeError();
  auto Service = OpensMore ? startService(Started) : Expected<int>(-1);
  if (!Service)
    return Service.takeError();

  std::string Loader = loaderPath(Argument0, CPU);
  std::string PlanNumber = std::to_string(*PlanFile);
  std::string ServiceNumber = std::to_string(*Service);
  std::string Emulator = CPU == "arm64" ? "qemu-aarch64" : "qemu-x86_64";
  SmallVector<char *> Command;
  if (!IsNative)
    Command.push_back(Emulator.data());
  Command.append({Loader.data(), PlanNumber.data(), ServiceNumber.data()});
  append_range(Command, Program);
  Command.push_back(nullptr);
  execvp(Command[0], Command.data());
  return cannot("run", Command[0], std::error_code(errno, std::generic_category()));
}

int main(int ArgumentCount, char **Arguments) {
  constexpr int Failed = 125;
  Diagnostics Diags(errs(), "w2n-machorun");
  const StringRef First = ArgumentCount > 1 ? Arguments[1] : "";
  if (ArgumentCount == 2 && First == "--print-stubs") {
    printStubs(outs());
    return 0;
  }
  if (ArgumentCount < 3 || (First != "x86_64" && First != "arm64")) {
    errs() << "usage: w2n-machorun x86_64|arm64 PROGRAM [ARGUMENT...]\n"
              "       w2n-machorun --print-stubs\n";
    return Failed;
  }
  Error Failure =
      start(Arguments[0], First, MutableArrayRef(Arguments + 2, Arguments + ArgumentCount));
  const bool IsKilled = Failure.isA<KilledError>();
  if (IsKilled)
    Failure = inputError(toString(std::move(Failure)));
  Diags.error(Arguments[2], std::move(Failure));
  if (IsKilled)
    raise(SIGKILL);
  return Failed;
}
