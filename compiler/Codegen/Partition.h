//===- Partition.h - A module in parts, for code generation ----------------===//

#ifndef W2N_CODEGEN_PARTITION_H
#define W2N_CODEGEN_PARTITION_H

#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/IR/Module.h"

#include <memory>
#include <vector>

namespace w2n {

/// What decides about the parts.
enum class PartitionRule {
  /// Work for several threads, in the order of the module where that is one of heat.
  Work,
  /// A part for each heat, the hottest first.
  Heat
};

/// The parts of a module, each with some of its functions; the first has its variables too.
/// What is in which part depends on the module alone.
class Partition {
public:
  /// Divides M, of which nothing is local any more where there is more than one part. LocalPrefix
  /// as in CodegenOptions.
  Partition(llvm::Module &M, llvm::StringRef LocalPrefix, PartitionRule Rule);

  /// At least 1.
  size_t size() const { return Functions.size(); }

  /// Makes M the first part.
  void keepFirst(llvm::Module &M) const;

  /// Any other part, in a context of its own. Safe to call from several threads.
  std::unique_ptr<llvm::Module> read(size_t Part, llvm::LLVMContext &Context) const;

private:
  /// The names of each part's functions.
  std::vector<llvm::StringSet<>> Functions;
  llvm::SmallVector<char, 0> Bitcode;
};

} // namespace w2n

#endif // W2N_CODEGEN_PARTITION_H
