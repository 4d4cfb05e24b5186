//===- ModuleFacts.h - What lowering has to know before it starts ----------===//

#ifndef W2N_LOWER_MODULEFACTS_H
#define W2N_LOWER_MODULEFACTS_H

#include "Decode/OpReader.h"
#include "Validate/Validate.h"

#include "llvm/ADT/DenseMap.h"

#include <optional>
#include <vector>

namespace w2n {

/// An element of a segment: a function, null, or an expression to be evaluated.
struct ElementValue {
  std::optional<uint32_t> Function;
  std::optional<ByteRange> Expression;
};

class ModuleFacts {
public:
  explicit ModuleFacts(const ValidModule &Valid);

  /// Own functions that a reference can be made to: those that occur outside of
  /// function bodies (core spec, 3.4.1: C.refs), in order.
  std::vector<uint32_t> ReferencedFunctions;
  /// From a function's index to its place in ReferencedFunctions.
  llvm::DenseMap<uint32_t, uint32_t> ReferenceNumber;
  /// The elements of each segment.
  std::vector<std::vector<ElementValue>> Elements;
  /// What backtraces call each function: its name, or an export's.
  std::vector<llvm::StringRef> FunctionNames;

private:
  ElementValue addElement(const ValidModule &Valid, const ByteRange &Expression);
  void addReferencesIn(const ValidModule &Valid, const ByteRange &Expression);
  void addReference(const Module &Wasm, uint32_t Function);
};

} // namespace w2n

#endif // W2N_LOWER_MODULEFACTS_H
