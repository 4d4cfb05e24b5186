//===- Entitlements.h - What a signature lets a program do -----------------===//
//
// Entitlements are a dictionary. In a signature they stand twice: as the property list in XML
// that the developer wrote, and in DER, which is what today's systems go by.
//
//===----------------------------------------------------------------------===//

#ifndef W2N_IMAGE_ENTITLEMENTS_H
#define W2N_IMAGE_ENTITLEMENTS_H

#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/JSON.h"

#include <string>
#include <vector>

namespace w2n {

/// Entitlements in both forms.
struct Entitlements {
  /// The property list as it was written.
  std::string XML;
  llvm::json::Object Values;
};

/// Why an entitlement is refused or warned of.
enum class EntitlementKind { Weak, Debug };

/// An entitlement that takes protection away (Entitlements.def).
struct RiskyEntitlement {
  llvm::StringRef Name;
  EntitlementKind Kind;
  /// CS_EXECSEG_*, or 0.
  uint64_t ExecutableSegmentFlag;
  /// The end of "lets ...".
  llvm::StringRef Risk;
};

/// Reads entitlements from a property list in XML. An InputError with the line says what is no
/// such list, or has no form in DER: dates, data and real numbers.
llvm::Expected<Entitlements> parseEntitlements(llvm::StringRef XML);

/// The DER form, as Apple's CoreEntitlements writes it: a version, and the dictionaries as
/// sequences of pairs, sorted by the bytes of the keys.
llvm::SmallVector<char, 0> encodeEntitlements(const llvm::json::Object &Values);

/// The rows of Entitlements.def that Values grant: whatever their value is, unless it is false.
std::vector<const RiskyEntitlement *> riskyEntitlements(const llvm::json::Object &Values);

/// The same for DER, as it is in a signature.
std::vector<const RiskyEntitlement *> riskyEntitlementsInDER(llvm::StringRef DER);

/// Adds to Values, as null, the names of entitlements that only DER has, unless they are false;
/// false where DER cannot be read, or has one twice. Nothing is added for no DER.
bool addEntitlementNamesInDER(llvm::StringRef DER, llvm::json::Object &Values);

/// The CS_EXECSEG_* flags that go with the entitlements; 0 where they cannot be read.
uint64_t executableSegmentFlags(llvm::StringRef EntitlementsXML);

} // namespace w2n

#endif // W2N_IMAGE_ENTITLEMENTS_H
