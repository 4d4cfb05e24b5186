//===- Audit.h - What an image may do, read from its bytes -----------------===//

#ifndef W2N_IMAGE_AUDIT_H
#define W2N_IMAGE_AUDIT_H

#include "Image/SealedCapabilities.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/raw_ostream.h"

#include <string>
#include <vector>

namespace w2n {

enum class Verdict { Pass, Fail, NotApplicable };

/// One thing that was looked at.
struct AuditCheck {
  /// A stable, hyphenated name ("no-writable-executable-segment").
  std::string Name;
  Verdict Result;
  /// What was found, for people.
  std::string Detail;
};

/// What was found in one image (of a universal file: in one slice).
struct AuditReport {
  /// "ELF x86_64", "Mach-O arm64", ...
  std::string Format;
  std::vector<AuditCheck> Checks;
  /// What a program of ours may do; nothing in other images, and where it cannot be read.
  std::optional<SealedCapabilities> Capabilities;

  bool passed() const;
};

struct AuditPolicy {
  /// An unsigned Mach-O image fails.
  bool RequireSignature = true;
};

/// Audits the bytes of an ELF or Mach-O executable or dynamic library, or every slice of a
/// universal file; an InputError where they are none of these or are damaged too badly to read.
llvm::Expected<std::vector<AuditReport>> audit(llvm::ArrayRef<uint8_t> Bytes,
                                               const AuditPolicy &Policy);

void printAudit(llvm::ArrayRef<AuditReport> Reports, llvm::raw_ostream &OS);
llvm::json::Value auditToJSON(llvm::ArrayRef<AuditReport> Reports);

} // namespace w2n

#endif // W2N_IMAGE_AUDIT_H
