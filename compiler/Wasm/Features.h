//===- Features.h - The features of the language ---------------------------===//

#ifndef W2N_WASM_FEATURES_H
#define W2N_WASM_FEATURES_H

#include "llvm/ADT/StringRef.h"
#include "llvm/ADT/Twine.h"

#include <bitset>
#include <cstdint>
#include <optional>
#include <string>

namespace w2n {

enum class Feature : uint8_t {
#define W2N_FEATURE(NAME, FLAG, TARGET, SUPPORTED, TESTS, TEXT) NAME,
#include "Wasm/Features.def"
  Count
};

/// The name messages and the command line give a feature.
llvm::StringRef featureName(Feature F);

/// The feature of a name, if there is one.
std::optional<Feature> findFeature(llvm::StringRef Name);

/// Whether the custom section target_features calls any feature so, supported or not.
bool isTargetFeature(llvm::StringRef Name);

/// Whether this compiler implements a feature at all.
bool isSupported(Feature F);

/// "WHAT requires feature 'simd', which is not supported" (or "not enabled", if it could be).
std::string missingFeature(const llvm::Twine &What, Feature F);

/// The set of features that a module may use.
class Features {
public:
  /// All that are supported.
  static Features supported();

  bool has(Feature F) const { return Bits[static_cast<size_t>(F)]; }
  void set(Feature F, bool On = true) { Bits[static_cast<size_t>(F)] = On; }

private:
  std::bitset<static_cast<size_t>(Feature::Count)> Bits;
};

} // namespace w2n

#endif // W2N_WASM_FEATURES_H
