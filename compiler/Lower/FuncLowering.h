//===- FuncLowering.h - The state while one function is lowered ------------===//
//
// The body is read once, front to back. Wasm's operand stack becomes a stack of
// LLVM values; locals are allocas, which LLVM's SROA turns into values; labels are
// basic blocks with a phi for each of their operands.
//
//===----------------------------------------------------------------------===//

#ifndef W2N_LOWER_FUNCLOWERING_H
#define W2N_LOWER_FUNCLOWERING_H

#include "Lower/EnvMemory.h"
#include "Lower/EnvRuntime.h"
#include "Lower/EnvTraps.h"
#include "Lower/ModuleLowering.h"

#include "llvm/ADT/SmallVector.h"
#include "llvm/IR/IRBuilder.h"

#include <algorithm>

namespace w2n {

/// A block, loop, if, try or the function itself, while its body is being read. A Catch is
/// a legacy try whose clauses are being read.
struct Frame {
  enum FrameKind { Block, Loop, If, TryTable, Try, Catch, Function };
  FrameKind Kind = Block;
  FuncType Type;
  /// Height of the operand stack below the block's parameters.
  size_t Height = 0;
  /// Where a branch to the frame goes, with a phi for each operand it takes there: the
  /// start of a loop, the end of everything else.
  llvm::BasicBlock *Label = nullptr;
  llvm::SmallVector<llvm::PHINode *, 2> Phis;
  /// Of an if before its else: where the other branch starts, and its parameters.
  llvm::BasicBlock *Else = nullptr;
  llvm::SmallVector<llvm::Value *, 2> ElseParameters;
  /// Of a try: where exceptions of its body go, once there may be any; of a Catch, those
  /// that no clause so far has caught.
  llvm::BasicBlock *Landing = nullptr;
  /// Of a Catch: what its clause has caught.
  llvm::Value *Exception = nullptr;
  llvm::SmallVector<CatchClause, 2> Clauses;
};

class FuncLowering {
public:
  FuncLowering(ModuleLowering &Lowering, uint32_t Index);

  /// Reads the whole body.
  void run();

  ModuleLowering &Lowering;
  const Module &Wasm;
  llvm::Function *F;
  llvm::IRBuilder<> Builder;
  TrapBlocks Traps;
  EnvMemory Memory;
  /// The instance, or null in a program.
  llvm::Value *Instance;
  llvm::SmallVector<llvm::Value *, 16> Locals;
  llvm::SmallVector<ValType, 16> LocalTypes;
  llvm::SmallVector<Frame, 8> Frames;
  /// False after an unconditional branch, until the end or else of the frame: what
  /// stands between is never executed and skipped.
  bool Reachable = true;
  /// Where exceptions leave the function, once there may be any.
  llvm::BasicBlock *Unwind = nullptr;

  llvm::Value *pop() { return Stack.pop_back_val(); }
  void push(llvm::Value *Value) {
    Stack.push_back(Value);
    HighestOperand = std::max(HighestOperand, Stack.size());
  }
  llvm::Value *top() const { return Stack.back(); }
  /// The topmost Count operands, the first one deepest; they are taken off.
  llvm::SmallVector<llvm::Value *, 8> popMany(size_t Count);
  /// Pushes several, the last one on top.
  void pushMany(llvm::ArrayRef<llvm::Value *> Values) { llvm::append_range(Stack, Values); }
  /// The LLVM type of the result that the opcode table gives I.
  llvm::Type *resultType(const Instruction &I) const {
    return Lowering.type(typeOfLetter(I.Info->Signature.back()));
  }
  /// Branch weights for a br_if or if that has a hint, else null.
  llvm::MDNode *branchWeights(const Instruction &I) const;
  /// The type of the function that is being lowered.
  const FuncType &type() const { return Wasm.typeOf(Wasm.Functions[Index]); }
  size_t height() const { return Stack.size(); }
  void truncate(size_t Height) { Stack.truncate(Height); }

  EnvInstance &env() { return *Lowering.Instance; }
  llvm::Value *memory(uint32_t Number) { return env().memory(Builder, Instance, Number); }
  llvm::Value *table(uint32_t Number) { return env().table(Builder, Instance, Number); }
  llvm::BasicBlock *newBlock(const llvm::Twine &Name) {
    return llvm::BasicBlock::Create(Lowering.Context, Name, F);
  }
  llvm::Value *call(Builtin Which, llvm::ArrayRef<llvm::Value *> Arguments) {
    return callBuiltin(Builder, Which, Arguments);
  }
  /// A 64-bit address, size or count from an operand of either width.
  llvm::Value *widen(llvm::Value *Value) { return Builder.CreateZExt(Value, Builder.getInt64Ty()); }

private:
  uint32_t Index;
  llvm::SmallVector<llvm::Value *, 32> Stack;
  /// The most operands there ever were.
  size_t HighestOperand = 0;
  /// The lowest address that the frame may need, where that is checked: a subtraction
  /// from the frame's address.
  llvm::CallInst *StackNeeded = nullptr;

  void createLocals();
  void checkStack();
  void dispatch(const Instruction &I);
  void setLocation(uint64_t Offset);
  void skipUntilReachable(const Instruction &I, unsigned &Depth);
};

/// The function type of a block.
FuncType blockSignature(const Module &Wasm, const BlockType &Type);

// One function per family of Opcodes.def.
void lowerControl(FuncLowering &L, const Instruction &I);
void lowerException(FuncLowering &L, const Instruction &I);
void lowerParametric(FuncLowering &L, const Instruction &I);
void lowerVariable(FuncLowering &L, const Instruction &I);
void lowerTable(FuncLowering &L, const Instruction &I);
void lowerReference(FuncLowering &L, const Instruction &I);
void lowerLoad(FuncLowering &L, const Instruction &I);
void lowerStore(FuncLowering &L, const Instruction &I);
void lowerMemory(FuncLowering &L, const Instruction &I);
void lowerConst(FuncLowering &L, const Instruction &I);
void lowerCompare(FuncLowering &L, const Instruction &I);
void lowerInteger(FuncLowering &L, const Instruction &I);
void lowerWide(FuncLowering &L, const Instruction &I);
void lowerFloat(FuncLowering &L, const Instruction &I);
void lowerConvert(FuncLowering &L, const Instruction &I);
void lowerVectorLoad(FuncLowering &L, const Instruction &I);
void lowerVectorLoadLane(FuncLowering &L, const Instruction &I);
void lowerVectorStoreLane(FuncLowering &L, const Instruction &I);
void lowerVectorShuffle(FuncLowering &L, const Instruction &I);
void lowerVectorSplat(FuncLowering &L, const Instruction &I);
void lowerVectorExtract(FuncLowering &L, const Instruction &I);
void lowerVectorReplace(FuncLowering &L, const Instruction &I);
void lowerVectorCompare(FuncLowering &L, const Instruction &I);
void lowerVectorBits(FuncLowering &L, const Instruction &I);
void lowerVectorTest(FuncLowering &L, const Instruction &I);
void lowerVectorShift(FuncLowering &L, const Instruction &I);
void lowerVectorInteger(FuncLowering &L, const Instruction &I);
void lowerVectorWiden(FuncLowering &L, const Instruction &I);
void lowerVectorFloat(FuncLowering &L, const Instruction &I);
void lowerVectorConvert(FuncLowering &L, const Instruction &I);
void lowerVectorRelaxed(FuncLowering &L, const Instruction &I);

/// Makes the block that branches to the frame go to, and its phis.
void createLabel(FuncLowering &L, Frame &Target);

/// Opens a frame, whose parameters are on the stack.
Frame &openFrame(FuncLowering &L, Frame::FrameKind Kind, const BlockType &Type);
/// Goes from the end of a frame's body, if that is reached, to behind the frame.
void leaveBody(FuncLowering &L, const Frame &Target);
/// Goes on behind a frame that has been taken off, with the operands it leaves.
void finishBlock(FuncLowering &L, const Frame &Done);
/// Branches to the frame Label levels out with operands that are not on the stack.
void branchWith(FuncLowering &L, uint32_t Label, llvm::ArrayRef<llvm::Value *> Operands);

/// Writes what a try, whose frame has been taken off, does with exceptions that reach it
/// and that no clause so far has caught.
void closeTry(FuncLowering &L, const Frame &Try);

/// The address of an element of a table; traps where there is none.
llvm::Value *tableElement(FuncLowering &L, uint32_t Table, llvm::Value *Index, Trap OutOfBounds);

/// How many bits a load or store accesses, and the pointer to them.
unsigned accessBits(const Instruction &I);
llvm::Value *accessPointer(FuncLowering &L, const Instruction &I, llvm::Value *Address);

/// What floating-point arithmetic gave, a number or a vector: where code is to be
/// deterministic, NaNs become the positive canonical one (core spec, 4.3.3).
llvm::Value *canonicalizeNaN(FuncLowering &L, llvm::Value *Result);

// Calls, which lowerControl hands over.
void lowerCall(FuncLowering &L, const Instruction &I);
void lowerCallIndirect(FuncLowering &L, const Instruction &I);
/// The same through a table that never changes.
void lowerCallConstant(FuncLowering &L, const Instruction &I, const ConstantTable &Table);
void lowerCallRef(FuncLowering &L, const Instruction &I);

} // namespace w2n

#endif // W2N_LOWER_FUNCLOWERING_H
