//===- Opcodes.cpp - The instructions --------------------------------------===//

#include "Wasm/Opcodes.h"

#include <cassert>
#include <cstddef>

namespace w2n {

namespace {
constexpr OpcodeInfo Rows[] = {
#define W2N_OP(NAME, CODE, TEXT, IMMEDIATE, SIGNATURE, FEATURE)                                    \
  {Opcode::NAME, TEXT, ImmediateKind::IMMEDIATE, SIGNATURE, Feature::FEATURE},
#include "Wasm/Opcodes.def"
};

/// Where each instruction is in Rows.
enum class Row : uint16_t {
#define W2N_OP(NAME, CODE, TEXT, IMMEDIATE, SIGNATURE, FEATURE) NAME,
#include "Wasm/Opcodes.def"
};

/// Codes First to Last of a feature that has no rows yet.
struct FeatureCodes {
  uint32_t First;
  uint32_t Last;
  Feature Needs;
};

constexpr FeatureCodes UnknownCodes[] = {
    {0xD3, 0xD3, Feature::GC}, // ref.eq
    {0xFB00, 0xFB1E, Feature::GC},
    {0xFE00, 0xFE4E, Feature::Threads},
};
} // namespace

bool opensBlock(Opcode Op) {
  return Op == Opcode::Block || Op == Opcode::Loop || Op == Opcode::If || Op == Opcode::Try ||
         Op == Opcode::TryTable;
}

bool closesBlock(Opcode Op) { return Op == Opcode::End || Op == Opcode::Delegate; }

const OpcodeInfo *findOpcode(uint32_t Code) {
  switch (Code) {
#define W2N_OP(NAME, CODE, TEXT, IMMEDIATE, SIGNATURE, FEATURE)                                    \
  case CODE:                                                                                       \
    return &Rows[static_cast<size_t>(Row::NAME)];
#include "Wasm/Opcodes.def"
  default:
    return nullptr;
  }
}

const OpcodeInfo &opcodeInfo(Opcode Op) {
  const OpcodeInfo *const Info = findOpcode(static_cast<uint32_t>(Op));
  assert(Info && "every enumerator of Opcode has a row");
  return *Info;
}

std::optional<Feature> featureOfUnknownOpcode(uint32_t Code) {
  for (const FeatureCodes &Range : UnknownCodes)
    if (Range.First <= Code && Code <= Range.Last)
      return Range.Needs;
  return std::nullopt;
}

} // namespace w2n
