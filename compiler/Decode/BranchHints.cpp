//===- BranchHints.cpp - The metadata.code.branch_hint section -------------===//
//
// For each function, in order, the branches of which the producer knows which way they
// go: the offset of the instruction from the start of the function's entry in the code
// section, and whether it is likely to be taken.
//
//===----------------------------------------------------------------------===//

#include "Decode/CustomSections.h"
#include "Decode/TypeReader.h"
#include "Wasm/Limits.h"

#include <utility>

using namespace llvm;

namespace w2n {

using FunctionHints = std::pair<uint32_t, std::vector<BranchHint>>;

static BranchHint readHint(ByteReader &R, uint64_t EntryOffset) {
  const uint64_t Offset = R.offset();
  const uint32_t Distance = R.readVarU32();
  const uint32_t Size = R.readVarU32();
  const uint8_t Value = R.readByte();
  if (Size != 1 || Value > 1)
    R.fail(Offset, "malformed branch hint");
  return {EntryOffset + Distance, Value == 1};
}

static FunctionHints readFunctionHints(ByteReader &R, const Module &M) {
  const uint64_t Offset = R.offset();
  FunctionHints Result{R.readVarU32(), {}};
  if (Result.first < M.ImportedFunctions || Result.first >= M.Functions.size())
    R.fail(Offset, "branch hints of a function without a body");
  if (R.failed())
    return Result;
  const uint32_t Count = readCount(R, MaxBodySize, "branch hints");
  std::vector<BranchHint> &Hints = Result.second;
  for (uint32_t I = 0; I < Count && !R.failed(); ++I) {
    Hints.push_back(readHint(R, M.Functions[Result.first].EntryOffset));
    if (I > 0 && Hints[I].Offset <= Hints[I - 1].Offset)
      R.fail(Offset, "branch hints out of order");
  }
  return Result;
}

void decodeBranchHints(Module &M) {
  std::vector<FunctionHints> Found;
  const auto Read = [&](ByteReader &R) {
    const uint32_t Count = readCount(R, MaxFunctions, "functions with branch hints");
    for (uint32_t I = 0; I < Count && !R.failed(); ++I)
      Found.push_back(readFunctionHints(R, M));
  };
  if (!readCustomSection(M, "metadata.code.branch_hint", Read))
    return;
  for (FunctionHints &Hints : Found)
    M.Functions[Hints.first].Hints = std::move(Hints.second);
}

} // namespace w2n
