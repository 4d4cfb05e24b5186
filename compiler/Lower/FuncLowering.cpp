//===- FuncLowering.cpp - Reading one function body ------------------------===//

#include "Lower/FuncLowering.h"

#include "llvm/IR/MDBuilder.h"

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

MDNode *FuncLowering::branchWeights(const Instruction &I) const {
  const std::vector<BranchHint> &Hints = Wasm.Functions[Index].Hints;
  const auto Hint = lower_bound(
      Hints, I.Offset, [](const BranchHint &H, uint64_t Offset) { return H.Offset < Offset; });
  if (Hint == Hints.end() || Hint->Offset != I.Offset)
    return nullptr;
  MDBuilder Metadata(Lowering.Context);
  return Hint->LikelyTaken ? Metadata.createLikelyBranchWeights()
                           : Metadata.createUnlikelyBranchWeights();
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
  for (const auto [Parameter, Operand] :
       zip_equal(Type.Parameters, codeOperands(Lowering, Builder, *F, Type)))
    Create(Parameter, Operand);
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

/// Counts the blocks inside unreachable code; the end of its own block, or of the part
/// that is not reached, is lowered again.
void FuncLowering::skipUntilReachable(const Instruction &I, unsigned &Depth) {
  const bool EndsPart = I.Op == Opcode::Else || I.Op == Opcode::Catch || I.Op == Opcode::CatchAll;
  if (opensBlock(I.Op))
    ++Depth;
  else if (Depth == 0 && (EndsPart || closesBlock(I.Op)))
    dispatch(I);
  else if (closesBlock(I.Op))
    --Depth;
}

void FuncLowering::dispatch(const Instruction &I) {
  switch (I.Op) {
#define W2N_CASES(NAME, LOWER)                                                                     \
  case Opcode::NAME:                                                                               \
    return LOWER(*this, I);
#define W2N_OP_CONTROL(NAME, ...) W2N_CASES(NAME, lowerControl)
#define W2N_OP_EXCEPTION(NAME, ...) W2N_CASES(NAME, lowerException)
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
#define W2N_OP_WIDE(NAME, ...) W2N_CASES(NAME, lowerWide)
#define W2N_OP_FLOAT(NAME, ...) W2N_CASES(NAME, lowerFloat)
#define W2N_OP_CONVERT(NAME, ...) W2N_CASES(NAME, lowerConvert)
#define W2N_OP_VECTOR_LOAD(NAME, ...) W2N_CASES(NAME, lowerVectorLoad)
#define W2N_OP_VECTOR_LOAD_LANE(NAME, ...) W2N_CASES(NAME, lowerVectorLoadLane)
#define W2N_OP_VECTOR_STORE_LANE(NAME, ...) W2N_CASES(NAME, lowerVectorStoreLane)
#define W2N_OP_VECTOR_SHUFFLE(NAME, ...) W2N_CASES(NAME, lowerVectorShuffle)
#define W2N_OP_VECTOR_SPLAT(NAME, ...) W2N_CASES(NAME, lowerVectorSplat)
#define W2N_OP_VECTOR_EXTRACT(NAME, ...) W2N_CASES(NAME, lowerVectorExtract)
#define W2N_OP_VECTOR_REPLACE(NAME, ...) W2N_CASES(NAME, lowerVectorReplace)
#define W2N_OP_VECTOR_COMPARE(NAME, ...) W2N_CASES(NAME, lowerVectorCompare)
#define W2N_OP_VECTOR_BITS(NAME, ...) W2N_CASES(NAME, lowerVectorBits)
#define W2N_OP_VECTOR_TEST(NAME, ...) W2N_CASES(NAME, lowerVectorTest)
#define W2N_OP_VECTOR_SHIFT(NAME, ...) W2N_CASES(NAME, lowerVectorShift)
#define W2N_OP_VECTOR_INTEGER(NAME, ...) W2N_CASES(NAME, lowerVectorInteger)
#define W2N_OP_VECTOR_WIDEN(NAME, ...) W2N_CASES(NAME, lowerVectorWiden)
#define W2N_OP_VECTOR_FLOAT(NAME, ...) W2N_CASES(NAME, lowerVectorFloat)
#define W2N_OP_VECTOR_CONVERT(NAME, ...) W2N_CASES(NAME, lowerVectorConvert)
#define W2N_OP_VECTOR_RELAXED(NAME, ...) W2N_CASES(NAME, lowerVectorRelaxed)
#include "Wasm/Opcodes.def"
#undef W2N_CASES
  }
}

/// Code that is made from here on belongs to what is at Offset in the module.
void FuncLowering::setLocation(uint64_t Offset) {
  if (Lowering.Debug)
    Builder.SetCurrentDebugLocation(DebugInfo::location(*F, Offset));
}

void FuncLowering::run() {
  setLocation(Wasm.Functions[Index].Body.Offset);
  createLocals();
  checkStack();
  Frame &Whole = Frames.emplace_back();
  Whole.Kind = Frame::Function;
  Whole.Type.Results = Wasm.typeOf(Wasm.Functions[Index]).Results;
  createLabel(*this, Whole);
  const ByteRange &Body = Wasm.Functions[Index].Body;
  OpReader Reader(Wasm.bytes(Body), Body.Offset, Lowering.Valid.features());
  Instruction I;
  unsigned Depth = 0;
  while (Reader.next(I)) {
    setLocation(I.Offset);
    if (Reachable)
      dispatch(I);
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
