//===- EnvTraps.cpp - Ending in a trap -------------------------------------===//

#include "Lower/EnvTraps.h"
#include "Lower/EnvRuntime.h"

#include "llvm/IR/MDBuilder.h"

using namespace llvm;

namespace w2n {

void TrapBlocks::branch(IRBuilderBase &Builder, Value *Condition, BasicBlock *Bad) {
  BasicBlock *Good = BasicBlock::Create(Builder.getContext(), "", &F);
  MDBuilder Metadata(Builder.getContext());
  Builder.CreateCondBr(Condition, Bad, Good, Metadata.createUnlikelyBranchWeights());
  Builder.SetInsertPoint(Good);
}

BasicBlock *TrapBlocks::newTrapBlock(IRBuilderBase &Builder, Value *Reason) {
  BasicBlock *Block = BasicBlock::Create(Builder.getContext(), "trap", &F);
  IRBuilder<> At(Block);
  callBuiltin(At, Builtin::trap_by_code, {Reason})->setDoesNotReturn();
  At.CreateUnreachable();
  return Block;
}

BasicBlock *TrapBlocks::blockFor(IRBuilderBase &Builder, Trap Reason) {
  const auto Code = static_cast<uint32_t>(Reason);
  BasicBlock *&Block = Blocks[Code];
  if (!Block)
    Block = newTrapBlock(Builder, Builder.getInt32(Code));
  return Block;
}

void TrapBlocks::trapIf(IRBuilderBase &Builder, Value *Condition, Trap Reason) {
  branch(Builder, Condition, blockFor(Builder, Reason));
}

void TrapBlocks::trapIf(IRBuilderBase &Builder, Value *Condition, Value *Reason) {
  branch(Builder, Condition, newTrapBlock(Builder, Reason));
}

void TrapBlocks::trap(IRBuilderBase &Builder, Trap Reason) {
  Builder.CreateBr(blockFor(Builder, Reason));
}

void TrapBlocks::trap(IRBuilderBase &Builder, Value *Reason) {
  Builder.CreateBr(newTrapBlock(Builder, Reason));
}

} // namespace w2n
