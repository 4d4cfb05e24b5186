//===- Inspect.h - From an input file to a report about it -----------------===//

#ifndef W2N_DRIVER_INSPECT_H
#define W2N_DRIVER_INSPECT_H

#include "Support/Diagnostics.h"

#include "llvm/Support/raw_ostream.h"

#include <string>

namespace w2n {

struct InspectOptions {
  /// A module in the binary or the text format; "-" is standard input.
  std::string Input;
  /// Whether the report is one object of JSON.
  bool JSON = false;
};

/// Prints what a module has, uses and asks for. Problems go to Diags, and then nothing is
/// printed.
void inspect(const InspectOptions &Opts, Diagnostics &Diags, llvm::raw_ostream &OS);

} // namespace w2n

#endif // W2N_DRIVER_INSPECT_H
