//===- ConstantTables.h - Tables that never change -------------------------===//
//
// A table that nothing writes to once its active segments have run, and that nobody outside of
// the module knows: its elements are known before the program runs.
//
//===----------------------------------------------------------------------===//

#ifndef W2N_LOWER_CONSTANTTABLES_H
#define W2N_LOWER_CONSTANTTABLES_H

#include "Lower/Lower.h"
#include "Lower/ModuleFacts.h"

#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/SmallVector.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace w2n {

/// Elements of a table that are functions of one type.
struct ElementsOfType {
  /// The lowest and the highest index.
  uint32_t First;
  uint32_t Last;
  uint32_t Count = 0;
  /// The first MostListed indices.
  llvm::SmallVector<uint32_t, 4> Indices;

  static constexpr size_t MostListed = 3;
  bool areListed() const { return Count <= MostListed; }
  /// Whether all elements between the first and the last are of this type.
  bool areNeighbours() const { return Last - First + 1 == Count; }
};

struct ConstantTable {
  /// Functions, nothing for null, up to the last element that is not null.
  std::vector<std::optional<uint32_t>> Elements;
  /// In elements, those at the end included.
  uint64_t Size;
  /// Whether instructions read it, too.
  bool IsRead;
  /// By the number of their type.
  llvm::DenseMap<uint32_t, ElementsOfType> ByType;
};

class ConstantTables {
public:
  ConstantTables(const ValidModule &Valid, const ModuleFacts &Facts, Placement Kind);

  /// The constant table with this index, or null.
  const ConstantTable *find(uint32_t Table) const {
    return Tables[Table] ? &*Tables[Table] : nullptr;
  }
  /// The same for types that are the same, and never 0.
  uint32_t typeNumber(uint32_t TypeIndex) const { return TypeNumbers[TypeIndex]; }
  /// Whether functions of the type with a number are called through tables.
  bool isCalled(uint32_t TypeNumber) const { return CalledTypes.test(TypeNumber); }

private:
  std::vector<std::optional<ConstantTable>> Tables;
  std::vector<uint32_t> TypeNumbers;
  llvm::BitVector CalledTypes;
};

} // namespace w2n

#endif // W2N_LOWER_CONSTANTTABLES_H
