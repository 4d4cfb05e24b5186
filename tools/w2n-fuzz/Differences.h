//===- Differences.h - Where wabt and we disagree, and why we are right ----===//

#ifndef W2N_FUZZ_DIFFERENCES_H
#define W2N_FUZZ_DIFFERENCES_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"

#include <optional>

namespace w2n::fuzz {

/// The one that refuses a module which the other accepts.
enum class Refuser { Wabt, Us };

/// A row of Differences.def.
struct Difference {
  Refuser Who;
  llvm::StringRef Message;
  llvm::StringRef Reason;
};

llvm::ArrayRef<Difference> differences();

/// The index in differences() of the row for what the refuser says, if there is one.
std::optional<size_t> findDifference(Refuser Who, llvm::StringRef Message);

} // namespace w2n::fuzz

#endif // W2N_FUZZ_DIFFERENCES_H
