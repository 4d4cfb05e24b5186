//===- Validate.cpp - The only maker of ValidModule ------------------------===//

#include "Validate/Validate.h"

#include "Validate/Rules.h"
#include "Wasm/Matching.h"

using namespace llvm;

namespace w2n {

Expected<ValidModule> validate(Module &&M, const Features &Enabled) {
  if (Error E = validateTypes(M))
    return E;
  M.CanonicalTypes = canonicalTypes(M);
  ModuleContext C(M, Enabled);
  if (Error E = validateDeclarations(C))
    return E;
  for (uint32_t Index = M.ImportedFunctions; Index < M.Functions.size(); ++Index)
    if (Error E = validateFunction(C, Index))
      return E;
  return ValidModule(std::move(M), Enabled);
}

} // namespace w2n
