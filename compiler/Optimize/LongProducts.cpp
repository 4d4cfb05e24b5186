//===- LongProducts.cpp - Multiplications by halves ------------------------===//

#include "Optimize/LongProducts.h"

#include "llvm/ADT/SmallVector.h"
#include "llvm/IR/IRBuilder.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/PatternMatch.h"
#include "llvm/Transforms/Utils/Local.h"

using namespace llvm;
using namespace llvm::PatternMatch;

namespace w2n {

namespace {

/// The steps of a product of X and Y, as they are added up from the lowest half to the highest.
struct LongProduct {
  Value *X = nullptr;
  Value *Y = nullptr;
  /// The product of the low halves.
  Value *Lows = nullptr;
  /// The high half of Lows and one product of a low and a high half: the sum cannot wrap.
  Value *First = nullptr;
  /// The low half of First and the other product of a low and a high half.
  Instruction *Second = nullptr;
};

/// Matches the low half of a value, in 64 bits.
template <typename PatternT> auto m_LowHalf(const PatternT &Whole) {
  return m_CombineOr(m_c_And(Whole, m_SpecificInt(0xFFFFFFFF)), m_ZExt(m_Trunc(Whole)));
}

template <typename PatternT> auto m_HighHalf(const PatternT &Whole) {
  return m_LShr(Whole, m_SpecificInt(32));
}

/// Whether a value is the product of the low half of one and the high half of the other.
bool isCrossProduct(Value *Product, Value *OfLow, Value *OfHigh) {
  return match(Product, m_c_Mul(m_LowHalf(m_Specific(OfLow)), m_HighHalf(m_Specific(OfHigh))));
}

bool matchSecond(Instruction &I, LongProduct &P) {
  Value *Cross = nullptr;
  Value *OtherCross = nullptr;
  if (!match(&I, m_c_Add(m_LowHalf(m_Value(P.First)), m_Value(OtherCross))) ||
      !match(P.First, m_c_Add(m_HighHalf(m_Value(P.Lows)), m_Value(Cross))) ||
      !match(P.Lows, m_Mul(m_LowHalf(m_Value(P.X)), m_LowHalf(m_Value(P.Y)))))
    return false;
  P.Second = &I;
  return (isCrossProduct(Cross, P.X, P.Y) && isCrossProduct(OtherCross, P.Y, P.X)) ||
         (isCrossProduct(Cross, P.Y, P.X) && isCrossProduct(OtherCross, P.X, P.Y));
}

/// The terms of a sum whose own sums nothing else needs.
SmallVector<Value *, 8> termsOf(Instruction &Sum) {
  constexpr size_t MaxTerms = 8;
  SmallVector<Value *, 8> Terms = {Sum.getOperand(0), Sum.getOperand(1)};
  for (size_t I = 0; I < Terms.size() && Terms.size() < MaxTerms;) {
    Value *Left = nullptr;
    Value *Right = nullptr;
    if (match(Terms[I], m_OneUse(m_Add(m_Value(Left), m_Value(Right))))) {
      Terms[I] = Left;
      Terms.push_back(Right);
    } else {
      ++I;
    }
  }
  return Terms;
}

/// Takes the first term that matches out of a sum.
template <typename PatternT> bool takeTerm(SmallVectorImpl<Value *> &Terms, const PatternT &What) {
  auto *const Found = find_if(Terms, [&](Value *Term) { return match(Term, What); });
  if (Found == Terms.end())
    return false;
  Terms.erase(Found);
  return true;
}

/// Replaces a sum that the high half of the product is a part of.
bool replaceHigh(const LongProduct &P, Value *Product, Instruction &Sum) {
  SmallVector<Value *, 8> Terms = termsOf(Sum);
  if (!takeTerm(Terms, m_HighHalf(m_Specific(P.Second))) ||
      !takeTerm(Terms, m_HighHalf(m_Specific(P.First))) ||
      !takeTerm(Terms, m_c_Mul(m_HighHalf(m_Specific(P.X)), m_HighHalf(m_Specific(P.Y)))))
    return false;
  IRBuilder<> Builder(&Sum);
  Value *High = Builder.CreateTrunc(Builder.CreateLShr(Product, 64), Sum.getType());
  for (Value *Term : Terms)
    High = Builder.CreateAdd(High, Term);
  Sum.replaceAllUsesWith(High);
  return true;
}

/// The sum that is the high half of the product or more, of those that a value is a term of;
/// null where there is none.
Instruction *replaceHighOf(const LongProduct &P, Value *Product, Value *Term) {
  while (Term->hasOneUse() && match(Term->user_back(), m_Add(m_Value(), m_Value()))) {
    auto *Sum = cast<Instruction>(Term->user_back());
    if (replaceHigh(P, Product, *Sum))
      return Sum;
    Term = Sum;
  }
  return nullptr;
}

/// The low half of the product, which a value is the upper half of; null where there is none.
Instruction *replaceLow(const LongProduct &P, Value *Product, Value *Upper) {
  const auto Lower = m_LowHalf(m_Specific(P.Lows));
  for (User *Use : Upper->users()) {
    if (!match(Use, m_c_Or(m_Specific(Upper), Lower)) &&
        !match(Use, m_c_Add(m_Specific(Upper), Lower)))
      continue;
    auto *Low = cast<Instruction>(Use);
    IRBuilder<> Builder(Low);
    Low->replaceAllUsesWith(Builder.CreateTrunc(Product, Low->getType()));
    return Low;
  }
  return nullptr;
}

/// Makes one product of the steps; what is replaced is added to Replaced.
void replace(const LongProduct &P, SmallVectorImpl<WeakTrackingVH> &Replaced) {
  IRBuilder<> Builder(P.Second);
  Type *Wide = Builder.getInt128Ty();
  Value *Product =
      Builder.CreateNUWMul(Builder.CreateZExt(P.X, Wide), Builder.CreateZExt(P.Y, Wide));
  for (User *Use : SmallVector<User *, 4>(P.Second->users())) {
    Instruction *Old = nullptr;
    if (match(Use, m_HighHalf(m_Specific(P.Second))))
      Old = replaceHighOf(P, Product, Use);
    else if (match(Use, m_Shl(m_Specific(P.Second), m_SpecificInt(32))))
      Old = replaceLow(P, Product, Use);
    if (Old)
      Replaced.emplace_back(Old);
  }
  RecursivelyDeleteTriviallyDeadInstructions(Product);
}

} // namespace

PreservedAnalyses LongProductsPass::run(Function &F, FunctionAnalysisManager &) {
  SmallVector<WeakTrackingVH> Replaced;
  for (Instruction &I : instructions(F))
    if (LongProduct P; I.getType()->isIntegerTy(64) && matchSecond(I, P))
      replace(P, Replaced);
  if (Replaced.empty())
    return PreservedAnalyses::all();
  RecursivelyDeleteTriviallyDeadInstructions(Replaced);
  PreservedAnalyses Preserved;
  Preserved.preserveSet<CFGAnalyses>();
  return Preserved;
}

} // namespace w2n
