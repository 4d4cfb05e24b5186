//===- OpsControl.cpp - Blocks and branches --------------------------------===//

#include "Lower/FuncLowering.h"

using namespace llvm;

namespace w2n {

namespace {

ArrayRef<ValType> labelTypes(const Frame &Target) {
  return Target.Kind == Frame::Loop ? Target.Type.Parameters : Target.Type.Results;
}

Frame &frameOf(FuncLowering &L, uint32_t Label) { return L.Frames[L.Frames.size() - 1 - Label]; }

/// Gives the operands on top of the stack, which stay there, to the phis of a label
/// for a branch from the current block.
void passOperands(FuncLowering &L, const Frame &Target) {
  const size_t Count = Target.Phis.size();
  SmallVector<Value *, 8> Operands = L.popMany(Count);
  for (const auto [Phi, Operand] : zip(Target.Phis, Operands)) {
    Phi->addIncoming(Operand, L.Builder.GetInsertBlock());
    L.push(Operand);
  }
}

void branchTo(FuncLowering &L, const Frame &Target) {
  passOperands(L, Target);
  L.Builder.CreateBr(Target.Label);
}

void lowerLoop(FuncLowering &L, const Instruction &I) {
  const Frame &Loop = openFrame(L, Frame::Loop, I.Block);
  branchTo(L, Loop);
  L.Builder.SetInsertPoint(Loop.Label);
  L.truncate(Loop.Height);
  for (PHINode *Phi : Loop.Phis)
    L.push(Phi);
}

void lowerIf(FuncLowering &L, const Instruction &I) {
  Value *Condition = L.Builder.CreateIsNotNull(L.pop());
  Frame &If = openFrame(L, Frame::If, I.Block);
  BasicBlock *Then = L.newBlock("then");
  If.Else = L.newBlock("else");
  for (Value *Parameter : L.popMany(If.Type.Parameters.size())) {
    If.ElseParameters.push_back(Parameter);
    L.push(Parameter);
  }
  L.Builder.CreateCondBr(Condition, Then, If.Else, L.branchWeights(I));
  L.Builder.SetInsertPoint(Then);
}

/// Starts the other branch of an if: at its else, or at its end where it has none.
void startElse(FuncLowering &L, Frame &If) {
  L.truncate(If.Height);
  for (Value *Parameter : If.ElseParameters)
    L.push(Parameter);
  L.Builder.SetInsertPoint(If.Else);
  If.Else = nullptr;
  L.Reachable = true;
}

void lowerElse(FuncLowering &L) {
  leaveBody(L, L.Frames.back());
  startElse(L, L.Frames.back());
}

void lowerEnd(FuncLowering &L) {
  if (L.Frames.back().Else) {
    leaveBody(L, L.Frames.back());
    startElse(L, L.Frames.back());
  }
  const Frame Done = L.Frames.pop_back_val();
  closeTry(L, Done);
  finishBlock(L, Done);
}

void lowerBr(FuncLowering &L, uint32_t Label) {
  branchTo(L, frameOf(L, Label));
  L.Reachable = false;
}

/// Branches with the operands on the stack, which stay there, where Condition is true.
void branchIf(FuncLowering &L, Value *Condition, const Instruction &I) {
  const Frame &Target = frameOf(L, I.Index);
  passOperands(L, Target);
  BasicBlock *Next = L.newBlock("");
  L.Builder.CreateCondBr(Condition, Target.Label, Next, L.branchWeights(I));
  L.Builder.SetInsertPoint(Next);
}

void lowerBrIf(FuncLowering &L, const Instruction &I) {
  Value *Condition = L.Builder.CreateIsNotNull(L.pop());
  branchIf(L, Condition, I);
}

/// Branches with the reference gone where it is null, else goes on with it.
void lowerBrOnNull(FuncLowering &L, const Instruction &I) {
  Value *Reference = L.pop();
  branchIf(L, L.Builder.CreateIsNull(Reference), I);
  L.push(Reference);
}

/// Branches with the reference where it is not null, else goes on without it.
void lowerBrOnNonNull(FuncLowering &L, const Instruction &I) {
  branchIf(L, L.Builder.CreateIsNotNull(L.top()), I);
  L.pop();
}

void lowerBrTable(FuncLowering &L, const Instruction &I) {
  Value *Selector = L.pop();
  const auto Targets = ArrayRef<uint32_t>(I.Labels).drop_back();
  const Frame &Default = frameOf(L, I.Labels.back());
  SwitchInst *Switch = L.Builder.CreateSwitch(Selector, Default.Label, Targets.size());
  // A phi has one entry for each edge, also where several come from one switch.
  const size_t Operands = Default.Phis.size();
  const SmallVector<Value *, 8> Values = L.popMany(Operands);
  const auto Pass = [&](const Frame &Target) {
    for (const auto [Phi, Operand] : zip(Target.Phis, Values))
      Phi->addIncoming(Operand, L.Builder.GetInsertBlock());
  };
  Pass(Default);
  for (const auto [Case, Label] : enumerate(Targets)) {
    const Frame &Target = frameOf(L, Label);
    Switch->addCase(L.Builder.getInt32(Case), Target.Label);
    Pass(Target);
  }
  L.Reachable = false;
}

} // namespace

Frame &openFrame(FuncLowering &L, Frame::FrameKind Kind, const BlockType &Type) {
  Frame &Opened = L.Frames.emplace_back();
  Opened.Kind = Kind;
  Opened.Type = blockSignature(L.Wasm, Type);
  Opened.Height = L.height() - Opened.Type.Parameters.size();
  createLabel(L, Opened);
  return Opened;
}

void leaveBody(FuncLowering &L, const Frame &Target) {
  if (L.Reachable)
    branchTo(L, Target);
}

void finishBlock(FuncLowering &L, const Frame &Done) {
  if (Done.Kind == Frame::Loop)
    return; // Only its own end leads out of a loop: the operands are on the stack.
  leaveBody(L, Done);
  L.Reachable = !Done.Label->use_empty();
  L.truncate(Done.Height);
  if (!L.Reachable) {
    Done.Label->eraseFromParent();
    return;
  }
  L.Builder.SetInsertPoint(Done.Label);
  for (PHINode *Phi : Done.Phis)
    L.push(Phi);
  if (Done.Kind == Frame::Function)
    returnFromCode(L.Lowering, L.Builder, *L.F, L.type(), L.popMany(Done.Phis.size()));
}

void branchWith(FuncLowering &L, uint32_t Label, ArrayRef<Value *> Operands) {
  const Frame &Target = frameOf(L, Label);
  for (const auto [Phi, Operand] : zip(Target.Phis, Operands))
    Phi->addIncoming(Operand, L.Builder.GetInsertBlock());
  L.Builder.CreateBr(Target.Label);
}

void createLabel(FuncLowering &L, Frame &Target) {
  Target.Label = L.newBlock(Target.Kind == Frame::Loop ? "loop" : "after");
  for (const ValType Type : labelTypes(Target))
    Target.Phis.push_back(PHINode::Create(L.Lowering.type(Type), 2, "", Target.Label));
}

void lowerControl(FuncLowering &L, const Instruction &I) {
  switch (I.Op) {
  case Opcode::Unreachable:
    L.Traps.trap(L.Builder, Trap::UNREACHABLE);
    L.Reachable = false;
    return;
  case Opcode::Nop:
    return;
  case Opcode::Block:
    openFrame(L, Frame::Block, I.Block);
    return;
  case Opcode::Loop:
    return lowerLoop(L, I);
  case Opcode::If:
    return lowerIf(L, I);
  case Opcode::Else:
    return lowerElse(L);
  case Opcode::End:
    return lowerEnd(L);
  case Opcode::Br:
    return lowerBr(L, I.Index);
  case Opcode::BrIf:
    return lowerBrIf(L, I);
  case Opcode::BrTable:
    return lowerBrTable(L, I);
  case Opcode::Return:
    return lowerBr(L, L.Frames.size() - 1);
  case Opcode::Call:
  case Opcode::ReturnCall:
    return lowerCall(L, I);
  case Opcode::CallRef:
  case Opcode::ReturnCallRef:
    return lowerCallRef(L, I);
  case Opcode::BrOnNull:
    return lowerBrOnNull(L, I);
  case Opcode::BrOnNonNull:
    return lowerBrOnNonNull(L, I);
  case Opcode::CallIndirect:
  case Opcode::ReturnCallIndirect:
    return lowerCallIndirect(L, I);
  default:
    llvm_unreachable("not a control instruction");
  }
}

} // namespace w2n
