//===- Stacks.h - The operand stack and the control stack ------------------===//
//
// The algorithm of the specification's appendix (A.3): one stack of the types of
// the operands, one of the blocks that are open. After an instruction that never
// falls through, the operands of its block are unknown until the block ends: any
// number of values of type Bottom is there to be popped.
//
//===----------------------------------------------------------------------===//

#ifndef W2N_VALIDATE_STACKS_H
#define W2N_VALIDATE_STACKS_H

#include "Decode/OpReader.h"
#include "Wasm/Module.h"

#include "llvm/ADT/ArrayRef.h"

#include <string>
#include <vector>

namespace w2n {

class Stacks {
public:
  /// A block that is open.
  struct Frame {
    /// Block, Loop, If, Else, TryTable, Try, Catch or CatchAll; Block for the whole body.
    Opcode Op;
    BlockType Type;
    /// Operands below this one belong to the blocks around.
    size_t Height;
    bool Unreachable;
    /// Offset in the file of the instruction that opened it.
    uint64_t Offset;
  };

  /// M, whose types the blocks refer to, must outlive the stacks.
  explicit Stacks(const Module &M) : M(M) {}

  void push(ValType Type) { Operands.push_back(Type); }
  void push(llvm::ArrayRef<ValType> Types) {
    Operands.insert(Operands.end(), Types.begin(), Types.end());
  }
  /// Pops an operand of any type.
  ValType pop();
  /// Pops an operand that must have this type, and gives the type it had.
  ValType pop(ValType Expected);
  void pop(llvm::ArrayRef<ValType> Expected);
  /// Checks the topmost operands, which stay.
  void checkTop(llvm::ArrayRef<ValType> Expected);
  size_t height() const { return Operands.size(); }

  /// Opens a block and pushes its parameters, which the caller has popped where they
  /// are operands of the instruction. The first block is the body of the function.
  void open(Opcode Op, const BlockType &Type, uint64_t Offset);
  /// Opens a block that begins with these operands in place of its parameters.
  void openWith(Opcode Op, const BlockType &Type, uint64_t Offset, llvm::ArrayRef<ValType> First);
  /// Ends the innermost block: its results must be all that it leaves, and are popped.
  Frame close();
  bool empty() const { return Frames.empty(); }
  const Frame &innermost() const { return Frames.back(); }
  /// The block Label levels out; Label is below depth().
  const Frame &frame(uint32_t Label) const { return Frames[Frames.size() - 1 - Label]; }
  /// Drops the operands of the innermost block: what follows is never reached.
  void setUnreachable();

  size_t depth() const { return Frames.size(); }
  /// The types that a branch to the block Label levels out takes; Label is below depth().
  llvm::ArrayRef<ValType> labelTypes(uint32_t Label) const;
  /// The results of the function.
  llvm::ArrayRef<ValType> functionResults() const { return results(Frames.front().Type); }
  llvm::ArrayRef<ValType> parameters(const BlockType &Type) const;
  /// What it gives is valid as long as Type is.
  llvm::ArrayRef<ValType> results(const BlockType &Type) const;

  /// What was first found wrong with the operands, as "expected i32, found i64"; empty
  /// if nothing was.
  llvm::StringRef mismatch() const { return Mismatch; }

private:
  const Module &M;
  std::vector<ValType> Operands;
  std::vector<Frame> Frames;
  std::string Mismatch;

  /// The type of the operand Depth from the top: Bottom if it may be anything, nothing
  /// if there is none.
  std::optional<ValType> operand(size_t Depth) const;
  void checkOperand(std::optional<ValType> Actual, ValType Expected);
  void fail(const llvm::Twine &Message);
};

} // namespace w2n

#endif // W2N_VALIDATE_STACKS_H
