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
  /// What is wrong with the current instruction, mismatched operands aside; empty if nothing.
  std::string Problem;

  FuncState(const ModuleContext &Context, const Function &F);

  /// Records a problem, unless there is one already.
  void fail(const llvm::Twine &Message);
  /// Records a problem unless Index is below Count, the size of the index space of What;
  /// gives whether it is.
  bool checkIndex(uint32_t Index, size_t Count, llvm::StringRef What);
  /// The type of the addresses that a load or store takes; i32 where there is no memory.
  ValType addressType(const Instruction &I) const;
};

/// Pops the parameters of a block and opens it.
void openBlock(FuncState &S, const Instruction &I);

/// Each checks an instruction of the families that it is named after.
void checkControl(FuncState &S, const Instruction &I);
void checkException(FuncState &S, const Instruction &I);
void checkParametric(FuncState &S, const Instruction &I);
void checkVariable(FuncState &S, const Instruction &I);
void checkTable(FuncState &S, const Instruction &I);
void checkReference(FuncState &S, const Instruction &I);
void checkMemory(FuncState &S, const Instruction &I);

} // namespace w2n

#endif // W2N_VALIDATE_FUNCSTATE_H
