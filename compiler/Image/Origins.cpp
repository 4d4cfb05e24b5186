//===- Origins.cpp - What modules an image was made from -------------------===//

#include "Image/Origins.h"

#include "Support/ByteReader.h"
#include "Support/Error.h"
#include "abi/origin_note.h"

#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace w2n {

constexpr size_t HashSize = sizeof(w2n_origin_note::module_hash);

static Expected<ModuleOrigin> readOrigin(ArrayRef<uint8_t> Content) {
  ModuleOrigin Result;
  ByteReader R(Content, 0);
  Result.ModuleHash = toHex(R.readBytes(HashSize), /*LowerCase=*/true);
  const uint32_t Flags = R.readFixedU32();
  const StringRef Text = toStringRef(R.readBytes(R.remaining()));
  const size_t End = Text.find('\0');
  if (R.failed() || End == StringRef::npos)
    return inputError("a note on a module is cut off");
  if (Flags & ~(W2N_ORIGIN_GUARDED | W2N_ORIGIN_PRECISE_TRAPS | W2N_ORIGIN_DETERMINISTIC))
    return inputError("a note on a module has unknown flags");
  if (Text.find_first_not_of('\0', End) != StringRef::npos)
    return inputError("something follows the end of a note on a module");
  Result.Guarded = Flags & W2N_ORIGIN_GUARDED;
  Result.PreciseTraps = Flags & W2N_ORIGIN_PRECISE_TRAPS;
  Result.Deterministic = Flags & W2N_ORIGIN_DETERMINISTIC;
  Result.Producer = Text.take_front(End).str();
  return Result;
}

Expected<std::vector<ModuleOrigin>> readOrigins(ArrayRef<ImageNote> Notes) {
  std::vector<ModuleOrigin> Result;
  for (const ImageNote &Note : Notes) {
    if (Note.Owner != W2N_ORIGIN_OWNER)
      continue;
    if (Note.Type != W2N_ORIGIN_VERSION)
      return inputError("the version of a note on a module is unknown: " + Twine(Note.Type));
    auto Origin = readOrigin(Note.Content);
    if (!Origin)
      return Origin.takeError();
    Result.push_back(std::move(*Origin));
  }
  return Result;
}

} // namespace w2n
