//===- Campaign.h - Trying modules and counting what came out ---------------===//

#ifndef W2N_FUZZ_CAMPAIGN_H
#define W2N_FUZZ_CAMPAIGN_H

#include "Differences.h"
#include "Parts.h"

#include "Target/TargetSpec.h"
#include "Validate/Validate.h"

#include "llvm/Support/raw_ostream.h"

#include <string>
#include <vector>

namespace w2n::fuzz {

/// Whether a module is valid with all features that there are.
bool isValid(const Bytes &Module);

/// Tries one module after the other.
class Campaign {
public:
  /// Compiles valid modules for Targets. What is wrong is printed as it is found.
  Campaign(std::vector<TargetSpec> Targets, llvm::raw_ostream &OS)
      : Targets(std::move(Targets)), OS(OS), Known(differences().size()) {}

  /// Tries one module; false if anything is wrong. A crash ends the process, with Name in
  /// its trace.
  bool run(const Bytes &Module, llvm::StringRef Name);

  uint64_t failures() const { return Failures; }
  void printSums() const;

private:
  std::vector<TargetSpec> Targets;
  llvm::raw_ostream &OS;
  uint64_t Modules = 0;
  uint64_t ValidForBoth = 0;
  uint64_t InvalidForBoth = 0;
  uint64_t WabtCrashes = 0;
  /// By the rows of differences().
  std::vector<uint64_t> Known;
  /// Valid with all features, which is what is compiled, and the objects made of them.
  uint64_t Valid = 0;
  uint64_t Objects = 0;
  uint64_t Failures = 0;

  bool compare(const Bytes &Module, llvm::StringRef Name, bool IsValid);
  bool compile(const ValidModule &Wasm, llvm::StringRef Name);
  bool fail(llvm::StringRef Name, const llvm::Twine &What);
};

} // namespace w2n::fuzz

#endif // W2N_FUZZ_CAMPAIGN_H
