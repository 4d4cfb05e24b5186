//===- Diagnostics.h - How problems are shown ------------------------------===//
//
// file.wasm:0x1a3: error: type mismatch in i32.add [function 12 'main']
//
//===----------------------------------------------------------------------===//

#ifndef W2N_SUPPORT_DIAGNOSTICS_H
#define W2N_SUPPORT_DIAGNOSTICS_H

#include "Support/Error.h"

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/raw_ostream.h"

namespace w2n {

/// Prints diagnostics in clang's format to one stream, in colours where the
/// stream is a terminal, and counts the errors.
class Diagnostics {
public:
  /// OS must outlive this object. Tool is the name shown where there is no file.
  Diagnostics(llvm::raw_ostream &OS, llvm::StringRef Tool) : OS(OS), Tool(Tool.str()) {}

  /// Prints every error that E holds, as found in File (empty: no file is at fault).
  void error(llvm::StringRef File, llvm::Error E);
  void warning(llvm::StringRef File, const llvm::Twine &Message, const Place &Where = {});
  void note(llvm::StringRef File, const llvm::Twine &Message, const Place &Where = {});

  /// 0 while there was no error; 1 if the input or options are at fault; 2 if
  /// we are (any error that is not an InputError).
  int exitCode() const { return ExitCode; }

private:
  llvm::raw_ostream &OS;
  std::string Tool;
  int ExitCode = 0;

  void print(llvm::StringRef File, const Place &Where, llvm::StringRef Severity,
             llvm::raw_ostream::Colors Color, llvm::StringRef Message);
};

} // namespace w2n

#endif // W2N_SUPPORT_DIAGNOSTICS_H
