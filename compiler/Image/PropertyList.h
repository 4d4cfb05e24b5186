//===- PropertyList.h - Property lists in XML ------------------------------===//

#ifndef W2N_IMAGE_PROPERTYLIST_H
#define W2N_IMAGE_PROPERTYLIST_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/JSON.h"

namespace w2n {

/// Reads a property list in XML and UTF-8 that is a dictionary, of booleans, integers of 64 bits,
/// strings, arrays and dictionaries. An InputError with the line names what is wrong, another
/// type of value, or the binary form.
llvm::Expected<llvm::json::Object> parsePropertyList(llvm::StringRef Text);

} // namespace w2n

#endif // W2N_IMAGE_PROPERTYLIST_H
