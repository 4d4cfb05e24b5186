//===- Dependencies.cpp - What an output is made of, for make --------------===//

#include "Driver/Dependencies.h"

#include "Support/FileIO.h"

#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace w2n {

/// A name as make reads it, which takes spaces and numbers signs for its own. Nothing can be
/// done for the end of a line.
static std::string quoted(StringRef Name) {
  std::string Result;
  for (const char C : Name) {
    if (C == ' ' || C == '\t' || C == '#')
      Result += '\\';
    Result += C == '$' ? "$$" : std::string(1, C);
  }
  return Result;
}

Error writeDependencies(const Options &Opts) {
  if (Opts.DependencyFile.empty())
    return Error::success();
  std::string Rule = quoted(Opts.Output) + ":";
  if (Opts.Input != "-")
    Rule += " " + quoted(Opts.Input);
  for (const std::string &File : Opts.ProfileFiles)
    Rule += " " + quoted(File);
  Rule += "\n";
  return writeFileAtomically(Opts.DependencyFile, arrayRefFromStringRef(Rule),
                             /*Executable=*/false);
}

} // namespace w2n
