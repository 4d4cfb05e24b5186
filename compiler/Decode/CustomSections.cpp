//===- CustomSections.cpp - What custom sections say -----------------------===//

#include "Decode/CustomSections.h"

#include "Decode/TypeReader.h"
#include "Support/Error.h"
#include "Wasm/Features.h"
#include "Wasm/Limits.h"

#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace w2n {

bool readCustomSection(Module &M, StringRef Name, function_ref<void(ByteReader &)> Read) {
  const auto Section =
      find_if(M.CustomSections, [&](const CustomSection &S) { return S.Name == Name; });
  if (Section == M.CustomSections.end())
    return false;
  ByteReader R(M.bytes(Section->Content), Section->Content.Offset);
  Read(R);
  if (!R.failed() && !R.atEnd())
    R.fail(R.offset(), "bytes after its end");
  handleAllErrors(R.takeError(), [&](const InputError &E) {
    M.Remarks.push_back({E.place().Offset.value_or(Section->Content.Offset),
                         ("the custom section '" + Name + "' is ignored: " + E.message()).str()});
  });
  return !R.failed();
}

void decodeProducers(Module &M) {
  std::vector<Producer> Found;
  const auto Read = [&](ByteReader &R) {
    const uint32_t Fields = readCount(R, MaxProducers, "fields");
    for (uint32_t I = 0; I < Fields && !R.failed(); ++I) {
      const StringRef Field = R.readName();
      const uint32_t Count = readCount(R, MaxProducers, "producers");
      for (uint32_t J = 0; J < Count && !R.failed(); ++J) {
        const StringRef Name = R.readName();
        Found.push_back({Field, Name, R.readName()});
      }
    }
  };
  if (readCustomSection(M, "producers", Read))
    M.Producers = std::move(Found);
}

static TargetFeature readTargetFeature(ByteReader &R) {
  const uint64_t Offset = R.offset();
  const char Prefix = static_cast<char>(R.readByte());
  if (Prefix != '+' && Prefix != '-' && Prefix != '=')
    R.fail(Offset, "a feature is neither used nor disallowed");
  return {Prefix, R.readName(), Offset};
}

void decodeTargetFeatures(Module &M) {
  std::vector<TargetFeature> Found;
  const auto Read = [&](ByteReader &R) {
    const uint32_t Count = readCount(R, MaxProducers, "features");
    for (uint32_t I = 0; I < Count && !R.failed(); ++I)
      Found.push_back(readTargetFeature(R));
  };
  if (!readCustomSection(M, "target_features", Read))
    return;
  for (const TargetFeature &F : Found)
    if (F.Prefix != '-' && !isTargetFeature(F.Name))
      M.Remarks.push_back({F.Offset, ("unknown target feature '" + F.Name + "'").str()});
  M.TargetFeatures = std::move(Found);
}

void decodeCustomSections(Module &M) {
  decodeNames(M);
  decodeBranchHints(M);
  decodeProducers(M);
  decodeTargetFeatures(M);
}

} // namespace w2n
