//===- ProfileLine.cpp - The words of the command line about profiles ------===//

#include "ProfileLine.h"

#include "Common/Parse.h"
#include "Support/Error.h"

namespace w2n {

void addProfileOptions(CLI::App &App, ProfileLine &Line) {
  const std::string Group = "Profiles";
  App.add_flag("--profile-generate{default.profraw}", Line.Outputs,
               "Make code that counts what it does, and writes that to FILE\n"
               "when the process ends: %p in its name is the number of that;\n"
               "default: default.profraw. LLVM_PROFILE_FILE names another")
      ->type_name("FILE")
      ->group(Group);
  App.add_option("--profile-use", Line.Files,
                 "Make code that is fast for what such files say; several are\n"
                 "added up")
      ->expected(1)
      ->allow_extra_args(false)
      ->take_all()
      ->type_name("FILE")
      ->group(Group);
}

/// What the runtime knows to put in the place of in a file's name.
static llvm::Error checkPattern(llvm::StringRef Name) {
  for (size_t At = Name.find('%'); At != llvm::StringRef::npos; At = Name.find('%', At + 2))
    if (!Name.substr(At + 1).starts_with("p") && !Name.substr(At + 1).starts_with("%"))
      return inputError("--profile-generate=" + Name + ": after % there can be p or another %");
  return llvm::Error::success();
}

llvm::Error setProfile(const ProfileLine &Line, Options &Result) {
  if (!Line.Outputs.empty() && !Line.Files.empty())
    return inputError("--profile-generate and --profile-use contradict each other");
  if (!Line.Outputs.empty())
    Result.Codegen.ProfileOutput = Line.Outputs.back();
  Result.ProfileFiles = Line.Files;
  return checkPattern(Result.Codegen.ProfileOutput.value_or(""));
}

} // namespace w2n
