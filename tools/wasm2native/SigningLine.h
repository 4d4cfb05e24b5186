//===- SigningLine.h - The words of the command line about signatures ------===//

#ifndef W2N_TOOLS_WASM2NATIVE_SIGNINGLINE_H
#define W2N_TOOLS_WASM2NATIVE_SIGNINGLINE_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"

#include <optional>
#include <string>
#include <vector>

namespace CLI {
class App;
} // namespace CLI

namespace w2n {

/// The options as they were written, of compilations and of `wasm2native sign`;
/// makeSigningPlan() judges them. What was not given is nothing.
struct SigningLine {
  std::optional<std::string> Sign;
  std::optional<std::string> PasswordFile;
  std::optional<std::string> Identifier;
  std::optional<std::string> TeamIdentifier;
  std::optional<std::string> Entitlements;
  bool AllowWeakEntitlements = false;
  bool HardenedRuntime = false;
  bool LinkerSigned = false;

  /// An option that was given; empty if none was.
  llvm::StringRef given() const;
};

/// The options of `wasm2native sign`.
struct SignLine {
  std::vector<std::string> Inputs;
  std::optional<std::string> Output;
  SigningLine Signing;
  /// The text of --help, where that was asked for.
  std::optional<std::string> Help;
};

/// The options of `wasm2native verify`.
struct VerifyLine {
  std::vector<std::string> Inputs;
  /// The text of --help, where that was asked for.
  std::optional<std::string> Help;
};

/// Adds the options that fill Line to those of App.
void addSigningOptions(CLI::App &App, SigningLine &Line);

/// Reads the arguments that follow "sign" or "verify". The InputError says which one is
/// unknown, lacks its value or is missing.
llvm::Expected<SignLine> parseSignLine(llvm::ArrayRef<const char *> Arguments);
llvm::Expected<VerifyLine> parseVerifyLine(llvm::ArrayRef<const char *> Arguments);

} // namespace w2n

#endif // W2N_TOOLS_WASM2NATIVE_SIGNINGLINE_H
