//===- ReleasePolicy.h - What an audit has to find -------------------------===//
//
// A file in JSON, described in docs/audit.md, that makes an audit a gate.
//
//===----------------------------------------------------------------------===//

#ifndef W2N_IMAGE_RELEASEPOLICY_H
#define W2N_IMAGE_RELEASEPOLICY_H

#include "Image/Audit.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace w2n {

/// Patterns as GlobPattern of LLVM reads them, all of them valid.
using PatternList = std::vector<std::string>;

/// Requirements; what is not there or empty requires nothing, unless it says otherwise.
struct ReleasePolicy {
  /// Checks that have to pass in each image, by name.
  std::vector<std::string> Checks;
  /// CPUs that the file has to have an image for.
  std::vector<std::string> Architectures;
  /// What the entitlements and the imports may be; an empty list allows none.
  std::optional<PatternList> Entitlements;
  std::optional<PatternList> Imports;
  std::optional<std::string> Team;
  /// A pattern.
  std::optional<std::string> Identifier;
  std::optional<std::string> Producer;
  /// Each image runs on this system or an older one.
  std::optional<llvm::VersionTuple> MinimumOS;
  /// By kind, patterns for the first value of each capability; other kinds are not allowed.
  /// Kinds without values have no patterns.
  std::optional<std::map<std::string, PatternList>> Capabilities;
  /// SHA-256 of the modules that each image has, and no others, in lower-case hexadecimal.
  std::optional<std::vector<std::string>> Modules;
  /// "guard" or "explicit", for each module.
  std::optional<std::string> Bounds;
  /// Of the file, in bytes.
  std::optional<uint64_t> MaximumSize;
};

/// Reads a policy. An InputError names the place of what is no JSON, and the path of a key that
/// is unknown or has another type of value.
llvm::Expected<ReleasePolicy> parseReleasePolicy(llvm::StringRef Text);

/// Adds a check to each report for each requirement on images, several failed ones where several
/// things violate it, and gives those for the requirements on the file of FileSize bytes.
std::vector<AuditCheck> checkReleasePolicy(const ReleasePolicy &Policy, uint64_t FileSize,
                                           llvm::MutableArrayRef<AuditReport> Reports);

} // namespace w2n

#endif // W2N_IMAGE_RELEASEPOLICY_H
