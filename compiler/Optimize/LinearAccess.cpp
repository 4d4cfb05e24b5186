//===- LinearAccess.cpp - Accesses of linear memory, taken apart -----------===//

#include "Optimize/LinearAccess.h"

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

bool hasMemoryType(const Instruction &I, StringRef TypeName) {
  const MDNode *Tag = I.getMetadata(LLVMContext::MD_tbaa);
  const auto *Type = Tag ? dyn_cast<MDNode>(Tag->getOperand(1)) : nullptr;
  const auto *Name = Type ? dyn_cast<MDString>(Type->getOperand(0)) : nullptr;
  return Name && Name->getString() == TypeName;
}

/// Adds a constant of an address to an offset; false where the sum is no 32-bit offset.
static bool addOffset(uint64_t &Offset, const APInt &Constant) {
  if (Constant.ugt(UINT32_MAX))
    return false;
  Offset += Constant.getZExtValue();
  return Offset <= UINT32_MAX;
}

/// Takes an access apart that has the type of one kind of memory: tables and globals never are
/// taken for it, whatever form their addresses have.
static std::optional<LinearAccess> takeApart(Instruction &I, StringRef TypeName) {
  Value *Pointer = getLoadStorePointerOperand(&I);
  if (!Pointer || I.isVolatile() || !hasMemoryType(I, TypeName))
    return std::nullopt;
  uint64_t Offset = 0;
  Value *Index = nullptr;
  const APInt *Constant = nullptr;
  while (matchBytes(Pointer, Pointer, Index)) {
    if (match(Index, m_APInt(Constant))) {
      if (!addOffset(Offset, *Constant))
        return std::nullopt;
      continue;
    }
    if (Value *Sum = nullptr; match(Index, m_NUWAdd(m_Value(Sum), m_APInt(Constant)))) {
      if (!addOffset(Offset, *Constant))
        return std::nullopt;
      Index = Sum;
    }
    auto *Extended = dyn_cast<ZExtInst>(Index);
    if (!Extended || !Extended->getSrcTy()->isIntegerTy(32))
      return std::nullopt;
    return LinearAccess{&I, Pointer, Extended, Offset};
  }
  return std::nullopt;
}

std::optional<LinearAccess> takeApart(Instruction &I) { return takeApart(I, LinearMemoryTypeName); }

std::optional<LinearAccess> takeCheckedApart(Instruction &I) {
  return takeApart(I, CheckedMemoryTypeName);
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
    Sum.Constant += Constant->getZExtValue();
  }
  Sum.Constant &= UINT64_MAX >> (64 - Address->getType()->getIntegerBitWidth());
  return Sum;
}

} // namespace w2n
