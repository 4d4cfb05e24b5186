//===- Features.cpp - The features of the language -------------------------===//

#include "Wasm/Features.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

namespace w2n {

namespace {
struct FeatureRow {
  llvm::StringRef Flag;
  llvm::StringRef TargetFeatures;
  bool Supported;
};

constexpr FeatureRow Rows[] = {
#define W2N_FEATURE(NAME, FLAG, TARGET, SUPPORTED, TESTS, TEXT) {FLAG, TARGET, SUPPORTED},
#include "Wasm/Features.def"
};
} // namespace

llvm::StringRef featureName(Feature F) { return Rows[static_cast<size_t>(F)].Flag; }

std::optional<Feature> findFeature(llvm::StringRef Name) {
  for (size_t I = 0; I < static_cast<size_t>(Feature::Count); ++I)
    if (Rows[I].Flag == Name)
      return static_cast<Feature>(I);
  return std::nullopt;
}

bool isTargetFeature(llvm::StringRef Name) {
  return !Name.empty() && llvm::any_of(Rows, [&](const FeatureRow &Row) {
    return llvm::is_contained(llvm::split(Row.TargetFeatures, ' '), Name);
  });
}

bool isSupported(Feature F) { return Rows[static_cast<size_t>(F)].Supported; }

std::string missingFeature(const llvm::Twine &What, Feature F) {
  return (What + " requires feature '" + featureName(F) + "', which is not " +
          (isSupported(F) ? "enabled" : "supported"))
      .str();
}

Features Features::supported() {
  Features Result;
  for (size_t I = 0; I < static_cast<size_t>(Feature::Count); ++I)
    Result.set(static_cast<Feature>(I), isSupported(static_cast<Feature>(I)));
  return Result;
}

} // namespace w2n
