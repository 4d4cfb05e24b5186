//===- Process.cpp - The images of a process, and their symbols ------------===//

#include "Process.h"
#include "LibSystem.h"

#include "Support/Error.h"

#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace w2n::machorun {

static std::string joinPath(StringRef Folder, StringRef Rest) {
  SmallString<256> Path(Folder);
  sys::path::append(Path, Rest);
  return Path.str().str();
}

std::string Process::expand(StringRef Name, unsigned Loader) const {
  if (Name.consume_front("@loader_path/"))
    return joinPath(sys::path::parent_path(Images[Loader].Path), Name);
  if (Name.consume_front("@executable_path/"))
    return joinPath(sys::path::parent_path(Images[0].Path), Name);
  return Name.str();
}

std::optional<unsigned> Process::findLoaded(StringRef Name) const {
  for (unsigned I = 1; I < Images.size(); ++I)
    if (Images[I].InstallName == Name || Images[I].Path == Name)
      return I;
  return std::nullopt;
}

std::optional<std::string> Process::findFile(StringRef Name, unsigned Loader) const {
  std::vector<std::string> Candidates;
  StringRef Rest = Name;
  if (Rest.consume_front("@rpath/"))
    for (const std::string &Folder : Images[Loader].SearchPaths)
      Candidates.push_back(joinPath(Folder, Rest));
  else
    Candidates.push_back(expand(Name, Loader));
  for (const std::string &Candidate : Candidates) {
    SmallString<256> Path;
    if (!sys::fs::real_path(Candidate, Path))
      return Path.str().str();
  }
  return std::nullopt;
}

Expected<unsigned> Process::load(StringRef Path, std::optional<unsigned> Loader) {
  auto Read = readImage(Path, CPU);
  if (!Read)
    return Read.takeError();
  if (Loader.has_value() != Read->View.isLibrary())
    return inputError(Loader ? "it is not a library" : "it is not a program");
  if (Loader && Read->Platform != Images[0].Platform)
    return inputError("it is for another platform than the program");
  const unsigned Index = Images.size();
  Images.push_back({std::move(*Read), {}, {}});
  for (const std::string &RunPath : Images[Index].RunPaths)
    Images[Index].SearchPaths.push_back(expand(RunPath, Index));
  if (Loader)
    append_range(Images[Index].SearchPaths, Images[*Loader].SearchPaths);
  return Index;
}

Expected<Provider> Process::find(const Library &Wanted, unsigned Loader) {
  if (isLibSystem(Wanted.Name))
    return Provider{Provider::Kind::LibSystem, 0};
  std::optional<unsigned> Found = findLoaded(Wanted.Name);
  const std::optional<std::string> Path = findFile(Wanted.Name, Loader);
  if (!Found && Path)
    Found = findLoaded(*Path);
  if (!Found && !Path && Wanted.IsWeak)
    return Provider{Provider::Kind::Missing, 0};
  if (!Found && !Path)
    return inputError("library not loaded: " + Wanted.Name + ": no such file");
  if (!Found) {
    auto Index = load(*Path, Loader);
    if (!Index)
      return handleErrors(Index.takeError(), [&](const InputError &E) {
        return inputError("library not loaded: " + Wanted.Name + ": " + E.message());
      });
    Found = *Index;
  }
  if (Images[*Found].CompatibilityVersion < Wanted.Version)
    return inputError("library not loaded: " + Wanted.Name + ": incompatible version");
  return Provider{Provider::Kind::Image, *Found};
}

/// Those of the image and of all images that come with it, breadth first.
Error Process::loadLibraries(unsigned Index) {
  for (; Index < Images.size(); ++Index)
    for (const Library &Wanted : Images[Index].Libraries) {
      auto Found = find(Wanted, Index);
      if (!Found)
        return Found.takeError();
      Images[Index].Providers.push_back(*Found);
    }
  return Error::success();
}

Error Process::start(StringRef Path) {
  auto Index = load(Path, std::nullopt);
  return Index ? loadLibraries(*Index) : Index.takeError();
}

void Process::forget(unsigned First) {
  while (Images.size() > First)
    Images.pop_back();
}

Expected<unsigned> Process::open(StringRef Name, unsigned Loader) {
  const unsigned Before = Images.size();
  auto Found = find({Name.str(), 0, false, false, false}, Loader);
  Error Failure = Found ? loadLibraries(Before) : Found.takeError();
  if (Failure) {
    forget(Before);
    return std::move(Failure);
  }
  if (Found->Where == Provider::Kind::LibSystem)
    return inputError("dlopen of libSystem is not modelled");
  return Found->Index;
}

std::optional<Definition> Process::lookUp(const Provider &Library, StringRef Symbol,
                                          unsigned Depth) const {
  switch (Library.Where) {
  case Provider::Kind::Image:
    return lookUpInImage(Library.Index, Symbol, Depth);
  case Provider::Kind::LibSystem:
    if (isInLibSystem(Symbol, CPU))
      return Definition{Definition::Kind::LibSystem, 0, 0, Symbol.str()};
    return std::nullopt;
  case Provider::Kind::Missing:
    return std::nullopt;
  }
  llvm_unreachable("all places are above");
}

std::optional<Definition> Process::lookUpInImage(unsigned Index, StringRef Symbol,
                                                 unsigned Depth) const {
  // Libraries may re-export each other's symbols in a circle.
  constexpr unsigned DepthLimit = 64;
  if (Depth == DepthLimit)
    return std::nullopt;
  const LoadedImage &Image = Images[Index];
  const auto Found = Image.Exports.find(Symbol);
  if (Found != Image.Exports.end()) {
    const Export &Row = Found->second;
    if (!(Row.Flags & MachO::EXPORT_SYMBOL_FLAGS_REEXPORT))
      return Definition{Definition::Kind::Image, Index, Row.Address, ""};
    if (Row.Ordinal < 1 || Row.Ordinal > Image.Providers.size())
      return std::nullopt;
    return lookUp(Image.Providers[Row.Ordinal - 1], Row.OtherName.empty() ? Symbol : Row.OtherName,
                  Depth + 1);
  }
  for (size_t I = 0; I < Image.Providers.size(); ++I)
    if (Image.Libraries[I].IsReexported)
      if (auto Inside = lookUp(Image.Providers[I], Symbol, Depth + 1))
        return Inside;
  return std::nullopt;
}

std::optional<Definition> Process::lookUpEverywhere(StringRef Symbol) const {
  for (unsigned I = 0; I < Images.size(); ++I)
    if (auto Found = lookUpInImage(I, Symbol, 0))
      return Found;
  return lookUp({Provider::Kind::LibSystem, 0}, Symbol, 0);
}

Expected<Definition> Process::bind(unsigned From, int Ordinal, StringRef Symbol,
                                   bool MayBeMissing) const {
  const LoadedImage &Image = Images[From];
  std::optional<Definition> Found;
  std::string Where = "in the process";
  switch (Ordinal) {
  case MachO::BIND_SPECIAL_DYLIB_SELF:
    Found = lookUpInImage(From, Symbol, 0);
    break;
  case MachO::BIND_SPECIAL_DYLIB_MAIN_EXECUTABLE:
    Found = lookUpInImage(0, Symbol, 0);
    break;
  case MachO::BIND_SPECIAL_DYLIB_FLAT_LOOKUP:
  case MachO::BIND_SPECIAL_DYLIB_WEAK_LOOKUP:
    Found = lookUpEverywhere(Symbol);
    break;
  default:
    if (Ordinal < 1 || size_t(Ordinal) > Image.Providers.size())
      return inputError(Symbol + " has a library ordinal that is not modelled");
    Found = lookUp(Image.Providers[Ordinal - 1], Symbol, 0);
    Where = "in " + Image.Libraries[Ordinal - 1].Name;
  }
  if (Found)
    return *Found;
  if (MayBeMissing)
    return Definition{Definition::Kind::Missing, 0, 0, ""};
  return inputError("symbol not found " + Where + ": " + Symbol);
}

} // namespace w2n::machorun
