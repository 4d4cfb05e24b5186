//===- Tuning.cpp - Which instructions are taken to be fast ----------------===//
//
// LLVM tunes code for x86-64-v2 and above for the Intel CPUs that had these instructions first:
// it rotates by shld, which on others takes several times as long as rol.
//
//===----------------------------------------------------------------------===//

#include "Codegen/Tuning.h"

using namespace llvm;

namespace w2n {

void tuneForAnyCPU(Module &M, const TargetMachine &Machine) {
  if (!Machine.getTargetTriple().isX86() || !Machine.getTargetCPU().starts_with("x86-64"))
    return;
  for (Function &F : M)
    if (!F.isDeclaration())
      F.addFnAttr("tune-cpu", "generic");
}

} // namespace w2n
