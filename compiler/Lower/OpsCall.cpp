//===- OpsCall.cpp - Calls -------------------------------------------------===//

#include "Lower/CImports.h"
#include "Lower/Unwinding.h"

#include "llvm/IR/MDBuilder.h"

using namespace llvm;

namespace w2n {

namespace {

/// Calls what a call instruction names with the operands on the stack; a return_call
/// ends the function with it, and leaves its handlers. Gives the call where it is no such.
CallInst *call(FuncLowering &L, const FuncType &Type, const CallTarget &Target, bool IsTail,
               bool MayThrow) {
  const auto Operands = L.popMany(Type.Parameters.size());
  if (IsTail) {
    tailCallCode(L.Lowering, L.Builder, *L.F, L.type(), Type, Target.Code, Target.Instance,
                 Operands);
    L.Reachable = false;
    return nullptr;
  }
  CallInst *Call = nullptr;
  L.pushMany(callCode(L.Lowering, L.Builder, Type, Target.Code, Target.Instance, Operands, &Call));
  if (MayThrow)
    checkThrown(L);
  return Call;
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
void checkType(FuncLowering &L, Value *Callee, uint32_t Expected) {
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

/// The code and the instance of the function that a reference points to.
CallTarget targetOf(FuncLowering &L, Value *Callee) {
  Value *Instance =
      L.env().hasParameter() ? loadField(L, Callee, abi::function_field::instance) : nullptr;
  return {loadField(L, Callee, abi::function_field::code), Instance};
}

} // namespace

void lowerCall(FuncLowering &L, const Instruction &I) {
  const Function &Callee = L.Wasm.Functions[I.Index];
  CallTarget Target{L.Lowering.code(I.Index), L.Instance};
  if (Callee.Import)
    Target = L.env().importedFunction(L.Builder, L.Instance, I.Index);
  CallInst *Call = call(L, L.Wasm.typeOf(Callee), Target, I.Op == Opcode::ReturnCall,
                        L.Lowering.Throws.mayThrow(I.Index));
  if (Callee.Import && Call && !L.Lowering.isProgram())
    markImportCall(L.Lowering, Call, Callee.TypeIndex);
}

void lowerCallRef(FuncLowering &L, const Instruction &I) {
  Value *Callee = L.pop();
  L.Traps.trapIf(L.Builder, L.Builder.CreateIsNull(Callee), Trap::NULL_FUNCTION_REFERENCE);
  call(L, L.Wasm.Types[I.Index], targetOf(L, Callee), I.Op == Opcode::ReturnCallRef,
       L.Lowering.Throws.referenceMayThrow(I.Index));
}

void lowerCallIndirect(FuncLowering &L, const Instruction &I) {
  if (const ConstantTable *Constant = L.Lowering.constantTable(I.Index2))
    return lowerCallConstant(L, I, *Constant);
  IRBuilder<> &B = L.Builder;
  const FuncType &Type = L.Wasm.Types[I.Index];
  Value *Element = tableElement(L, I.Index2, L.pop(), Trap::UNDEFINED_ELEMENT);
  Value *Callee =
      AliasTags::tag(B.CreateLoad(L.Lowering.pointer(), Element), L.Lowering.Tags.TableElement);
  L.Traps.trapIf(B, B.CreateIsNull(Callee), Trap::UNINITIALIZED_ELEMENT);
  checkType(L, Callee, I.Index);
  call(L, Type, targetOf(L, Callee), I.Op == Opcode::ReturnCallIndirect,
       L.Lowering.Throws.referenceMayThrow(I.Index));
}

} // namespace w2n
