//===- Capabilities.cpp - What a program may do, from the command line -----===//

#include "Capabilities.h"

#include "Support/Error.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/FileSystem.h"

using namespace llvm;

namespace w2n {

static Error malformed(const char *Option, StringRef Value, const Twine &Problem) {
  return inputError(StringRef(Option) + "=" + Value + ": " + Problem);
}

/// HOST[::GUEST][:ro]. A colon elsewhere is likely to be a mistake: :rw, or HOST:GUEST.
static Expected<Preopen> parseDirectory(StringRef Value) {
  constexpr const char *Forms = "; this is written HOST, HOST::GUEST or HOST::GUEST:ro";
  StringRef Rest = Value;
  Preopen Result;
  Result.ReadOnly = Rest.consume_back(":ro");
  const auto [Host, Guest] = Rest.split("::");
  if (Host.empty())
    return malformed("--dir", Value, "the directory of the host is missing");
  if (Guest.empty() && Rest.contains("::"))
    return malformed("--dir", Value, "the name that the program sees is missing");
  if (Guest.contains(':'))
    return malformed("--dir", Value, "there is a colon in '" + Guest + "'" + Forms);
  if (Host.contains(':') && !sys::fs::exists(Host))
    return malformed("--dir", Value, "there is no '" + Host + "'" + Forms);
  Result.HostPath = Host.str();
  Result.GuestPath = Guest.empty() ? Host.str() : Guest.str();
  return Result;
}

static Error addDirectories(ArrayRef<std::string> Values, ProgramCapabilities &Result) {
  for (const std::string &Value : Values) {
    auto Directory = parseDirectory(Value);
    if (!Directory)
      return Directory.takeError();
    if (any_of(Result.Preopens,
               [&](const Preopen &Other) { return Other.GuestPath == Directory->GuestPath; }))
      return malformed("--dir", Value, "another --dir gives the program this name");
    Result.Preopens.push_back(std::move(*Directory));
  }
  return Error::success();
}

static Error addEnvironment(ArrayRef<std::string> Values, ProgramCapabilities &Result) {
  for (const std::string &Value : Values) {
    const StringRef Name = StringRef(Value).split('=').first;
    if (Name.empty() || Name.size() == Value.size())
      return malformed("--env", Value, "this is not NAME=VALUE");
    if (any_of(Result.Environment, [&](StringRef Other) { return Other.split('=').first == Name; }))
      return malformed("--env", Value, "the variable is set twice");
    Result.Environment.push_back(Value);
  }
  return Error::success();
}

static Error addInherited(ArrayRef<std::string> Values, ProgramCapabilities &Result) {
  for (const std::string &Value : Values) {
    if (Value.empty()) {
      Result.InheritAllEnvironment = true;
      continue;
    }
    SmallVector<StringRef, 4> Names;
    StringRef(Value).split(Names, ',');
    for (const StringRef Name : Names) {
      if (Name.empty() || Name.contains('='))
        return malformed("--inherit-env", Value, "this is not a list of names");
      Result.InheritedEnvironment.push_back(Name.str());
    }
  }
  return Error::success();
}

Expected<ProgramCapabilities> parseCapabilities(const CommandLine &Line) {
  ProgramCapabilities Result;
  if (Error E = addDirectories(Line.Directories, Result))
    return E;
  if (Error E = addEnvironment(Line.Environment, Result))
    return E;
  if (Error E = addInherited(Line.InheritedEnvironment, Result))
    return E;
  Result.Argument0 = Line.Argument0;
  Result.RuntimeDirectories = Line.RuntimeDirectories;
  return Result;
}

StringRef givenCapability(const CommandLine &Line) {
  if (!Line.Directories.empty())
    return "--dir";
  if (!Line.Environment.empty())
    return "--env";
  if (!Line.InheritedEnvironment.empty())
    return "--inherit-env";
  if (Line.Argument0)
    return "--arg0";
  return Line.RuntimeDirectories ? "--runtime-dirs" : "";
}

} // namespace w2n
