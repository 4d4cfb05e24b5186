//===- Validate.cpp - The only maker of ValidModule ------------------------===//

#include "Validate/Validate.h"

#include "Validate/Rules.h"

using namespace llvm;

namespace w2n {

Expected<ValidModule> validate(Module &&M, const Features &Enabled) {
  ModuleContext C(M, Enabled);
  if (Error E = validateDeclarations(C))
    return E;
  for (uint32_t Index = M.ImportedFunctions; Index < M.Functions.size(); ++Index)
    if (Error E = validateFunction(C, Index))
      return E;
  return ValidModule(std::move(M), Enabled);
}

} // namespace w2n
