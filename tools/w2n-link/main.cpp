//===- main.cpp - w2n-link: runs the link stage alone, for tests -----------===//
//
//   w2n-link program TARGET RUNTIME-DIRECTORY OUTPUT OBJECT...
//   w2n-link unsigned-program TARGET RUNTIME-DIRECTORY OUTPUT OBJECT...
//   w2n-link universal OUTPUT IMAGE...
//   w2n-link target TARGET
//
// Links objects as the compiler links what it has compiled, with the libw2n_program.a of
// the runtime directory; joins images into a universal file; prints a target's name.
//
//===----------------------------------------------------------------------===//

#include "Common/Tool.h"
#include "Image/Universal.h"
#include "Link/Link.h"
#include "Support/Diagnostics.h"
#include "Support/FileIO.h"

#include "llvm/ADT/StringExtras.h"

using namespace llvm;
using namespace w2n;

using Words = ArrayRef<const char *>;

static Expected<std::vector<std::unique_ptr<MemoryBuffer>>> readFiles(Words Files) {
  std::vector<std::unique_ptr<MemoryBuffer>> Result;
  for (const StringRef File : Files) {
    auto Buffer = readFile(File);
    if (!Buffer)
      return Buffer.takeError();
    Result.push_back(std::move(*Buffer));
  }
  return Result;
}

static std::vector<ArrayRef<char>> bytesOf(ArrayRef<std::unique_ptr<MemoryBuffer>> Buffers) {
  std::vector<ArrayRef<char>> Result;
  for (const auto &Buffer : Buffers)
    Result.emplace_back(Buffer->getBufferStart(), Buffer->getBufferSize());
  return Result;
}

static Error writeImage(StringRef Output, Expected<SmallVector<char, 0>> Image) {
  if (!Image)
    return Image.takeError();
  return writeFileAtomically(Output, arrayRefFromStringRef(StringRef(Image->data(), Image->size())),
                             /*Executable=*/true);
}

static Error linkProgram(StringRef TargetName, StringRef RuntimeDirectory, StringRef Output,
                         Words Files, bool Sign) {
  auto Target = findTarget(TargetName);
  if (!Target)
    return Target.takeError();
  auto Objects = readFiles(Files);
  if (!Objects)
    return Objects.takeError();
  LinkOptions Options;
  Options.OutputName = Output.str();
  Options.RuntimeDirectory = RuntimeDirectory.str();
  Options.RuntimeArchive = "libw2n_program.a";
  Options.Sign = Sign;
  return writeImage(Output, link(bytesOf(*Objects), *Target, Options));
}

static Error printTarget(StringRef Name) {
  auto Target = Name == "host" ? hostTarget() : findTarget(Name);
  if (!Target)
    return Target.takeError();
  outs() << Target->Name << '\n';
  return Error::success();
}

static Error run(StringRef Command, Words Rest) {
  if (Command.ends_with("program") && Rest.size() >= 3)
    return linkProgram(Rest[0], Rest[1], Rest[2], Rest.drop_front(3), Command == "program");
  if (Command == "universal" && Rest.size() >= 2) {
    auto Images = readFiles(Rest.drop_front());
    return Images ? writeImage(Rest[0], makeUniversal(bytesOf(*Images))) : Images.takeError();
  }
  if (Command == "target" && Rest.size() == 1)
    return printTarget(Rest[0]);
  return inputError("not a command of this tool; see the head of its source");
}

int main(int ArgumentCount, char **Arguments) {
  Diagnostics Diags(errs(), "w2n-link");
  const Words All(Arguments, ArgumentCount);
  if (Error E = run(All.size() > 1 ? All[1] : "", All.drop_front(std::min<size_t>(All.size(), 2))))
    Diags.error("", std::move(E));
  return finish(Diags);
}
