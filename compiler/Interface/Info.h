//===- Info.h - What a module says of itself -------------------------------===//

#ifndef W2N_INTERFACE_INFO_H
#define W2N_INTERFACE_INFO_H

#include "Validate/Validate.h"

#include <string>

namespace w2n {

/// A text about Wasm, of one fact a line: its name, the tools that made it (its producers
/// section), the features they were allowed (target_features), and its custom sections
/// with their sizes in bytes.
std::string printInfo(const ValidModule &Wasm);

} // namespace w2n

#endif // W2N_INTERFACE_INFO_H
