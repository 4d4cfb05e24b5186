//===- LibraryLayout.h - Where things are in a library's instance ----------===//

#ifndef W2N_LOWER_LIBRARYLAYOUT_H
#define W2N_LOWER_LIBRARYLAYOUT_H

#include "Lower/AbiTypes.h"
#include "Lower/ModuleFacts.h"
#include "Wasm/Module.h"

#include <cstdint>
#include <vector>

namespace w2n {

/// Offsets in bytes from the start of an instance, which begins with w2n_instance.
/// An imported object has a pointer there, an own one is there itself.
class LibraryLayout {
public:
  LibraryLayout(const Module &Wasm, const ModuleFacts &Facts, const AbiTypes &Abi);

  std::vector<uint64_t> Memories;
  std::vector<uint64_t> Tables;
  std::vector<uint64_t> Globals;
  std::vector<uint64_t> Tags;
  /// w2n_elements and w2n_data of each segment, and the references of each segment.
  std::vector<uint64_t> Elements;
  std::vector<uint64_t> References;
  std::vector<uint64_t> DataSegments;
  /// Of the first own memory and table, which are one after the other.
  uint64_t OwnMemories = 0;
  uint64_t OwnTables = 0;
  /// The w2n_function pointers of imported functions, and the records of
  /// ModuleFacts::ReferencedFunctions.
  uint64_t ImportedFunctions = 0;
  uint64_t FunctionRecords = 0;
  uint64_t Size = 0;
};

} // namespace w2n

#endif // W2N_LOWER_LIBRARYLAYOUT_H
