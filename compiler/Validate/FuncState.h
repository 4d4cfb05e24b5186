//===- FuncState.h - What the rules of instructions work on ----------------===//

#ifndef W2N_VALIDATE_FUNCSTATE_H
#define W2N_VALIDATE_FUNCSTATE_H

#include "Decode/OpReader.h"
#include "Validate/Rules.h"
#include "Validate/Stacks.h"

#include <string>
#include <vector>

namespace w2n {

/// The validation of one body: the rules check an instruction against it and apply
/// what the instruction does to the stacks.
struct FuncState {
  const ModuleContext &Context;
  const Module &M;
  Stacks Stack;
  /// The parameters and the locals, one by one.
  std::vector<ValType> Locals;
  /// Locals that may be read: parameters, those with a default, and those set since; the
  /// ones that were set, in order, and how many there were when each open block began.
  llvm::BitVector SetLocals;
  std::vector<uint32_t> SetOrder;
  std::vector<size_t> SetBefore;
  /// What is wrong with the current instruction, mismatched operands aside; empty if nothing.
  std::string Problem;

  FuncState(const ModuleContext &Context, const Function &F);

  /// Records a problem, unless there is one already.
  void fail(const llvm::Twine &Message);
  /// Records a problem unless Index is below Count, the size of the index space of What;
  /// gives whether it is.
  bool checkIndex(uint32_t Index, size_t Count, llvm::StringRef What);
  /// Records a problem if a type refers to a type that the module does not have; gives
  /// whether it does not.
  bool checkType(ValType Type);
  /// The type of the addresses that a load or store takes; i32 where there is no memory.
  ValType addressType(const Instruction &I) const;
  /// Records that a local has a value now.
  void setLocal(uint32_t Index);
  /// Forgets the locals that were set inside the innermost block.
  void forgetLocals();
};

/// Pops the parameters of a block and opens it.
void openBlock(FuncState &S, const Instruction &I);
/// Closes the innermost block, whose results are popped.
Stacks::Frame closeBlock(FuncState &S);
/// Pops a reference and gives its type, but for null: what is left of it where it is none.
ValType popReference(FuncState &S, const Instruction &I);

/// Each checks an instruction of the families that it is named after.
void checkControl(FuncState &S, const Instruction &I);
void checkException(FuncState &S, const Instruction &I);
void checkParametric(FuncState &S, const Instruction &I);
void checkVariable(FuncState &S, const Instruction &I);
void checkTable(FuncState &S, const Instruction &I);
void checkReference(FuncState &S, const Instruction &I);
void checkMemory(FuncState &S, const Instruction &I);

/// Checks the lanes that the immediates of an instruction name, if any.
void checkLanes(FuncState &S, const Instruction &I);

} // namespace w2n

#endif // W2N_VALIDATE_FUNCSTATE_H
