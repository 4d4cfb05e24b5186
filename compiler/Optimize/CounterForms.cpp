//===- CounterForms.cpp - Counters in the forms that passes know -----------===//

#include "Optimize/CounterForms.h"
#include "Optimize/SameBlocks.h"

#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/Analysis/ValueTracking.h"
#include "llvm/IR/IRBuilder.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/PatternMatch.h"

using namespace llvm;
using namespace llvm::PatternMatch;

namespace w2n {

namespace {
class LowHalves {
public:
  explicit LowHalves(Function &F) : F(F), Query(F.getDataLayout()) {}

  bool run();

private:
  Function &F;
  const SimplifyQuery Query;
  /// By what they are the low halves of.
  DenseMap<Value *, Value *> Known;

  bool isLowHalf(const Instruction &I) const;
  Value *lowHalfOf(Value *V, Instruction &Before);
  void rewrite(Instruction &Masked);
};
} // namespace

/// Whether an instruction masks a number so that its low half is left: the bits of that which the
/// mask lacks are 0 already.
bool LowHalves::isLowHalf(const Instruction &I) const {
  const Value *Whole = nullptr;
  const APInt *Mask = nullptr;
  if (!I.getType()->isIntegerTy(64) || !match(&I, m_And(m_Value(Whole), m_APInt(Mask))))
    return false;
  const APInt Missing = APInt::getLowBitsSet(64, 32) & ~*Mask;
  return Mask->getActiveBits() == 32 && MaskedValueIsZero(Whole, Missing, Query);
}

/// The low half of a 64-bit number. Additions of constants are done in 32 bits, where passes look
/// for them.
Value *LowHalves::lowHalfOf(Value *V, Instruction &Before) {
  Value *Sum = nullptr;
  const APInt *Constant = nullptr;
  IRBuilder<> Builder(&Before);
  if (match(V, m_Add(m_Value(Sum), m_APInt(Constant))))
    return Builder.CreateAdd(lowHalfOf(Sum, Before), Builder.getInt(Constant->trunc(32)));
  if (match(V, m_ZExt(m_Value(Sum))) && Sum->getType()->isIntegerTy(32))
    return Sum;
  auto *Defined = dyn_cast<Instruction>(V);
  Value *&Low = Known[V];
  if (Low)
    return Low;
  if (Defined) {
    const auto After = Defined->getInsertionPointAfterDef();
    if (!After)
      return Builder.CreateTrunc(V, Builder.getInt32Ty());
    Builder.SetInsertPoint(*After);
  } else {
    Builder.SetInsertPointPastAllocas(&F);
  }
  return Low = Builder.CreateTrunc(V, Builder.getInt32Ty());
}

void LowHalves::rewrite(Instruction &Masked) {
  Value *Low = lowHalfOf(Masked.getOperand(0), Masked);
  for (User *U : make_early_inc_range(Masked.users())) {
    const APInt *Other = nullptr;
    auto *Compare = dyn_cast<ICmpInst>(U);
    if (!Compare || Compare->isSigned() || !match(Compare->getOperand(1), m_APInt(Other)) ||
        Other->getActiveBits() > 32)
      continue;
    Compare->setOperand(0, Low);
    // In 64 bits both have the sign 0; in 32 bits they may differ.
    Compare->setSameSign(false);
    Compare->setOperand(1, ConstantInt::get(Masked.getContext(), Other->trunc(32)));
  }
  // An extension without a use would keep the counter alive.
  if (!Masked.use_empty())
    Masked.replaceAllUsesWith(IRBuilder<>(&Masked).CreateZExt(Low, Masked.getType()));
}

bool LowHalves::run() {
  SmallVector<Instruction *> Masked;
  for (Instruction &I : instructions(F))
    if (isLowHalf(I))
      Masked.push_back(&I);
  for (Instruction *I : Masked)
    rewrite(*I);
  // Only now, since the map knows them by their addresses.
  for (Instruction *I : Masked)
    I->eraseFromParent();
  return !Masked.empty();
}

/// Makes a difference of each inversion of the bits that may be set in a number.
static bool writeDifferences(Function &F) {
  const SimplifyQuery Query(F.getDataLayout());
  bool HasChanged = false;
  for (Instruction &I : make_early_inc_range(instructions(F))) {
    Value *Number = nullptr;
    const APInt *Inverted = nullptr;
    if (!I.getType()->isIntegerTy() ||
        !match(&I, m_Xor(m_Value(Number), m_NegatedPower2(Inverted))) || Inverted->isAllOnes() ||
        !MaskedValueIsZero(Number, ~*Inverted, Query))
      continue;
    I.replaceAllUsesWith(IRBuilder<>(&I).CreateSub(I.getOperand(1), Number));
    I.eraseFromParent();
    HasChanged = true;
  }
  return HasChanged;
}

PreservedAnalyses CounterFormsPass::run(Function &F, FunctionAnalysisManager &) {
  const bool HasLowHalves = LowHalves(F).run();
  const bool HasDifferences = writeDifferences(F);
  return preserveBlocks(HasLowHalves || HasDifferences);
}

} // namespace w2n
