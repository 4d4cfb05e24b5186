//===- CodeCache.cpp - The objects of earlier compilations -----------------===//

#include "Driver/CodeCache.h"

#include "llvm/Support/EndianStream.h"

using namespace llvm;

namespace w2n {

/// Parts one after the other, each behind its size.
static SmallVector<char, 0> join(ArrayRef<ObjectBytes> Parts) {
  SmallVector<char, 0> Result;
  raw_svector_ostream OS(Result);
  for (const ObjectBytes &Part : Parts) {
    support::endian::write<uint64_t>(OS, Part.size(), endianness::little);
    OS.write(Part.data(), Part.size());
  }
  return Result;
}

/// Takes apart what join() made: the cache has verified that it is that.
static std::vector<ObjectBytes> split(ArrayRef<char> Joined) {
  std::vector<ObjectBytes> Result;
  while (!Joined.empty()) {
    const uint64_t Size = support::endian::read64le(Joined.data());
    Joined = Joined.drop_front(sizeof(Size));
    Result.emplace_back(Joined.take_front(Size));
    Joined = Joined.drop_front(Size);
  }
  return Result;
}

CachedCode CodeCache::find(const CodeInputs &Inputs) {
  CachedCode Result{codeKey(Inputs, Compiler), std::nullopt};
  if (const auto Found = Objects.find(Result.Key))
    Result.Objects = split(*Found);
  Remarks.push_back((Inputs.Target.Name + (Result.Objects ? ": hit" : ": miss")).str());
  return Result;
}

void CodeCache::store(const CacheKey &Key, const std::vector<ObjectBytes> &Parts) {
  if (Error E = Objects.store(Key, join(Parts)))
    Remarks.push_back(toString(std::move(E)));
}

void CodeCache::report(raw_ostream &OS) const {
  for (const std::string &Remark : Remarks)
    OS << "cache: " << Remark << '\n';
}

} // namespace w2n
