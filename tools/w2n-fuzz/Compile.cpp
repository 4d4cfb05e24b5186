//===- Compile.cpp - Whether a valid module becomes an object --------------===//

#include "Compile.h"

#include "Support/Error.h"

#include "llvm/IR/LLVMContext.h"
#include "llvm/IR/Verifier.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace w2n::fuzz {

Error compileModule(const ValidModule &Wasm, const Configuration &How) {
  CodegenOptions Codegen;
  Codegen.Level = How.Level;
  auto Machine = createTargetMachine(*How.Target, Codegen);
  if (!Machine)
    return Machine.takeError();
  LowerOptions Lower;
  Lower.Kind = How.Kind;
  Lower.Bounds = How.Bounds;
  Lower.CPUFeatures = requiredCPUFeatures(*How.Target, **Machine);
  LLVMContext Context;
  llvm::Module M("fuzz", Context);
  M.setTargetTriple((*Machine)->getTargetTriple());
  M.setDataLayout((*Machine)->createDataLayout());
  lower(Wasm, *How.Target, Lower, M);
  std::string Problem;
  raw_string_ostream OS(Problem);
  if (verifyModule(M, &OS))
    return make_error<InternalError>("bad IR: " + Problem);
  guardSemantics(M);
  optimizeModule(M, **Machine, Codegen);
  finishLowering(M);
  if (emitObject(M, **Machine, Codegen).empty())
    return make_error<InternalError>("an empty object");
  return Error::success();
}

} // namespace w2n::fuzz
