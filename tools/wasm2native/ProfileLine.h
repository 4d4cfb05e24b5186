//===- ProfileLine.h - The words of the command line about profiles --------===//

#ifndef W2N_TOOLS_WASM2NATIVE_PROFILELINE_H
#define W2N_TOOLS_WASM2NATIVE_PROFILELINE_H

#include "Driver/Options.h"

#include "llvm/Support/Error.h"

#include <string>
#include <vector>

namespace CLI {
class App;
} // namespace CLI

namespace w2n {

/// The options as they were written.
struct ProfileLine {
  /// Of --profile-generate, of which the last counts.
  std::vector<std::string> Outputs;
  std::vector<std::string> Files;
};

/// Adds the options that fill Line to those of App.
void addProfileOptions(CLI::App &App, ProfileLine &Line);

/// Sets what Line asks for. The InputError says what contradicts itself, or what is wrong with the
/// name of a file.
llvm::Error setProfile(const ProfileLine &Line, Options &Result);

} // namespace w2n

#endif // W2N_TOOLS_WASM2NATIVE_PROFILELINE_H
