//===- Mutator.cpp - From modules to modules that are almost like them -----===//

#include "Mutator.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/BinaryFormat/Wasm.h"

using namespace llvm;

namespace w2n::fuzz {

/// A number below Count. The remainder is not quite uniform, but the same everywhere.
static size_t below(std::mt19937_64 &R, size_t Count) { return R() % Count; }

template <typename T> static T &pick(std::vector<T> &From, std::mt19937_64 &R) {
  return From[below(R, From.size())];
}
template <typename T> static const T &pick(const std::vector<T> &From, std::mt19937_64 &R) {
  return From[below(R, From.size())];
}

/// Changes, removes or inserts one byte.
static void mutateByte(Bytes &B, std::mt19937_64 &R) {
  // Where LEB128 numbers, types and block types end or change their sign.
  constexpr uint8_t Edges[] = {0x00, 0x01, 0x3F, 0x40, 0x7F, 0x80, 0xFF};
  if (B.empty())
    return B.push_back(static_cast<uint8_t>(R()));
  const auto Place = B.begin() + static_cast<ptrdiff_t>(below(R, B.size()));
  switch (below(R, 6)) {
  case 0:
    *Place = static_cast<uint8_t>(R());
    return;
  case 1:
    *Place ^= 1 << below(R, 8);
    return;
  case 2:
    *Place = Edges[below(R, std::size(Edges))];
    return;
  case 3:
    *Place += below(R, 2) ? 1 : -1;
    return;
  case 4:
    B.erase(Place);
    return;
  default:
    B.insert(Place, static_cast<uint8_t>(R()));
    return;
  }
}

Mutator::Mutator(std::vector<Bytes> TheModules, size_t ValidCount)
    : Modules(std::move(TheModules)), ValidCount(ValidCount) {
  for (const Bytes &Module : Modules)
    collect(Module);
}

void Mutator::collect(const Bytes &Module) {
  const auto Sections = splitModule(Module);
  if (!Sections)
    return;
  for (const Section &S : *Sections) {
    SectionPool[S.Id].push_back(S.Content);
    if (S.Id != wasm::WASM_SEC_CODE)
      continue;
    const auto Bodies = splitCode(S.Content);
    for (const Body &B : Bodies.value_or(std::vector<Body>()))
      for (const Op &O : B.Ops) {
        OpcodePool[O.Code].push_back(O);
        SignaturePool[opcodeInfo(O.Code).Signature].push_back(O);
      }
  }
}

const Op &Mutator::randomOp(Random &R) const {
  return pick(std::next(OpcodePool.begin(), below(R, OpcodePool.size()))->second, R);
}

const Op &Mutator::similarOp(const Op &To, Random &R) const {
  return pick(SignaturePool.find(opcodeInfo(To.Code).Signature)->second, R);
}

void Mutator::mutateBody(Body &B, Random &R) const {
  if (B.Ops.empty() || OpcodePool.empty())
    return mutateByte(B.Locals, R);
  const size_t Place = below(R, B.Ops.size());
  const auto At = B.Ops.begin() + static_cast<ptrdiff_t>(Place);
  switch (below(R, 10)) {
  case 0:
  case 1:
  case 2:
    B.Ops[Place] = similarOp(B.Ops[Place], R);
    return;
  case 3:
  case 4:
    return mutateByte(B.Ops[Place].Encoding, R);
  case 5:
    B.Ops.insert(At, Op(randomOp(R)));
    return;
  case 6:
    B.Ops.insert(At, Op(pick(B.Ops, R)));
    return;
  case 7:
    B.Ops.erase(At);
    return;
  case 8:
    std::swap(B.Ops[Place], pick(B.Ops, R));
    return;
  default:
    return mutateByte(B.Locals, R);
  }
}

void Mutator::mutateSections(std::vector<Section> &Sections, Random &R) const {
  const size_t Place = below(R, Sections.size());
  Section &S = Sections[Place];
  const auto At = Sections.begin() + static_cast<ptrdiff_t>(Place);
  switch (below(R, 8)) {
  case 0:
    Sections.erase(At);
    return;
  case 1:
    Sections.insert(At, Section(pick(Sections, R)));
    return;
  case 2:
    std::swap(S, pick(Sections, R));
    return;
  case 3:
    if (const auto Found = SectionPool.find(S.Id); Found != SectionPool.end())
      S.Content = pick(Found->second, R);
    return;
  default:
    return mutateByte(S.Content, R);
  }
}

Bytes Mutator::mutant(uint64_t Seed, uint64_t Index) const {
  std::seed_seq Seeds{Seed, Seed >> 32, Index, Index >> 32};
  Random R(Seeds);
  const bool FromValid = ValidCount != 0 && below(R, 4) != 0;
  Bytes Result = Modules[below(R, FromValid ? ValidCount : Modules.size())];
  const size_t Count = 1 + below(R, 2) * below(R, 4);
  auto Sections = splitModule(Result);
  if (!Sections || Sections->empty() || below(R, 4) == 0) {
    for (size_t I = 0; I < Count; ++I)
      mutateByte(Result, R);
    return Result;
  }

  const auto Code = find_if(*Sections, [](auto &S) { return S.Id == wasm::WASM_SEC_CODE; });
  if (Code != Sections->end() && below(R, 4) != 0) {
    if (auto Bodies = splitCode(Code->Content); Bodies && !Bodies->empty()) {
      for (size_t I = 0; I < Count; ++I)
        mutateBody(pick(*Bodies, R), R);
      Code->Content = joinCode(*Bodies);
      return joinModule(*Sections);
    }
  }
  for (size_t I = 0; I < Count && !Sections->empty(); ++I)
    mutateSections(*Sections, R);
  return joinModule(*Sections);
}

} // namespace w2n::fuzz
