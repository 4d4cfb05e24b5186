//===- OpsException.cpp - Throwing and catching ----------------------------===//
//
// A try_table's clauses are written where it ends; those of a legacy try one by one, where
// they are read. A clause is reached only from its landing block, which there is only
// where something in the body may throw.
//
//===----------------------------------------------------------------------===//

#include "Lower/Unwinding.h"

using namespace llvm;

namespace w2n {

namespace {

/// The address of the first slot of an exception's payload.
Value *payload(FuncLowering &L, Value *Exception) {
  return L.Builder.CreateConstInBoundsGEP1_64(L.Lowering.Abi.get(abi::Struct::w2n_exception),
                                              Exception, 1);
}

/// Goes on where the exception has the tag, in a new block; gives the block for where it
/// has not.
BasicBlock *matchTag(FuncLowering &L, Value *Exception, uint32_t Tag) {
  IRBuilder<> &B = L.Builder;
  Value *Actual = B.CreateLoad(L.Lowering.pointer(),
                               L.Lowering.Abi.field(B, Exception, abi::exception_field::tag));
  BasicBlock *Match = L.newBlock("catch");
  BasicBlock *Other = L.newBlock("");
  B.CreateCondBr(B.CreateICmpEQ(Actual, L.env().tag(B, L.Instance, Tag)), Match, Other);
  B.SetInsertPoint(Match);
  return Other;
}

/// What an exception with the given tag carries.
SmallVector<Value *, 8> loadPayload(FuncLowering &L, Value *Exception, uint32_t Tag) {
  return loadSlots(L.Lowering, L.Builder, payload(L, Exception),
                   L.Wasm.payloadOf(L.Wasm.Tags[Tag]));
}

void endFlight(FuncLowering &L) {
  setPendingException(L, Constant::getNullValue(L.Lowering.pointer()));
}

/// Writes a clause of a try_table. Where it may not catch, the builder goes on behind it,
/// and true is given.
bool writeClause(FuncLowering &L, const CatchClause &Clause, Value *Exception) {
  BasicBlock *Other = Clause.hasTag() ? matchTag(L, Exception, Clause.Tag) : nullptr;
  endFlight(L);
  SmallVector<Value *, 8> Operands;
  if (Clause.hasTag())
    Operands = loadPayload(L, Exception, Clause.Tag);
  if (Clause.givesReference())
    Operands.push_back(Exception);
  branchWith(L, Clause.Label, Operands);
  if (!Other)
    return false;
  L.Builder.SetInsertPoint(Other);
  return true;
}

void lowerTryTable(FuncLowering &L, const Instruction &I) {
  openFrame(L, Frame::TryTable, I.Block).Clauses = I.Catches;
}

/// Begins a clause of a legacy try, for one tag or for all exceptions.
void lowerCatch(FuncLowering &L, std::optional<uint32_t> Tag) {
  Frame &Try = L.Frames.back();
  leaveBody(L, Try);
  L.truncate(Try.Height);
  Try.Kind = Frame::Catch;
  L.Reachable = Try.Landing != nullptr;
  if (!L.Reachable)
    return;
  L.Builder.SetInsertPoint(Try.Landing);
  Try.Exception = pendingException(L);
  Try.Landing = Tag ? matchTag(L, Try.Exception, *Tag) : nullptr;
  endFlight(L);
  if (Tag)
    for (Value *Operand : loadPayload(L, Try.Exception, *Tag))
      L.push(Operand);
}

/// Ends a try whose exceptions are those of a frame around.
void lowerDelegate(FuncLowering &L, uint32_t Label) {
  const Frame Try = L.Frames.pop_back_val();
  if (Try.Landing)
    BranchInst::Create(landingBlock(L, L.Frames.size() - Label), Try.Landing);
  finishBlock(L, Try);
}

void lowerThrow(FuncLowering &L, uint32_t Tag) {
  IRBuilder<> &B = L.Builder;
  const auto Operands = L.popMany(L.Wasm.payloadOf(L.Wasm.Tags[Tag]).size());
  Value *Exception = L.call(Builtin::exception_create,
                            {L.env().store(B, L.Instance), L.env().tag(B, L.Instance, Tag)});
  storeSlots(B, payload(L, Exception), Operands);
  throwException(L, Exception);
}

void lowerThrowRef(FuncLowering &L) {
  Value *Exception = L.pop();
  L.Traps.trapIf(L.Builder, L.Builder.CreateIsNull(Exception), Trap::NULL_EXCEPTION);
  throwException(L, Exception);
}

} // namespace

void closeTry(FuncLowering &L, const Frame &Try) {
  if (!Try.Landing)
    return;
  const IRBuilder<>::InsertPointGuard Guard(L.Builder);
  L.Builder.SetInsertPoint(Try.Landing);
  if (!Try.Clauses.empty()) {
    Value *Exception = pendingException(L);
    for (const CatchClause &Clause : Try.Clauses)
      if (!writeClause(L, Clause, Exception))
        return;
  }
  L.Builder.CreateBr(landingBlock(L, L.Frames.size()));
}

void lowerException(FuncLowering &L, const Instruction &I) {
  switch (I.Op) {
  case Opcode::TryTable:
    return lowerTryTable(L, I);
  case Opcode::Throw:
    return lowerThrow(L, I.Index);
  case Opcode::ThrowRef:
    return lowerThrowRef(L);
  case Opcode::Try:
    openFrame(L, Frame::Try, I.Block);
    return;
  case Opcode::Catch:
    return lowerCatch(L, I.Index);
  case Opcode::CatchAll:
    return lowerCatch(L, std::nullopt);
  case Opcode::Rethrow:
    return throwException(L, L.Frames[L.Frames.size() - 1 - I.Index].Exception);
  case Opcode::Delegate:
    return lowerDelegate(L, I.Index);
  default:
    llvm_unreachable("not an instruction of exception handling");
  }
}

} // namespace w2n
