//===- MachOSignature.h - The audit of a Mach-O image's signature ----------===//

#ifndef W2N_IMAGE_MACHOSIGNATURE_H
#define W2N_IMAGE_MACHOSIGNATURE_H

#include "Image/MachOView.h"

namespace w2n {

/// What the checks of the signature found.
struct SignatureAudit {
  std::vector<AuditCheck> Checks;
  /// Whether a valid signature turns the hardened runtime on.
  bool Hardened = false;
};

/// Checks that the signature holds, as verifyImage() does, and that it has no entitlement that
/// would allow code generation.
SignatureAudit auditSignature(const MachOView &View, const AuditPolicy &Policy);

} // namespace w2n

#endif // W2N_IMAGE_MACHOSIGNATURE_H
