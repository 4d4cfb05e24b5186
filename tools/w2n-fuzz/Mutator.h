//===- Mutator.h - From modules to modules that are almost like them -------===//

#ifndef W2N_FUZZ_MUTATOR_H
#define W2N_FUZZ_MUTATOR_H

#include "Parts.h"

#include "llvm/ADT/StringMap.h"

#include <cstdint>
#include <map>
#include <random>
#include <vector>

namespace w2n::fuzz {

/// Makes mutants of a set of modules. A mutant is a function of the modules and two
/// numbers, so any one can be made again. A quarter have a few bytes changed anywhere;
/// the others are changed as modules: instructions and sections are replaced, removed,
/// repeated and exchanged, also for those of other modules, and sizes put right.
class Mutator {
public:
  /// The first ValidCount of Modules, of which there is one at least, are valid: three in
  /// four mutants are made of those, since most mutants of the others are as invalid.
  Mutator(std::vector<Bytes> Modules, size_t ValidCount);

  Bytes mutant(uint64_t Seed, uint64_t Index) const;

private:
  using Random = std::mt19937_64;

  std::vector<Bytes> Modules;
  size_t ValidCount;
  /// Every section with this id, and every instruction: by what it is, and those that take
  /// and give the same by their signature.
  std::map<uint8_t, std::vector<Bytes>> SectionPool;
  std::map<Opcode, std::vector<Op>> OpcodePool;
  llvm::StringMap<std::vector<Op>> SignaturePool;

  void collect(const Bytes &Module);
  void mutateSections(std::vector<Section> &Sections, Random &R) const;
  void mutateBody(Body &B, Random &R) const;
  const Op &randomOp(Random &R) const;
  const Op &similarOp(const Op &To, Random &R) const;
};

} // namespace w2n::fuzz

#endif // W2N_FUZZ_MUTATOR_H
