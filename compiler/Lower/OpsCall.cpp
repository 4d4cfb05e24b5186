//===- OpsCall.cpp - Calls -------------------------------------------------===//

#include "Lower/Unwinding.h"

#include "llvm/IR/MDBuilder.h"

using namespace llvm;

namespace w2n {

namespace {

/// Calls code of a given type with the operands on the stack.
void callCode(FuncLowering &L, const FuncType &Type, Value *Code, Value *Instance, bool MayThrow) {
  SmallVector<Value *, 8> Arguments;
  if (L.env().hasParameter())
    Arguments.push_back(Instance);
  append_range(Arguments, L.popMany(Type.Parameters.size()));
  CallInst *Call = L.Builder.CreateCall(L.Lowering.codeType(Type), Code, Arguments);
  Call->setCallingConv(CallingConv::Fast);
  L.pushResults(Call, Type.Results.size());
  if (MayThrow)
    checkThrown(L);
}

Value *loadField(FuncLowering &L, Value *Function, abi::function_field Field) {
  LoadInst *Load =
      L.Builder.CreateLoad(L.Lowering.pointer(), L.Lowering.Abi.field(L.Builder, Function, Field));
  // A function record is written before any code can run.
  Load->setMetadata(LLVMContext::MD_invariant_load, MDNode::get(L.Lowering.Context, {}));
  return AliasTags::tag(Load, L.Lowering.Tags.InstanceState);
}

/// Traps unless the function at Callee has the expected type. Types at the same
/// address are the same; in libraries others may be as well, by their hash.
void checkType(FuncLowering &L, Value *Callee, const FuncType &Expected) {
  IRBuilder<> &B = L.Builder;
  Value *Actual = loadField(L, Callee, abi::function_field::type);
  Constant *Wanted = L.Lowering.functionType(Expected);
  Value *Different = B.CreateICmpNE(Actual, Wanted);
  if (!L.env().typesHaveHashes())
    return L.Traps.trapIf(B, Different, Trap::INDIRECT_CALL_TYPE_MISMATCH);
  BasicBlock *Compare = L.newBlock("compare.types");
  BasicBlock *Same = L.newBlock("");
  MDBuilder Metadata(L.Lowering.Context);
  B.CreateCondBr(Different, Compare, Same, Metadata.createUnlikelyBranchWeights());
  B.SetInsertPoint(Compare);
  Value *Equal = L.call(Builtin::type_equal, {Actual, Wanted});
  L.Traps.trapIf(B, B.CreateIsNull(Equal), Trap::INDIRECT_CALL_TYPE_MISMATCH);
  B.CreateBr(Same);
  B.SetInsertPoint(Same);
}

} // namespace

void lowerCall(FuncLowering &L, const Instruction &I) {
  const Function &Callee = L.Wasm.Functions[I.Index];
  const FuncType &Type = L.Wasm.typeOf(Callee);
  const bool MayThrow = L.Lowering.Throws.mayThrow(I.Index);
  if (!Callee.Import)
    return callCode(L, Type, L.Lowering.code(I.Index), L.Instance, MayThrow);
  const CallTarget Target = L.env().importedFunction(L.Builder, L.Instance, I.Index);
  callCode(L, Type, Target.Code, Target.Instance, MayThrow);
}

void lowerCallIndirect(FuncLowering &L, const Instruction &I) {
  IRBuilder<> &B = L.Builder;
  const FuncType &Type = L.Wasm.Types[I.Index];
  Value *Element = tableElement(L, I.Index2, L.pop(), Trap::UNDEFINED_ELEMENT);
  Value *Callee =
      AliasTags::tag(B.CreateLoad(L.Lowering.pointer(), Element), L.Lowering.Tags.TableElement);
  L.Traps.trapIf(B, B.CreateIsNull(Callee), Trap::UNINITIALIZED_ELEMENT);
  checkType(L, Callee, Type);
  Value *Instance =
      L.env().hasParameter() ? loadField(L, Callee, abi::function_field::instance) : nullptr;
  callCode(L, Type, loadField(L, Callee, abi::function_field::code), Instance,
           L.Lowering.Throws.referenceMayThrow(I.Index));
}

} // namespace w2n
