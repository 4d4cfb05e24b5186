//===- AuditChecks.h - The audits of the two formats -----------------------===//

#ifndef W2N_IMAGE_AUDITCHECKS_H
#define W2N_IMAGE_AUDITCHECKS_H

#include "Image/Audit.h"

#include "llvm/ADT/Twine.h"

namespace w2n {

/// Bytes is a whole ELF file, or a Mach-O file that is not universal.
llvm::Expected<AuditReport> auditElf(llvm::ArrayRef<uint8_t> Bytes);
llvm::Expected<AuditReport> auditMachO(llvm::ArrayRef<uint8_t> Bytes, const AuditPolicy &Policy);

inline AuditCheck makeCheck(llvm::StringRef Name, bool Holds, const llvm::Twine &Detail) {
  return {Name.str(), Holds ? Verdict::Pass : Verdict::Fail, Detail.str()};
}

inline AuditCheck notApplicable(llvm::StringRef Name, const llvm::Twine &Detail) {
  return {Name.str(), Verdict::NotApplicable, Detail.str()};
}

inline AuditCheck passOrWarn(llvm::StringRef Name, bool Holds, const llvm::Twine &Detail) {
  return {Name.str(), Holds ? Verdict::Pass : Verdict::Warn, Detail.str()};
}

/// Checks that the notes can be read and not be changed, and puts what they say into Report;
/// Notes are an image's own, IsWritable tells whether any lies in writable memory.
std::vector<AuditCheck> checkNotes(llvm::ArrayRef<uint8_t> Notes, bool IsWritable,
                                   AuditReport &Report);

/// A check that holds if Problems, a list of what speaks against it, is empty.
AuditCheck checkNone(llvm::StringRef Name, llvm::ArrayRef<std::string> Problems,
                     const llvm::Twine &DetailIfNone);

} // namespace w2n

#endif // W2N_IMAGE_AUDITCHECKS_H
