//===- main.cpp - w2n-machorun: runs programs for macOS on Linux -----------===//
//
//   w2n-machorun x86_64|arm64 PROGRAM [ARGUMENT...]
//
// For tests. This part checks the program as macOS would before it maps it, and hands a
// plan to a loader that is made for the program's CPU (loader/), natively or under qemu.
//
// Exit status: that of the program; 125 if it cannot be run or does what is not modelled.
//
//===----------------------------------------------------------------------===//

#include "Plan.h"

#include "Support/Diagnostics.h"
#include "Support/Error.h"
#include "Support/FileIO.h"

#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"
#include "llvm/TargetParser/Triple.h"

#include <cerrno>
#include <sys/mman.h>
#include <unistd.h>

using namespace llvm;
using namespace w2n;

#if defined(__x86_64__)
static constexpr StringRef HostCPU = "x86_64";
#else
static constexpr StringRef HostCPU = "arm64";
#endif

static Error systemError(const Twine &What) {
  return inputError(What + ": " + std::error_code(errno, std::generic_category()).message());
}

/// The plan in a file that has no name; its descriptor stays open in the loader.
static Expected<int> writePlan(ArrayRef<char> Plan) {
  const int Descriptor = memfd_create("plan", 0);
  if (Descriptor < 0)
    return systemError("cannot make a file for the plan");
  raw_fd_ostream OS(Descriptor, /*shouldClose=*/false, /*unbuffered=*/true);
  OS.write(Plan.data(), Plan.size());
  if (!OS.has_error())
    return Descriptor;
  OS.clear_error();
  return inputError("cannot write the plan");
}

/// The loader beside this program.
static std::string loaderPath(const char *Argument0, StringRef CPU) {
  void *const AddressInProgram = reinterpret_cast<void *>(&loaderPath);
  SmallString<128> Path(sys::fs::getMainExecutable(Argument0, AddressInProgram));
  sys::path::remove_filename(Path);
  sys::path::append(Path, "w2n-machorun-" + CPU);
  return Path.str().str();
}

/// Gives only what went wrong.
static Error start(const char *Argument0, StringRef CPU, MutableArrayRef<char *> Program) {
  auto Buffer = readFile(Program[0]);
  if (!Buffer)
    return Buffer.takeError();
  auto Image = machorun::chooseImage(arrayRefFromStringRef((*Buffer)->getBuffer()), CPU);
  if (!Image)
    return Image.takeError();
  const bool IsNative = CPU == HostCPU;
  auto Plan = machorun::makePlan(*Image, IsNative);
  if (!Plan)
    return Plan.takeError();
  auto Descriptor = writePlan(*Plan);
  if (!Descriptor)
    return Descriptor.takeError();

  std::string Loader = loaderPath(Argument0, CPU);
  std::string Number = std::to_string(*Descriptor);
  std::string Emulator = CPU == "arm64" ? "qemu-aarch64" : "qemu-x86_64";
  SmallVector<char *> Command;
  if (!IsNative)
    Command.push_back(Emulator.data());
  Command.append({Loader.data(), Number.data()});
  append_range(Command, Program);
  Command.push_back(nullptr);
  execvp(Command[0], Command.data());
  return systemError("cannot run '" + Twine(Command[0]) + "'");
}

int main(int ArgumentCount, char **Arguments) {
  constexpr int Failed = 125;
  Diagnostics Diags(errs(), "w2n-machorun");
  const StringRef CPU = ArgumentCount > 1 ? Arguments[1] : "";
  if (ArgumentCount < 3 || (CPU != "x86_64" && CPU != "arm64")) {
    errs() << "usage: w2n-machorun x86_64|arm64 PROGRAM [ARGUMENT...]\n";
    return Failed;
  }
  Diags.error(Arguments[2],
              start(Arguments[0], CPU, MutableArrayRef(Arguments + 2, Arguments + ArgumentCount)));
  return Failed;
}
