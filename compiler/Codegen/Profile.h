//===- Profile.h - Profiles that programs write, and how code is made by them ===//
//
// Functions are instrumented as they are lowered, before any pass: their control flow is then that
// of the module, and the same when the profile is used, whatever the level of optimisation and
// the parts are. In a profile a function has a name that lowering gives it.
//
//===----------------------------------------------------------------------===//

#ifndef W2N_CODEGEN_PROFILE_H
#define W2N_CODEGEN_PROFILE_H

#include "Codegen/Codegen.h"

namespace w2n {

/// What profiles call a function begins with this; no other symbol has a colon.
inline constexpr llvm::StringLiteral ProfileNamePrefix = "wasm:";

/// What of a profile was of use for a module or a part of one.
struct ProfileMatch {
  /// How many functions it is of.
  size_t Matched = 0;
  /// What it knows by other control flow than they have, by the names that profiles have.
  std::vector<std::string> Mismatched;

  void add(const ProfileMatch &More);
};

/// Adds up profiles, raw ones, those of llvm-profdata and in its text form, and gives them in the
/// form for CodegenOptions::Profile. An InputError names a file that cannot be read, that is no
/// profile or damaged, or one of code that was instrumented otherwise or by another compiler.
llvm::Expected<std::string> readProfiles(llvm::ArrayRef<std::string> Files);

/// Instruments M, which has just been lowered, or gives it Options.Profile, or neither.
ProfileMatch profileModule(llvm::Module &M, llvm::TargetMachine &Machine,
                           const CodegenOptions &Options);

} // namespace w2n

#endif // W2N_CODEGEN_PROFILE_H
