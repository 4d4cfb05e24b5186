//===- Tool.cpp - What the commands have in common -------------------------===//

#include "Common/Tool.h"

#include "llvm/ADT/SmallString.h"
#include "llvm/Config/llvm-config.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace w2n {

std::string versionText(StringRef Tool) {
  return (Tool + " " W2N_VERSION " (LLVM " LLVM_VERSION_STRING ")").str();
}

std::string runtimeDirectory(const char *Argument0) {
  void *const AddressInProgram = reinterpret_cast<void *>(&runtimeDirectory);
  SmallString<128> Path(sys::fs::getMainExecutable(Argument0, AddressInProgram));
  sys::path::remove_filename(Path);
  sys::path::append(Path, "..", "lib", "wasm2native");
  sys::path::remove_dots(Path, /*remove_dot_dot=*/true);
  return Path.str().str();
}

int finish(Diagnostics &Diags) {
  outs().flush();
  if (const std::error_code Reason = outs().error()) {
    // LLVM takes an error that is still there at the end for a bug.
    outs().clear_error();
    Diags.error({}, inputError("cannot write '<stdout>': " + Reason.message()));
  }
  if (!errs().has_error())
    return Diags.exitCode();
  errs().clear_error();
  return std::max(Diags.exitCode(), 1);
}

} // namespace w2n
