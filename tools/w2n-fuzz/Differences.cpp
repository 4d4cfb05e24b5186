//===- Differences.cpp - Where wabt and we disagree, and why we are right --===//

#include "Differences.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/Twine.h"
#include "llvm/Support/Regex.h"

using namespace llvm;

namespace w2n::fuzz {

static constexpr Difference Rows[] = {
#define W2N_DIFFERENCE(WHO, MESSAGE, REASON) {Refuser::WHO, MESSAGE, REASON},
#include "Differences.def"
};

ArrayRef<Difference> differences() { return Rows; }

std::optional<size_t> findDifference(Refuser Who, StringRef Message) {
  for (const auto &[Index, Row] : enumerate(Rows))
    if (Row.Who == Who && Regex(("^(" + Row.Message + ")$").str()).match(Message))
      return Index;
  return std::nullopt;
}

} // namespace w2n::fuzz
