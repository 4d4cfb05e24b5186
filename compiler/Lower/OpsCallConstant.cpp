//===- OpsCallConstant.cpp - Calls through tables that never change --------===//
//
// Where few elements have the type of a call, it compares the index with theirs and calls them
// directly. Others look the code up in an array of distances, so that it needs no relocations,
// after a comparison of the index with the range of elements that have the type, and one of the
// type where there are others in between. Which trap a bad index ends in is found out apart.
//
//===----------------------------------------------------------------------===//

#include "Lower/Unwinding.h"

#include "llvm/IR/MDBuilder.h"

using namespace llvm;

namespace w2n {

namespace {

std::string nameOf(uint32_t Index, StringRef What) {
  return ("table." + Twine(Index) + "." + What).str();
}

/// An array that the first part defines, whose elements Value gives.
GlobalVariable *createArray(ModuleLowering &Lowering, llvm::Type *Element, size_t Count,
                            const std::string &Name,
                            function_ref<Constant *(GlobalVariable *, size_t)> Value) {
  auto *Type = ArrayType::get(Element, Count);
  GlobalVariable *Array = Lowering.createShared(Type, nullptr, Name);
  Array->setConstant(true);
  if (!Lowering.isFirstPart())
    return Array;
  SmallVector<Constant *> Values;
  for (size_t Index = 0; Index < Count; ++Index)
    Values.push_back(Value(Array, Index));
  Array->setInitializer(ConstantArray::get(Type, Values));
  return Array;
}

uint32_t typeNumber(const ModuleLowering &Lowering, uint32_t Function) {
  return Lowering.Plan.constantTables().typeNumber(Lowering.Wasm.Functions[Function].TypeIndex);
}

/// How far away the code of each element is; 0 where nothing calls it through a table.
GlobalVariable *distances(ModuleLowering &Lowering, uint32_t Index, const ConstantTable &Table) {
  GlobalVariable *&Distances = Lowering.TableCode[Index].Distances;
  if (Distances)
    return Distances;
  auto *Element = llvm::Type::getInt32Ty(Lowering.Context);
  Distances = createArray(
      Lowering, Element, Table.Elements.size(), nameOf(Index, "code"),
      [&](GlobalVariable *Array, size_t Place) -> Constant * {
        const std::optional<uint32_t> Function = Table.Elements[Place];
        if (!Function || !Lowering.Plan.constantTables().isCalled(typeNumber(Lowering, *Function)))
          return Constant::getNullValue(Element);
        return distance(Array, Lowering.code(*Function));
      });
  return Distances;
}

/// The number of the type of each element; 0 for null.
GlobalVariable *types(ModuleLowering &Lowering, uint32_t Index, const ConstantTable &Table) {
  GlobalVariable *&Types = Lowering.TableCode[Index].Types;
  if (Types)
    return Types;
  const bool IsShort = Lowering.Wasm.Types.size() <= UINT8_MAX;
  auto *Element = IntegerType::get(Lowering.Context, IsShort ? 8 : 32);
  Types = createArray(Lowering, Element, Table.Elements.size(), nameOf(Index, "types"),
                      [&](GlobalVariable *, size_t Place) -> Constant * {
                        const std::optional<uint32_t> Function = Table.Elements[Place];
                        return ConstantInt::get(Element,
                                                Function ? typeNumber(Lowering, *Function) : 0);
                      });
  return Types;
}

Value *loadElement(IRBuilderBase &B, GlobalVariable *Array, Value *Index) {
  llvm::Type *Element = Array->getValueType()->getArrayElementType();
  return B.CreateLoad(Element, B.CreateGEP(Element, Array, Index));
}

/// A function that tells which trap a call ends in where the element at an index is not of its
/// type: i32 (i64).
llvm::Function *reasonFunction(ModuleLowering &Lowering, uint32_t Index,
                               const ConstantTable &Table) {
  llvm::Function *&F = Lowering.TableCode[Index].Reason;
  if (F)
    return F;
  IRBuilder<> B(Lowering.Context);
  F = Lowering.createCFunction(FunctionType::get(B.getInt32Ty(), {B.getInt64Ty()}, false),
                               nameOf(Index, "trap"), GlobalValue::InternalLinkage);
  F->addFnAttr(Attribute::Cold);
  F->addFnAttr(Attribute::NoInline);
  const auto Code = [&](Trap Reason) { return B.getInt32(static_cast<uint32_t>(Reason)); };
  const auto ReturnIf = [&](Value *Condition, Value *Result) {
    BasicBlock *Then = BasicBlock::Create(Lowering.Context, "", F);
    BasicBlock *Else = BasicBlock::Create(Lowering.Context, "", F);
    B.CreateCondBr(Condition, Then, Else);
    B.SetInsertPoint(Then);
    B.CreateRet(Result);
    B.SetInsertPoint(Else);
  };
  B.SetInsertPoint(BasicBlock::Create(Lowering.Context, "", F));
  Value *Place = F->getArg(0);
  ReturnIf(B.CreateICmpUGE(Place, B.getInt64(Table.Size)), Code(Trap::UNDEFINED_ELEMENT));
  ReturnIf(B.CreateICmpUGE(Place, B.getInt64(Table.Elements.size())),
           Code(Trap::UNINITIALIZED_ELEMENT));
  Value *Type = loadElement(B, types(Lowering, Index, Table), Place);
  B.CreateRet(B.CreateSelect(B.CreateIsNull(Type), Code(Trap::UNINITIALIZED_ELEMENT),
                             Code(Trap::INDIRECT_CALL_TYPE_MISMATCH)));
  return F;
}

/// A call through a constant table while it is lowered.
class ConstantCall {
public:
  ConstantCall(FuncLowering &L, const Instruction &I, const ConstantTable &Table)
      : L(L), B(L.Builder), Table(Table), Index(I.Index2), TypeIndex(I.Index),
        Type(L.Wasm.Types[I.Index]), IsTail(I.Op == Opcode::ReturnCallIndirect), Place(L.pop()),
        Operands(L.popMany(Type.Parameters.size())), Bad(L.newBlock("bad.index")) {}

  void lower() {
    const uint32_t Number = L.Lowering.Plan.constantTables().typeNumber(TypeIndex);
    const auto Found = Table.ByType.find(Number);
    if (Found == Table.ByType.end()) {
      B.CreateBr(Bad);
      L.Reachable = false;
    } else if (Found->second.areListed()) {
      callListed(Found->second);
    } else {
      callLookedUp(Found->second, Number);
    }
    trapAtBad();
  }

private:
  FuncLowering &L;
  IRBuilder<> &B;
  const ConstantTable &Table;
  const uint32_t Index;
  const uint32_t TypeIndex;
  const FuncType &Type;
  const bool IsTail;
  Value *const Place;
  const SmallVector<Value *, 8> Operands;
  BasicBlock *const Bad;

  Value *instance() { return L.env().hasParameter() ? L.Instance : nullptr; }

  void trapAtBad() {
    IRBuilderBase::InsertPointGuard Guard(B);
    B.SetInsertPoint(Bad);
    llvm::Function *Reason = reasonFunction(L.Lowering, Index, Table);
    L.Traps.trap(B, B.CreateCall(Reason, L.widen(Place)));
  }

  /// Goes on where Condition is false.
  void badIf(Value *Condition) {
    BasicBlock *Good = L.newBlock("");
    MDBuilder Metadata(L.Lowering.Context);
    B.CreateCondBr(Condition, Bad, Good, Metadata.createUnlikelyBranchWeights());
    B.SetInsertPoint(Good);
  }

  /// Calls Code; gives the results unless that ends the function.
  ResultValues callOne(Value *Code) {
    if (!IsTail)
      return callCode(L.Lowering, B, Type, Code, instance(), Operands);
    tailCallCode(L.Lowering, B, *L.F, L.type(), Type, Code, instance(), Operands);
    return {};
  }

  void finish(ArrayRef<Value *> Results, bool MayThrow) {
    if (IsTail) {
      L.Reachable = false;
      return;
    }
    L.pushMany(Results);
    if (MayThrow)
      checkThrown(L);
  }

  void callListed(const ElementsOfType &Found) {
    constexpr uint32_t Likely = 2000;
    SmallVector<uint32_t> Weights(Found.Count, Likely);
    Weights.insert(Weights.begin(), 1);
    SwitchInst *Switch = B.CreateSwitch(Place, Bad, Found.Count,
                                        MDBuilder(L.Lowering.Context).createBranchWeights(Weights));
    BasicBlock *After = IsTail ? nullptr : L.newBlock("");
    SmallVector<Value *> Results;
    if (!IsTail)
      for (const ValType Result : Type.Results)
        Results.push_back(PHINode::Create(L.Lowering.type(Result), Found.Count, "", After));
    bool MayThrow = false;
    for (const uint32_t Element : Found.Indices) {
      const uint32_t Function = *Table.Elements[Element];
      BasicBlock *Case = L.newBlock("call");
      Switch->addCase(cast<ConstantInt>(ConstantInt::get(Place->getType(), Element)), Case);
      B.SetInsertPoint(Case);
      const ResultValues Given = callOne(L.Lowering.code(Function));
      MayThrow |= L.Lowering.Throws.mayThrow(Function);
      if (IsTail)
        continue;
      for (const auto [Phi, Value] : zip_equal(Results, Given))
        cast<PHINode>(Phi)->addIncoming(Value, B.GetInsertBlock());
      B.CreateBr(After);
    }
    if (!IsTail)
      B.SetInsertPoint(After);
    finish(Results, MayThrow);
  }

  void callLookedUp(const ElementsOfType &Found, uint32_t Number) {
    Value *FromFirst = B.CreateSub(Place, ConstantInt::get(Place->getType(), Found.First));
    badIf(B.CreateICmpUGT(FromFirst, ConstantInt::get(Place->getType(), Found.Last - Found.First)));
    Value *Element = B.CreateAdd(L.widen(FromFirst), B.getInt64(Found.First));
    if (!Found.areNeighbours()) {
      Value *Actual = loadElement(B, types(L.Lowering, Index, Table), Element);
      badIf(B.CreateICmpNE(Actual, ConstantInt::get(Actual->getType(), Number)));
    }
    GlobalVariable *Distances = distances(L.Lowering, Index, Table);
    constexpr uint64_t DistanceSize = 4;
    Value *Code = B.CreateIntrinsic(Intrinsic::load_relative, {B.getInt64Ty()},
                                    {Distances, B.CreateMul(Element, B.getInt64(DistanceSize))});
    finish(callOne(Code), L.Lowering.Throws.referenceMayThrow(TypeIndex));
  }
};

} // namespace

void defineConstantTable(ModuleLowering &Lowering, uint32_t Index, const ConstantTable &Table) {
  distances(Lowering, Index, Table);
  types(Lowering, Index, Table);
}

void lowerCallConstant(FuncLowering &L, const Instruction &I, const ConstantTable &Table) {
  ConstantCall(L, I, Table).lower();
}

} // namespace w2n
