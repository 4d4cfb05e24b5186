//===- LoweringPlan.h - What lowering knows before it starts ---------------===//
//
// A large module is lowered in parts, each into an LLVM module and a context of its own, so
// that all work from there to object code can be done at the same time, and little is in
// memory at once. The first part also defines the state of the instance and the descriptor;
// the others declare what they use of it.
//
//===----------------------------------------------------------------------===//

#ifndef W2N_LOWER_LOWERINGPLAN_H
#define W2N_LOWER_LOWERINGPLAN_H

#include "Lower/ConstantTables.h"
#include "Lower/Lower.h"
#include "Lower/ModuleFacts.h"
#include "Lower/ThrowFacts.h"

#include "llvm/ADT/BitVector.h"

#include <cstdint>
#include <string>
#include <vector>

namespace w2n {

class LoweringPlan {
public:
  /// A plan with a single part. Both have to outlive it.
  LoweringPlan(const ValidModule &Valid, const LowerOptions &Options);

  /// Divides a large module as the options say. What is in which part depends on the module
  /// alone.
  void divide();

  const ValidModule &module() const { return Valid; }
  const ModuleFacts &facts() const { return Facts; }
  const ThrowFacts &throws() const { return Throws; }
  const ConstantTables &constantTables() const { return Tables; }

  /// At least 1.
  size_t size() const { return Parts.size(); }

  /// The functions whose bodies are in the part: from First up to, but not with, End.
  struct Range {
    uint32_t First;
    uint32_t End;
    bool contains(uint32_t Function) const { return First <= Function && Function < End; }
  };
  Range functions(size_t Part) const { return Parts[Part].Functions; }
  /// The size of these bodies.
  uint64_t bytes(Range Functions) const;

  /// Small functions of other parts that the part calls: it gets their bodies to inline.
  llvm::ArrayRef<uint32_t> inlinable(size_t Part) const { return Parts[Part].Inlinable; }

  /// Functions with bodies that several parts name.
  bool isShared(uint32_t Function) const { return Shared.test(Function); }

  /// Functions that bodies outside of the first part make references to.
  llvm::ArrayRef<uint32_t> referencedByParts() const { return ReferencedByParts; }

  /// The symbol of something of the module: where several parts know it, one that no other
  /// module has which is linked into the same image.
  std::string symbol(const llvm::Twine &Name) const { return (SymbolPrefix + Name).str(); }

  /// By which other parts know the function table of a part; empty where none has to.
  std::string functionTable(size_t Part) const;

private:
  uint64_t bytesOfPart() const;

  struct Part {
    Range Functions;
    std::vector<uint32_t> Inlinable;
  };

  const ValidModule &Valid;
  const LowerOptions &Options;
  const ModuleFacts Facts;
  const ThrowFacts Throws;
  const ConstantTables Tables;
  /// Empty where there is one part.
  std::string SymbolPrefix;
  std::vector<Part> Parts;
  llvm::BitVector Shared;
  std::vector<uint32_t> ReferencedByParts;

  void cut();
  void shareNamedBy(uint32_t Index, const Part &User, llvm::SmallVectorImpl<uint32_t> &Called);
  void share(Part &User);
};

} // namespace w2n

#endif // W2N_LOWER_LOWERINGPLAN_H
