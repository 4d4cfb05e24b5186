//===- SignWithTool.h - Signatures with a certificate, by other tools ------===//

#ifndef W2N_IMAGE_SIGNWITHTOOL_H
#define W2N_IMAGE_SIGNWITHTOOL_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"

#include <string>
#include <vector>

namespace w2n {

/// A command that signs a file in place.
struct SigningTool {
  /// Where the program is.
  std::string Program;
  /// What precedes the name of the file.
  std::vector<std::string> Arguments;
};

/// Has Tool sign a copy of File with the base name of Name, in a temporary directory, and gives
/// what became of it. Standard input is empty for the tool. If it ends with another status than 0,
/// the InputError has that and all that it printed, in one line.
llvm::Expected<llvm::SmallVector<char, 0>>
signWithTool(llvm::ArrayRef<char> File, llvm::StringRef Name, const SigningTool &Tool);

} // namespace w2n

#endif // W2N_IMAGE_SIGNWITHTOOL_H
