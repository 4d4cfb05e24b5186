//===- Audit.h - What an image may do, read from its bytes -----------------===//

#ifndef W2N_IMAGE_AUDIT_H
#define W2N_IMAGE_AUDIT_H

#include "Image/Entitlements.h"
#include "Image/Origins.h"
#include "Image/SealedCapabilities.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/VersionTuple.h"
#include "llvm/Support/raw_ostream.h"

#include <optional>
#include <string>
#include <vector>

namespace w2n {

/// Warn is for what a program may well do without, but not one that is given to others.
enum class Verdict { Pass, Fail, Warn, NotApplicable };

/// "pass", "fail", "warn" or "n/a".
llvm::StringRef verdictName(Verdict V);

/// One thing that was looked at.
struct AuditCheck {
  /// A stable, hyphenated name ("no-writable-executable-segment").
  std::string Name;
  Verdict Result;
  /// What was found, for people.
  std::string Detail;
};

/// What a valid signature says.
struct SignatureFacts {
  std::string Identifier;
  /// Empty where there is none.
  std::string Team;
  /// In hexadecimal.
  std::string CDHash;
  /// CS_ADHOC and so on (llvm/BinaryFormat/MachO.h).
  uint32_t Flags = 0;
  /// Of the hardened runtime; empty where there is none.
  llvm::VersionTuple RuntimeVersion;
  /// What certificates there are is not checked, nor the time stamp.
  bool HasCertificate = false;
  bool HasDeveloperID = false;
  bool HasTimestamp = false;
  /// As they are in XML, with those that only the form in DER has, whose values are null.
  llvm::json::Object Entitlements;
  /// Whether Entitlements are all.
  bool EntitlementsReadable = true;
  std::vector<const RiskyEntitlement *> Risky;

  bool isHardened() const;
};

/// What an image is, read from its bytes.
struct ImageFacts {
  /// "x86_64", "aarch64", "arm64", ...
  std::string Architecture;
  /// "executable", "dynamic library" or "bundle".
  std::string FileType;
  /// Where it starts in the file, and its size there, in bytes.
  uint64_t Offset = 0;
  uint64_t Size = 0;
  /// "Linux", "macOS", "iOS", ...; empty where a Mach-O image does not say.
  std::string Platform;
  /// Empty where the image does not say.
  llvm::VersionTuple MinimumOS;
  llvm::VersionTuple SDK;
  /// Names of functions and data, paths of libraries and where those are looked for; sorted but
  /// for the last, whose order counts.
  std::vector<std::string> Imports;
  std::vector<std::string> Libraries;
  std::vector<std::string> RunPaths;
  /// Nothing where the image is not signed, or not validly.
  std::optional<SignatureFacts> Signature;
  /// The modules that are in it.
  std::vector<ModuleOrigin> Origins;
};

/// What was found in one image (of a universal file: in one slice).
struct AuditReport {
  /// "ELF x86_64", "Mach-O arm64", ...
  std::string Format;
  std::vector<AuditCheck> Checks;
  ImageFacts Facts;
  /// What a program of ours may do; nothing in other images, and where it cannot be read.
  std::optional<SealedCapabilities> Capabilities;

  /// Whether no check failed.
  bool passed() const;
};

struct AuditPolicy {
  /// An unsigned Mach-O image fails.
  bool RequireSignature = true;
  /// Where the image is, so that files can be found that its signature seals; may be empty.
  std::string Path;
};

/// Audits the bytes of an ELF or Mach-O executable, dynamic library or bundle, or every slice of a
/// universal file; an InputError where they are none of these or are damaged too badly to read.
llvm::Expected<std::vector<AuditReport>> audit(llvm::ArrayRef<uint8_t> Bytes,
                                               const AuditPolicy &Policy);

/// For people: a line for each check, and what the image is and may do.
void printAudit(llvm::ArrayRef<AuditReport> Reports, llvm::raw_ostream &OS);
void printChecks(llvm::ArrayRef<AuditCheck> Checks, llvm::raw_ostream &OS);

/// All of it, in the form of docs/audit.md.
llvm::json::Value auditToJSON(llvm::ArrayRef<AuditReport> Reports);
llvm::json::Value checksToJSON(llvm::ArrayRef<AuditCheck> Checks);

} // namespace w2n

#endif // W2N_IMAGE_AUDIT_H
