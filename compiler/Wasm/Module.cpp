//===- Module.cpp - A decoded module ---------------------------------------===//

#include "Wasm/Module.h"

namespace w2n {

const Export *Module::findExport(llvm::StringRef ExportName) const {
  for (const Export &E : Exports)
    if (E.Name == ExportName)
      return &E;
  return nullptr;
}

} // namespace w2n
