//===- Emit.cpp - Object files and assembly --------------------------------===//

#include "Codegen/Codegen.h"
#include "Codegen/EmitPasses.h"
#include "Codegen/TailCalls.h"

#include "llvm/IR/LegacyPassManager.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace w2n {

static ObjectBytes emit(Module &M, TargetMachine &Machine, CodeGenFileType Type) {
  unmarkTailCallsWithStackArguments(M);
  ObjectBytes Bytes;
  raw_svector_ostream Stream(Bytes);
  legacy::PassManager Passes;
  addEmitPasses(Machine, Passes, Stream, Type);
  Passes.run(M);
  return Bytes;
}

ObjectBytes emitObject(Module &M, TargetMachine &Machine) {
  return emit(M, Machine, CodeGenFileType::ObjectFile);
}

ObjectBytes emitAssembly(Module &M, TargetMachine &Machine) {
  return emit(M, Machine, CodeGenFileType::AssemblyFile);
}

} // namespace w2n
