//===- Parts.cpp - A module taken apart ------------------------------------===//

#include "Parts.h"

#include "Decode/OpReader.h"
#include "Support/ByteReader.h"

#include "llvm/Support/LEB128.h"

using namespace llvm;

namespace w2n::fuzz {

static constexpr size_t HeaderSize = 8;
static constexpr uint8_t Header[HeaderSize] = {0, 'a', 's', 'm', 1, 0, 0, 0};

static void append(Bytes &To, ArrayRef<uint8_t> From) {
  To.insert(To.end(), From.begin(), From.end());
}

static void appendNumber(Bytes &To, uint64_t Number) {
  uint8_t Encoded[10];
  append(To, ArrayRef(Encoded, encodeULEB128(Number, Encoded)));
}

std::optional<std::vector<Section>> splitModule(ArrayRef<uint8_t> Module) {
  ByteReader R(Module, 0);
  if (R.readBytes(HeaderSize) != ArrayRef(Header))
    return std::nullopt;
  std::vector<Section> Result;
  while (!R.atEnd()) {
    Section &S = Result.emplace_back();
    S.Id = R.readByte();
    const uint32_t Size = R.readVarU32();
    S.Content = R.readBytes(Size).vec();
    if (R.failed())
      return std::nullopt;
  }
  return Result;
}

Bytes joinModule(ArrayRef<Section> Sections) {
  Bytes Result(std::begin(Header), std::end(Header));
  for (const Section &S : Sections) {
    Result.push_back(S.Id);
    appendNumber(Result, S.Content.size());
    append(Result, S.Content);
  }
  return Result;
}

/// Moves R behind the declarations of locals.
static void skipLocals(ByteReader &R) {
  constexpr uint8_t TypedReferences[] = {0x63, 0x64};
  const uint32_t Runs = R.readVarU32();
  for (uint32_t I = 0; I < Runs && !R.failed(); ++I) {
    R.readVarU32();
    if (is_contained(TypedReferences, R.readByte()))
      R.readVarS33();
  }
}

static std::optional<Body> splitBody(ArrayRef<uint8_t> Entry) {
  Body Result;
  ByteReader R(Entry, 0);
  skipLocals(R);
  if (R.failed())
    return std::nullopt;
  Result.Locals = Entry.take_front(R.offset()).vec();
  const Features All = Features::supported();
  OpReader Ops(Entry.drop_front(R.offset()), R.offset(), All);
  for (Instruction I; Ops.next(I);)
    Result.Ops.push_back({I.Op, Entry.slice(I.Offset, Ops.offset() - I.Offset).vec()});
  if (errorToBool(Ops.takeError()))
    return std::nullopt;
  return Result;
}

std::optional<std::vector<Body>> splitCode(ArrayRef<uint8_t> Content) {
  ByteReader R(Content, 0);
  std::vector<Body> Result;
  const uint32_t Count = R.readVarU32();
  for (uint32_t I = 0; I < Count && !R.failed(); ++I) {
    const uint32_t Size = R.readVarU32();
    std::optional<Body> B = splitBody(R.readBytes(Size));
    if (!B)
      return std::nullopt;
    Result.push_back(std::move(*B));
  }
  if (R.failed() || !R.atEnd())
    return std::nullopt;
  return Result;
}

Bytes joinCode(ArrayRef<Body> Bodies) {
  Bytes Result;
  appendNumber(Result, Bodies.size());
  for (const Body &B : Bodies) {
    Bytes Entry = B.Locals;
    for (const Op &O : B.Ops)
      append(Entry, O.Encoding);
    appendNumber(Result, Entry.size());
    append(Result, Entry);
  }
  return Result;
}

} // namespace w2n::fuzz
