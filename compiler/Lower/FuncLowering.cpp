//===- FuncLowering.cpp - Reading one function body ------------------------===//

#include "Lower/FuncLowering.h"

using namespace llvm;

namespace w2n {

FuncType blockSignature(const Module &Wasm, const BlockType &Type) {
  if (Type.TypeIndex)
    return Wasm.Types[*Type.TypeIndex];
  FuncType Result;
  if (Type.Result)
    Result.Results.push_back(*Type.Result);
  return Result;
}

FuncLowering::FuncLowering(ModuleLowering &Lowering, uint32_t Index)
    : Lowering(Lowering), Wasm(Lowering.Wasm), F(Lowering.code(Index)),
      Builder(BasicBlock::Create(Lowering.Context, "entry", F)), Traps(*F), Memory(Lowering, Traps),
      Instance(Lowering.Instance->hasParameter() ? F->getArg(0) : nullptr), Index(Index) {}

SmallVector<Value *, 8> FuncLowering::popMany(size_t Count) {
  SmallVector<Value *, 8> Result(Stack.end() - Count, Stack.end());
  Stack.truncate(Stack.size() - Count);
  return Result;
}

void FuncLowering::createLocals() {
  const Function &Body = Wasm.Functions[Index];
  const FuncType &Type = Wasm.typeOf(Body);
  const auto Create = [&](ValType LocalType, Value *Init) {
    AllocaInst *Slot = Builder.CreateAlloca(Lowering.type(LocalType));
    Builder.CreateStore(Init, Slot);
    Locals.push_back(Slot);
    LocalTypes.push_back(LocalType);
  };
  for (const auto [I, Parameter] : enumerate(Type.Parameters))
    Create(Parameter, codeOperand(Lowering, *F, Type, I));
  for (const LocalRun &Run : Body.Locals)
    for (uint32_t I = 0; I < Run.Count; ++I)
      Create(Run.Type, Lowering.zero(Run.Type));
}

/// Where nothing catches faults, each function compares the stack pointer with the
/// limit itself. What the frame needs is filled in by sizeStackCheck().
void FuncLowering::checkStack() {
  if (Lowering.isGuarded())
    return;
  Value *Frame = Builder.CreatePtrToInt(
      Builder.CreateIntrinsic(Intrinsic::frameaddress, {Lowering.pointer()}, {Builder.getInt32(0)}),
      Builder.getInt64Ty());
  StackNeeded = cast<CallInst>(
      Builder.CreateBinaryIntrinsic(Intrinsic::usub_sat, Frame, Builder.getInt64(0)));
  Value *Store = env().store(Builder, Instance);
  LoadInst *Limit = Builder.CreateLoad(
      Builder.getInt64Ty(), Lowering.Abi.field(Builder, Store, abi::store_field::stack_limit));
  AliasTags::tag(Limit, Lowering.Tags.InstanceState);
  Traps.trapIf(Builder, Builder.CreateICmpULT(StackNeeded, Limit), Trap::STACK_EXHAUSTED);
}

/// Counts the blocks inside unreachable code; its own end or else is a matter for
/// lowerControl again.
void FuncLowering::skipUntilReachable(const Instruction &I, unsigned &Depth) {
  switch (I.Op) {
  case Opcode::Block:
  case Opcode::Loop:
  case Opcode::If:
    ++Depth;
    return;
  case Opcode::Else:
    if (Depth == 0)
      lowerControl(*this, I);
    return;
  case Opcode::End:
    if (Depth == 0)
      lowerControl(*this, I);
    else
      --Depth;
    return;
  default:
    return;
  }
}

static void dispatch(FuncLowering &L, const Instruction &I) {
  switch (I.Op) {
#define W2N_CASES(NAME, LOWER)                                                                     \
  case Opcode::NAME:                                                                               \
    return LOWER(L, I);
#define W2N_OP_CONTROL(NAME, ...) W2N_CASES(NAME, lowerControl)
#define W2N_OP_PARAMETRIC(NAME, ...) W2N_CASES(NAME, lowerParametric)
#define W2N_OP_VARIABLE(NAME, ...) W2N_CASES(NAME, lowerVariable)
#define W2N_OP_TABLE(NAME, ...) W2N_CASES(NAME, lowerTable)
#define W2N_OP_REFERENCE(NAME, ...) W2N_CASES(NAME, lowerReference)
#define W2N_OP_LOAD(NAME, ...) W2N_CASES(NAME, lowerLoad)
#define W2N_OP_STORE(NAME, ...) W2N_CASES(NAME, lowerStore)
#define W2N_OP_MEMORY(NAME, ...) W2N_CASES(NAME, lowerMemory)
#define W2N_OP_CONST(NAME, ...) W2N_CASES(NAME, lowerConst)
#define W2N_OP_COMPARE(NAME, ...) W2N_CASES(NAME, lowerCompare)
#define W2N_OP_INTEGER(NAME, ...) W2N_CASES(NAME, lowerInteger)
#define W2N_OP_FLOAT(NAME, ...) W2N_CASES(NAME, lowerFloat)
#define W2N_OP_CONVERT(NAME, ...) W2N_CASES(NAME, lowerConvert)
#include "Wasm/Opcodes.def"
#undef W2N_CASES
  }
}

void FuncLowering::run() {
  createLocals();
  checkStack();
  Frames.push_back({Frame::Function,
                    {{}, Wasm.typeOf(Wasm.Functions[Index]).Results},
                    0,
                    nullptr,
                    {},
                    nullptr,
                    {}});
  createLabel(*this, Frames.back());
  const ByteRange &Body = Wasm.Functions[Index].Body;
  OpReader Reader(Wasm.bytes(Body), Body.Offset, Lowering.Valid.features());
  Instruction I;
  unsigned Depth = 0;
  while (Reader.next(I)) {
    if (Reachable)
      dispatch(*this, I);
    else
      skipUntilReachable(I, Depth);
  }
  assert(Frames.empty() && "a valid body closes its blocks");
  if (StackNeeded)
    StackNeeded->setArgOperand(1, Builder.getInt64(8 * HighestOperand));
}

void lowerFunction(ModuleLowering &Lowering, uint32_t Index) {
  FuncLowering(Lowering, Index).run();
}

} // namespace w2n
