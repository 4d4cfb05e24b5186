//===- LinearAccess.cpp - Accesses of linear memory, taken apart -----------===//

#include "Optimize/LinearAccess.h"
#include "Optimize/BoundsCheck.h"
#include "Target/MemoryTags.h"

#include "llvm/IR/Operator.h"
#include "llvm/IR/PatternMatch.h"

using namespace llvm;
using namespace llvm::PatternMatch;

namespace w2n {

/// The base and index of an address in bytes; false for any other pointer.
static bool matchBytes(Value *Pointer, Value *&Base, Value *&Index) {
  auto *Element = dyn_cast<GEPOperator>(Pointer);
  if (!Element || Element->getNumIndices() != 1 || !Element->getSourceElementType()->isIntegerTy(8))
    return false;
  Base = Element->getPointerOperand();
  Index = Element->getOperand(1);
  return Index->getType()->isIntegerTy(64);
}

bool isChecked(const Instruction &Access) { return hasMemoryTag(Access, CheckedMemoryTag); }

static std::optional<LinearAccess> takeAnyApart(Instruction &I) {
  Value *Pointer = getLoadStorePointerOperand(&I);
  if (!Pointer || I.isVolatile())
    return std::nullopt;
  uint64_t Offset = 0;
  Value *Index = nullptr;
  const APInt *Constant = nullptr;
  while (matchBytes(Pointer, Pointer, Index)) {
    if (match(Index, m_APInt(Constant))) {
      if (Constant->isNegative())
        return std::nullopt;
      Offset += Constant->getZExtValue();
      continue;
    }
    if (Value *Sum = nullptr; match(Index, m_NUWAdd(m_Value(Sum), m_APInt(Constant)))) {
      Offset += Constant->getZExtValue();
      Index = Sum;
    }
    auto *Extended = dyn_cast<ZExtInst>(Index);
    if (!Extended || !Extended->getSrcTy()->isIntegerTy(32) || Offset > UINT32_MAX)
      return std::nullopt;
    return LinearAccess{&I, Pointer, Extended, Offset};
  }
  return std::nullopt;
}

std::optional<LinearAccess> takeApart(Instruction &I) {
  return isChecked(I) ? std::nullopt : takeAnyApart(I);
}

std::optional<LinearAccess> takeCheckedApart(Instruction &I) {
  return isChecked(I) ? takeAnyApart(I) : std::nullopt;
}

void setPointer(const LinearAccess &Access, Value *Pointer) {
  const unsigned Operand = isa<LoadInst>(Access.Access) ? LoadInst::getPointerOperandIndex()
                                                        : StoreInst::getPointerOperandIndex();
  Access.Access->setOperand(Operand, Pointer);
}

AddressSum splitAddress(Value *Address) {
  AddressSum Sum = {Address, 0};
  const APInt *Constant = nullptr;
  Value *Operand = nullptr;
  while (match(Sum.Root, m_AddLike(m_Value(Operand), m_APInt(Constant)))) {
    Sum.Root = Operand;
    Sum.Constant += static_cast<uint32_t>(Constant->getZExtValue());
  }
  return Sum;
}

} // namespace w2n
