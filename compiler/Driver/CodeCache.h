//===- CodeCache.h - The objects of earlier compilations -------------------===//

#ifndef W2N_DRIVER_CODECACHE_H
#define W2N_DRIVER_CODECACHE_H

#include "Driver/CodeKey.h"

#include "llvm/Support/raw_ostream.h"

#include <optional>
#include <string>
#include <vector>

namespace w2n {

/// What there is of a module's code.
struct CachedCode {
  CacheKey Key = {};
  std::optional<std::vector<ObjectBytes>> Objects;
};

/// Keeps the objects that a module is compiled to for one target, before they are linked.
class CodeCache {
public:
  /// Compiler identifies this build of the compiler, and goes into all keys.
  CodeCache(ObjectCache Objects, std::string Compiler)
      : Objects(std::move(Objects)), Compiler(std::move(Compiler)) {}

  /// What an earlier compilation of the same has stored, and under which key to store it.
  CachedCode find(const CodeInputs &Inputs);

  /// A cache that cannot be written to is only remarked on, in report().
  void store(const CacheKey &Key, const std::vector<ObjectBytes> &Parts);

  /// Prints a line for each find(), and for each store() that failed.
  void report(llvm::raw_ostream &OS) const;

private:
  ObjectCache Objects;
  std::string Compiler;
  std::vector<std::string> Remarks;
};

} // namespace w2n

#endif // W2N_DRIVER_CODECACHE_H
