//===- ObjectCache.h - A folder of what was compiled before ----------------===//
//
// A store of byte strings under 256-bit keys, in one folder, for any number of processes at
// once. An entry is written under a temporary name and renamed, holds a hash of its key and
// content that is verified when it is read, and is copied into memory, never mapped.
//
// What a file in the folder says becomes part of programs, so only files and folders count
// that nobody but this user can write.
//
//===----------------------------------------------------------------------===//

#ifndef W2N_CACHE_OBJECTCACHE_H
#define W2N_CACHE_OBJECTCACHE_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>

namespace w2n {

/// SHA-256 of all that an entry's content follows from.
using CacheKey = std::array<uint8_t, 32>;

struct CacheStatistics {
  uint64_t Entries = 0;
  /// What the entries take, in bytes.
  uint64_t Size = 0;
};

class ObjectCache {
public:
  /// The cache in the folder Objects of Directory; both are made where they are missing, for
  /// this user alone. MaximumSize is in bytes, at least 1. An InputError says why the folder
  /// cannot be used: above all where others may write to it.
  static llvm::Expected<ObjectCache> open(llvm::StringRef Directory, uint64_t MaximumSize);

  /// The content that was stored under Key, and a mark that it was used now. A damaged entry
  /// is removed and counts as missing.
  std::optional<llvm::SmallVector<char, 0>> find(const CacheKey &Key) const;

  /// Stores Content under Key, then removes what processes that were killed have left, and
  /// the entries that were used least recently while all take more than the maximum size,
  /// or three quarters of what the disk has left for them.
  llvm::Error store(const CacheKey &Key, llvm::ArrayRef<char> Content) const;

  CacheStatistics statistics() const;

  /// Removes all entries; the first one that cannot be removed is an InputError.
  llvm::Error clear() const;

private:
  /// The folder of the entries.
  std::string Folder;
  uint64_t MaximumSize;

  ObjectCache(std::string Folder, uint64_t MaximumSize)
      : Folder(std::move(Folder)), MaximumSize(MaximumSize) {}
};

} // namespace w2n

#endif // W2N_CACHE_OBJECTCACHE_H
