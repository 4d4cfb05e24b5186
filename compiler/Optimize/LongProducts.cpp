//===- LongProducts.cpp - Multiplications by halves ------------------------===//

#include "Optimize/LongProducts.h"
#include "Optimize/SameBlocks.h"

#include "llvm/ADT/SmallVector.h"
#include "llvm/IR/IRBuilder.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/PatternMatch.h"
#include "llvm/Transforms/Utils/Local.h"

using namespace llvm;
using namespace llvm::PatternMatch;

namespace w2n {

namespace {

/// A product of X and Y, and the steps by which it is made.
struct LongProduct {
  Value *X = nullptr;
  Value *Y = nullptr;
  /// The product of the low halves.
  Value *Lows = nullptr;
  /// With steps that cannot wrap: the high half of Lows and one product of a low and a high
  /// half, and the low half of that and the other such product.
  Value *First = nullptr;
  Value *Second = nullptr;
  /// With steps whose carries are looked for: the sum of both products of a low and a high half,
  /// and the low half of the result.
  Value *Cross = nullptr;
  Instruction *Low = nullptr;
};

/// Matches the low half of a value, in 64 bits.
template <typename PatternT> auto m_LowHalf(const PatternT &Whole) {
  return m_CombineOr(m_c_And(Whole, m_SpecificInt(0xFFFFFFFF)), m_ZExt(m_Trunc(Whole)));
}

template <typename PatternT> auto m_HighHalf(const PatternT &Whole) {
  return m_LShr(Whole, m_SpecificInt(32));
}

template <typename PatternT> auto m_AsHighHalf(const PatternT &Half) {
  return m_Shl(Half, m_SpecificInt(32));
}

/// Matches whether a sum has wrapped, as a number: it is less than either of its terms then.
template <typename SumT, typename TermT> auto m_Carry(const SumT &Sum, const TermT &Term) {
  return m_ZExtOrSelf(m_ZExt(m_SpecificICmp(ICmpInst::ICMP_ULT, Sum, Term)));
}

/// Whether a value is the product of the low half of one and the high half of the other.
bool isCrossProduct(Value *Product, Value *OfLow, Value *OfHigh) {
  return match(Product, m_c_Mul(m_LowHalf(m_Specific(OfLow)), m_HighHalf(m_Specific(OfHigh))));
}

/// The same for both products of this kind.
bool areCrossProducts(const LongProduct &P, Value *A, Value *B) {
  return (isCrossProduct(A, P.X, P.Y) && isCrossProduct(B, P.Y, P.X)) ||
         (isCrossProduct(A, P.Y, P.X) && isCrossProduct(B, P.X, P.Y));
}

bool matchLows(LongProduct &P) {
  return match(P.Lows, m_Mul(m_LowHalf(m_Value(P.X)), m_LowHalf(m_Value(P.Y))));
}

bool matchSecond(Instruction &I, LongProduct &P) {
  Value *A = nullptr;
  Value *B = nullptr;
  P.Second = &I;
  return match(&I, m_c_Add(m_LowHalf(m_Value(P.First)), m_Value(A))) &&
         match(P.First, m_c_Add(m_HighHalf(m_Value(P.Lows)), m_Value(B))) && matchLows(P) &&
         areCrossProducts(P, A, B);
}

bool matchLow(Instruction &I, LongProduct &P) {
  Value *A = nullptr;
  Value *B = nullptr;
  P.Low = &I;
  return match(&I, m_c_Add(m_AsHighHalf(m_Value(P.Cross)), m_Value(P.Lows))) && matchLows(P) &&
         match(P.Cross, m_Add(m_Value(A), m_Value(B))) && areCrossProducts(P, A, B);
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

/// Takes the terms of the product's high half out of a sum.
bool takeHighTerms(const LongProduct &P, SmallVectorImpl<Value *> &Terms) {
  if (!takeTerm(Terms, m_c_Mul(m_HighHalf(m_Specific(P.X)), m_HighHalf(m_Specific(P.Y)))))
    return false;
  if (P.Second)
    return takeTerm(Terms, m_HighHalf(m_Specific(P.Second))) &&
           takeTerm(Terms, m_HighHalf(m_Specific(P.First)));
  const auto &Cross = *cast<Instruction>(P.Cross);
  const auto CrossTerm =
      m_CombineOr(m_Specific(Cross.getOperand(0)), m_Specific(Cross.getOperand(1)));
  const auto CrossCarry = m_AsHighHalf(m_Carry(m_Specific(&Cross), CrossTerm));
  const auto CrossHigh = m_HighHalf(m_Specific(P.Cross));
  return takeTerm(Terms, m_Carry(m_Specific(P.Low), m_Specific(P.Lows))) &&
         (takeTerm(Terms, m_c_Or(CrossCarry, CrossHigh)) ||
          (takeTerm(Terms, CrossCarry) && takeTerm(Terms, CrossHigh)));
}

/// Replaces a sum that the high half of the product is a part of.
bool replaceHigh(const LongProduct &P, Value *Product, Instruction &Sum) {
  SmallVector<Value *, 8> Terms = termsOf(Sum);
  if (!takeHighTerms(P, Terms))
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

/// Replaces the low half of the product, which Upper is the upper half of.
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

using Instructions = SmallVector<WeakTrackingVH>;

/// Replaces what is made of the last step without carries, and adds it to Replaced.
void replaceUsesOfSecond(const LongProduct &P, Value *Product, Instructions &Replaced) {
  for (User *Use : SmallVector<User *, 4>(P.Second->users())) {
    Instruction *Old = nullptr;
    if (match(Use, m_HighHalf(m_Specific(P.Second))))
      Old = replaceHighOf(P, Product, Use);
    else if (match(Use, m_AsHighHalf(m_Specific(P.Second))))
      Old = replaceLow(P, Product, Use);
    if (Old)
      Replaced.emplace_back(Old);
  }
}

/// The same with carries.
void replaceUsesOfLow(const LongProduct &P, Value *Product, Instructions &Replaced) {
  for (User *Use : SmallVector<User *, 4>(P.Low->users())) {
    Value *Carry = Use;
    while (!match(Carry, m_Add(m_Value(), m_Value())) && Carry->hasOneUse() &&
           isa<CmpInst, ZExtInst>(Carry->user_back()))
      Carry = Carry->user_back();
    if (!match(Carry, m_Carry(m_Specific(P.Low), m_Specific(P.Lows))))
      continue;
    if (Instruction *Old = replaceHighOf(P, Product, Carry)) {
      Replaced.emplace_back(Old);
      IRBuilder<> Builder(P.Low);
      P.Low->replaceAllUsesWith(Builder.CreateTrunc(Product, P.Low->getType()));
      Replaced.emplace_back(P.Low);
      return;
    }
  }
}

void replace(const LongProduct &P, Instructions &Replaced) {
  IRBuilder<> Builder(P.Second ? cast<Instruction>(P.Second) : P.Low);
  Type *Wide = Builder.getInt128Ty();
  Value *Product =
      Builder.CreateNUWMul(Builder.CreateZExt(P.X, Wide), Builder.CreateZExt(P.Y, Wide));
  if (P.Second)
    replaceUsesOfSecond(P, Product, Replaced);
  else
    replaceUsesOfLow(P, Product, Replaced);
  RecursivelyDeleteTriviallyDeadInstructions(Product);
}

} // namespace

PreservedAnalyses LongProductsPass::run(Function &F, FunctionAnalysisManager &) {
  Instructions Replaced;
  for (Instruction &I : instructions(F)) {
    if (I.getOpcode() != Instruction::Add || !I.getType()->isIntegerTy(64))
      continue;
    LongProduct WithoutCarries, WithCarries;
    if (matchSecond(I, WithoutCarries))
      replace(WithoutCarries, Replaced);
    else if (matchLow(I, WithCarries))
      replace(WithCarries, Replaced);
  }
  if (Replaced.empty())
    return PreservedAnalyses::all();
  RecursivelyDeleteTriviallyDeadInstructions(Replaced);
  return preserveBlocks();
}

} // namespace w2n
