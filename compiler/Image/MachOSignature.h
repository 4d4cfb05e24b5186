//===- MachOSignature.h - The audit of a Mach-O image's signature ----------===//

#ifndef W2N_IMAGE_MACHOSIGNATURE_H
#define W2N_IMAGE_MACHOSIGNATURE_H

#include "Image/MachOView.h"

namespace w2n {

/// What the checks of the signature found.
struct SignatureAudit {
  std::vector<AuditCheck> Checks;
  /// What the signature says; nothing where there is none that is valid.
  std::optional<SignatureFacts> Facts;
};

/// Checks that the signature holds, as verifyImage() does, and that it has no entitlement that
/// would allow code generation.
SignatureAudit auditSignature(const MachOView &View, const AuditPolicy &Policy);

/// Checks what a program needs that is given to others: by which systems it can be run, and
/// whether it could be notarized. Facts is null where there is no valid signature.
std::vector<AuditCheck> checkRelease(const MachOView &View, const SignatureFacts *Facts);

} // namespace w2n

#endif // W2N_IMAGE_MACHOSIGNATURE_H
