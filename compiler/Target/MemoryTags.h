//===- MemoryTags.h - What optimisations know memories by ------------------===//

#ifndef W2N_TARGET_MEMORYTAGS_H
#define W2N_TARGET_MEMORYTAGS_H

namespace w2n {

/// The TBAA type of accesses that a comparison keeps inside their memory.
inline constexpr const char *CheckedMemoryTag = "checked memory";
/// The TBAA type of loads of a memory's size in bytes. Such a load has a range, unless any size
/// is possible, and never gives less than an earlier one from the same address.
inline constexpr const char *MemorySizeTag = "memory size";
/// The TBAA type of loads of the first address of a memory that may move.
inline constexpr const char *MemoryBaseTag = "memory base";

} // namespace w2n

#endif // W2N_TARGET_MEMORYTAGS_H
