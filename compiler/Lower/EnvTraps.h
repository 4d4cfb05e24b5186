//===- EnvTraps.h - Ending in a trap ---------------------------------------===//

#ifndef W2N_LOWER_ENVTRAPS_H
#define W2N_LOWER_ENVTRAPS_H

#include "abi/constants.h"

#include "llvm/ADT/DenseMap.h"
#include "llvm/IR/IRBuilder.h"

namespace w2n {

/// A row of abi/traps.def.
enum class Trap : uint32_t {
#define W2N_TRAP(NAME, CODE, MESSAGE) NAME = CODE,
#include "abi/traps.def"
};

/// The traps of one function: one block for each reason, shared by all places that
/// end there, since nothing but the function's name is reported of the place.
class TrapBlocks {
public:
  explicit TrapBlocks(llvm::Function &F) : F(F) {}

  /// Goes on only where Condition is false.
  void trapIf(llvm::IRBuilderBase &Builder, llvm::Value *Condition, Trap Reason);

  /// Goes on only where Condition is false; Reason is an i32 that holds the trap.
  void trapIf(llvm::IRBuilderBase &Builder, llvm::Value *Condition, llvm::Value *Reason);

  /// Ends the current block in a trap.
  void trap(llvm::IRBuilderBase &Builder, Trap Reason);

  /// The same; Reason is an i32 that holds the trap.
  void trap(llvm::IRBuilderBase &Builder, llvm::Value *Reason);

private:
  llvm::Function &F;
  llvm::DenseMap<uint32_t, llvm::BasicBlock *> Blocks;

  llvm::BasicBlock *blockFor(llvm::IRBuilderBase &Builder, Trap Reason);
  llvm::BasicBlock *newTrapBlock(llvm::IRBuilderBase &Builder, llvm::Value *Reason);
  void branch(llvm::IRBuilderBase &Builder, llvm::Value *Condition, llvm::BasicBlock *Bad);
};

} // namespace w2n

#endif // W2N_LOWER_ENVTRAPS_H
