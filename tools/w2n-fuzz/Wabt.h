//===- Wabt.h - What wabt's validator says of a module ---------------------===//

#ifndef W2N_FUZZ_WABT_H
#define W2N_FUZZ_WABT_H

#include "Wasm/Features.h"

#include "llvm/ADT/ArrayRef.h"

#include <optional>
#include <string>

namespace w2n::fuzz {

/// The features that wabt's validator has, of ours.
Features featuresOfWabt();

enum class WabtVerdict { Valid, Invalid, Crashed };

struct WabtOpinion {
  WabtVerdict Verdict = WabtVerdict::Invalid;
  /// Its first error; empty for a valid module.
  std::string Message;
};

/// What wabt makes of a module with these features on. Errors in custom sections do
/// not count, as the specification has it.
WabtOpinion askWabt(llvm::ArrayRef<uint8_t> Module);

} // namespace w2n::fuzz

#endif // W2N_FUZZ_WABT_H
