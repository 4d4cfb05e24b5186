//===- BoundsCheck.cpp - Comparisons with the size of a memory -------------===//

#include "Optimize/BoundsCheck.h"
#include "Optimize/AddressProof.h"
#include "Optimize/LinearAccess.h"

#include "llvm/IR/ConstantRange.h"
#include "llvm/IR/IntrinsicInst.h"
#include "llvm/IR/PatternMatch.h"
#include "llvm/Support/MathExtras.h"
#include "llvm/Transforms/Utils/Local.h"

using namespace llvm;
using namespace llvm::PatternMatch;

namespace w2n {

/// Behind loops, what was computed in or before them is the only value of a phi for each.
static Value *beforeLoops(Value *V) {
  constexpr unsigned MaxLoops = 8;
  for (unsigned Loops = 0; Loops < MaxLoops; ++Loops)
    if (auto *Phi = dyn_cast<PHINode>(V); Phi && Phi->getNumIncomingValues() == 1)
      V = Phi->getIncomingValue(0);
  return V;
}

static LoadInst *asSize(Value *V) {
  auto *Load = dyn_cast<LoadInst>(beforeLoops(V));
  return Load && hasMemoryType(*Load, MemorySizeTypeName) ? Load : nullptr;
}

/// The size and the last byte where V is the size less that byte, and 0 if the size is less.
static LoadInst *takeLimitApart(Value *V, uint64_t &Last) {
  const APInt *Number = nullptr;
  Value *Size = nullptr;
  Last = 0;
  V = beforeLoops(V);
  if (LoadInst *Load = asSize(V))
    return Load;
  if (match(V, m_Add(m_Value(Size), m_APInt(Number))) && Number->isNegative())
    Last = (-*Number).getZExtValue();
  else if (match(V, m_Sub(m_Value(Size), m_APInt(Number))) ||
           match(V, m_Intrinsic<Intrinsic::usub_sat>(m_Value(Size), m_APInt(Number))))
    Last = Number->getZExtValue();
  else
    return nullptr;
  LoadInst *Load = asSize(Size);
  const bool MayWrap = Load && leastSize(*Load) < Last && !isa<IntrinsicInst>(V);
  return MayWrap ? nullptr : Load;
}

const CallInst *trapCall(const BasicBlock &Block) {
  const Instruction *First = &*Block.getFirstNonPHIOrDbg();
  // A loop has blocks of its own to which it is left.
  if (const auto *Branch = dyn_cast<BranchInst>(First); Branch && Branch->isUnconditional())
    First = &*Branch->getSuccessor(0)->getFirstNonPHIOrDbg();
  const auto *Call = dyn_cast<CallInst>(First);
  const bool IsTrap =
      Call && Call->doesNotReturn() && isa<UnreachableInst>(Call->getNextNode()) &&
      all_of(Call->args(), [](const Use &Argument) { return isa<Constant>(Argument); });
  return IsTrap ? Call : nullptr;
}

bool areSameTrap(const BasicBlock &A, const BasicBlock &B) {
  const CallInst *First = trapCall(A);
  const CallInst *Second = trapCall(B);
  return First && Second && First->isIdenticalTo(Second);
}

/// Brings a comparison of an address with a limit into the form that is expected: where the
/// address is a constant, LLVM may have made it one more.
static bool makeStrict(Value *&Address, ICmpInst::Predicate &Predicate) {
  if (Predicate == ICmpInst::ICMP_UGE || Predicate == ICmpInst::ICMP_ULT)
    return true;
  auto *Known = dyn_cast<ConstantInt>(Address);
  if (!Known || Known->isZero() ||
      (Predicate != ICmpInst::ICMP_UGT && Predicate != ICmpInst::ICMP_ULE))
    return false;
  Address = ConstantInt::get(Known->getType(), Known->getValue() - 1);
  Predicate = Predicate == ICmpInst::ICMP_UGT ? ICmpInst::ICMP_UGE : ICmpInst::ICMP_ULT;
  return true;
}

Value *BoundsCheck::address() const {
  auto *Widened = dyn_cast<ZExtInst>(Extended);
  return Widened && Widened->getSrcTy()->isIntegerTy(32) ? Widened->getOperand(0) : Extended;
}

std::optional<BoundsCheck> takeCheckApart(const BasicBlock &Block) {
  auto *Branch = dyn_cast<BranchInst>(const_cast<Instruction *>(Block.getTerminator()));
  auto *Compare =
      Branch && Branch->isConditional() ? dyn_cast<ICmpInst>(Branch->getCondition()) : nullptr;
  if (!Compare || !Compare->getOperand(0)->getType()->isIntegerTy(64))
    return std::nullopt;
  BoundsCheck Check = {Branch, 0, nullptr, Compare->getOperand(0), 0};
  ICmpInst::Predicate Predicate = Compare->getPredicate();
  Check.Size = takeLimitApart(Compare->getOperand(1), Check.Last);
  if (!Check.Size) {
    Check.Size = takeLimitApart(Compare->getOperand(0), Check.Last);
    Check.Extended = Compare->getOperand(1);
    Predicate = ICmpInst::getSwappedPredicate(Predicate);
  }
  if (!Check.Size || !makeStrict(Check.Extended, Predicate))
    return std::nullopt;
  Check.TrapIndex = Predicate == ICmpInst::ICMP_UGE ? 0 : 1;
  // The address may have been computed from another one before it.
  const APInt *Distance = nullptr;
  if (Value *Start = nullptr;
      match(Check.Extended, m_NUWAdd(m_ZExt(m_Value()), m_APInt(Distance))) &&
      match(Check.Extended, m_Add(m_Value(Start), m_Value()))) {
    Check.Extended = Start;
    Check.Last = SaturatingAdd(Check.Last, Distance->getZExtValue());
  }
  if (Check.trap() == Check.inBounds() || !trapCall(*Check.trap()))
    return std::nullopt;
  return Check;
}

static ConstantRange rangeOf(const LoadInst &Size) {
  const MDNode *Range = Size.getMetadata(LLVMContext::MD_range);
  return Range ? getConstantRangeFromMetadata(*Range) : ConstantRange::getFull(64);
}

uint64_t leastSize(const LoadInst &Size) { return rangeOf(Size).getUnsignedMin().getZExtValue(); }

uint64_t mostSize(const LoadInst &Size) { return rangeOf(Size).getUnsignedMax().getZExtValue(); }

uint64_t unreachableBytes(const BoundsCheck &Check) {
  const uint64_t Largest = UINT64_MAX >> (64 - Check.addressBits());
  const uint64_t Most = mostSize(*Check.Size);
  return Most > Largest ? 0 : Largest - Most + 1;
}

bool mayTrapBefore(const Instruction &I) {
  if (I.isVolatile() || I.isAtomic() || I.mayThrow() || !I.willReturn())
    return false;
  const auto *Call = dyn_cast<CallBase>(&I);
  return !Call || Call->onlyReadsMemory();
}

Value *createComparison(IRBuilderBase &Builder, CmpInst::Predicate Predicate, LoadInst &Size,
                        Value *Extended, uint64_t Last) {
  Value *Byte = Builder.getInt64(Last);
  Value *Limit = leastSize(Size) >= Last
                     ? Builder.CreateSub(&Size, Byte)
                     : Builder.CreateBinaryIntrinsic(Intrinsic::usub_sat, &Size, Byte);
  return Builder.CreateICmp(Predicate, Extended, Limit);
}

void changeCheck(const BoundsCheck &Check, Value *Extended, uint64_t Last) {
  IRBuilder<> Builder(Check.Branch);
  const auto Predicate = Check.TrapIndex == 0 ? CmpInst::ICMP_UGE : CmpInst::ICMP_ULT;
  Value *Before = Check.Branch->getCondition();
  Check.Branch->setCondition(createComparison(Builder, Predicate, *Check.Size, Extended, Last));
  RecursivelyDeleteTriviallyDeadInstructions(Before);
}

} // namespace w2n
