//===- Validate.cpp - The only maker of ValidModule ------------------------===//

#include "Validate/Validate.h"

#include "Validate/Rules.h"
#include "Wasm/Matching.h"

#include "llvm/Support/ThreadPool.h"

#include <algorithm>
#include <optional>
#include <vector>

using namespace llvm;

namespace w2n {

/// Checks functions from First up to, but not with, End; stops at the first at fault.
static Error validateFunctions(const ModuleContext &C, uint32_t First, uint32_t End) {
  for (uint32_t Index = First; Index < End; ++Index)
    if (Error E = validateFunction(C, Index))
      return E;
  return Error::success();
}

static Error validateBodies(const ModuleContext &C, unsigned Threads) {
  constexpr uint32_t LeastFunctions = 256;
  const uint32_t First = C.M.ImportedFunctions;
  const auto Count = static_cast<uint32_t>(C.M.Functions.size()) - First;
  if (Threads == 1 || Count < 2 * LeastFunctions)
    return validateFunctions(C, First, First + Count);
  // More ranges than threads, since functions are of very different sizes.
  const uint32_t Ranges = std::min(Count / LeastFunctions, 8 * Threads);
  const auto Begin = [&](uint32_t Range) {
    return First + static_cast<uint32_t>(uint64_t{Count} * Range / Ranges);
  };
  std::vector<std::optional<Error>> Results(Ranges);
  DefaultThreadPool Pool(hardware_concurrency(Threads));
  for (uint32_t Range = 0; Range < Ranges; ++Range)
    Pool.async([&, Range] {
      Results[Range].emplace(validateFunctions(C, Begin(Range), Begin(Range + 1)));
    });
  Pool.wait();
  Error Result = Error::success();
  for (std::optional<Error> &E : Results)
    if (Result)
      consumeError(std::move(*E));
    else
      Result = std::move(*E);
  return Result;
}

Expected<ValidModule> validate(Module &&M, const Features &Enabled, unsigned Threads) {
  if (Error E = validateTypes(M))
    return E;
  M.CanonicalTypes = canonicalTypes(M);
  ModuleContext C(M, Enabled);
  if (Error E = validateDeclarations(C))
    return E;
  if (Error E = validateBodies(C, Threads))
    return E;
  return ValidModule(std::move(M), Enabled,
                     {C.HasTailCalls, C.WrittenTables.members(), C.ReadTables.members(),
                      C.IndirectTypes.members()});
}

} // namespace w2n
