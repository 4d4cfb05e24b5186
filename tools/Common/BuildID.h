//===- BuildID.h - Which build of the compiler is running ------------------===//

#ifndef W2N_TOOLS_COMMON_BUILDID_H
#define W2N_TOOLS_COMMON_BUILDID_H

#include "llvm/Support/Error.h"

#include <string>

namespace w2n {

/// Bytes that differ between any two builds of the running program, and of LLVM where that
/// is a library of its own: the identifiers that linkers gave to the two files, or else
/// hashes of them. Argument0 is what the program was started by; an error says which file
/// could not be read.
llvm::Expected<std::string> buildID(const char *Argument0);

} // namespace w2n

#endif // W2N_TOOLS_COMMON_BUILDID_H
