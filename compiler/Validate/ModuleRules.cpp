//===- ModuleRules.cpp - Validation of what a module declares --------------===//
//
// Core spec, 3.2 and 3.4, function bodies excepted.
//
//===----------------------------------------------------------------------===//

#include "Support/Error.h"
#include "Validate/Rules.h"
#include "Wasm/Matching.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSet.h"

using namespace llvm;

namespace w2n {

static Error unknown(uint64_t Offset, StringRef What, uint32_t Index) {
  return inputErrorAt(Offset, "unknown " + What + " " + Twine(Index));
}

static Error requireFeature(const ModuleContext &C, uint64_t Offset, const Twine &What, Feature F) {
  if (C.Enabled.has(F))
    return Error::success();
  return inputErrorAt(Offset, missingFeature(What, F));
}

std::string problemOfType(ValType Type, size_t Types) {
  if (!Type.isRef() || Type.heap() != HeapKind::Defined || Type.typeIndex() < Types)
    return {};
  return "unknown type " + std::to_string(Type.typeIndex());
}

Error validateTypes(const Module &M) {
  for (const auto [Index, Type] : enumerate(M.Types))
    for (const ValTypes &Types : {Type.Parameters, Type.Results})
      for (const ValType T : Types)
        if (const std::string Problem = problemOfType(T, Index + 1); !Problem.empty())
          return inputErrorAt(Type.Offset, Problem + " in type " + Twine(Index));
  return Error::success();
}

/// Checks a type that a declaration at Offset mentions.
static Error checkType(const ModuleContext &C, uint64_t Offset, ValType Type) {
  const std::string Problem = problemOfType(Type, C.M.Types.size());
  return Problem.empty() ? Error::success() : inputErrorAt(Offset, Problem);
}

static Error checkFunctions(const ModuleContext &C) {
  for (const Function &F : C.M.Functions)
    if (F.TypeIndex >= C.M.Types.size())
      return unknown(F.Offset, "type", F.TypeIndex);
  return Error::success();
}

static Error checkLimits(const Limits &Size, uint64_t Offset, StringRef What) {
  if (Size.Maximum && Size.Minimum > *Size.Maximum)
    return inputErrorAt(Offset, "the minimum size of a " + What + ", " + Twine(Size.Minimum) +
                                    ", is greater than its maximum, " + Twine(*Size.Maximum));
  return Error::success();
}

/// Checks what the elements of a table are at first.
static Error checkTableInit(ModuleContext &C, const Table &T) {
  if (Error E = checkType(C, T.Offset, T.Type.Element))
    return E;
  if (T.Init.Size != 0)
    return validateConstant(C, T.Init, T.Type.Element);
  if (!T.Import && !T.Type.Element.isDefaultable())
    return inputErrorAt(T.Offset, "type mismatch: a table of " + T.Type.Element.str() +
                                      " needs an initializer");
  return Error::success();
}

static Error checkTables(ModuleContext &C) {
  // The globals that tables may read are the imported ones.
  C.ReadableGlobals = count_if(C.M.Globals, [](const Global &G) { return G.Import; });
  for (const Table &T : C.M.Tables) {
    if (Error E = checkTableInit(C, T))
      return E;
    const Limits &Size = T.Type.Size;
    if (T.Type.Address.kind() == ValType::I32 &&
        std::max(Size.Minimum, Size.Maximum.value_or(0)) > UINT32_MAX)
      return inputErrorAt(T.Offset,
                          "the size of a table must be at most " + Twine(UINT32_MAX) + " elements");
    if (Error E = checkLimits(Size, T.Offset, "table"))
      return E;
  }
  if (C.M.Tables.size() > 1)
    return requireFeature(C, C.M.Tables[1].Offset, "a second table", Feature::ReferenceTypes);
  return Error::success();
}

static Error checkMemoryType(const MemoryType &Type, uint64_t Offset) {
  if (Type.PageSizeLog2 != DefaultPageSizeLog2 && Type.PageSizeLog2 != BytePageSizeLog2)
    return inputErrorAt(Offset, "invalid page size 2^" + Twine(Type.PageSizeLog2) +
                                    ": it must be 1 or 65536");
  if (std::max(Type.Size.Minimum, Type.Size.Maximum.value_or(0)) > Type.mostPages())
    return inputErrorAt(Offset, "the size of a memory must be at most " + Twine(Type.mostPages()) +
                                    " pages");
  return checkLimits(Type.Size, Offset, "memory");
}

static Error checkMemories(const ModuleContext &C) {
  for (const Memory &TheMemory : C.M.Memories)
    if (Error E = checkMemoryType(TheMemory.Type, TheMemory.Offset))
      return E;
  if (C.M.Memories.size() > 1)
    return requireFeature(C, C.M.Memories[1].Offset, "a second memory", Feature::MultiMemory);
  return Error::success();
}

static Error checkTags(const ModuleContext &C) {
  for (const Tag &T : C.M.Tags) {
    if (T.TypeIndex >= C.M.Types.size())
      return unknown(T.Offset, "type", T.TypeIndex);
    const FuncType &Type = C.M.Types[T.TypeIndex];
    if (!Type.Results.empty())
      return inputErrorAt(T.Offset, "non-empty tag result type: " + Type.str());
  }
  return Error::success();
}

static Error checkGlobals(ModuleContext &C) {
  for (const auto [Index, G] : enumerate(C.M.Globals)) {
    C.ReadableGlobals = Index;
    if (Error E = checkType(C, G.Offset, G.Type.Type))
      return E;
    if (!G.Import) {
      if (Error E = validateConstant(C, G.Init, G.Type.Type))
        return E;
    } else if (G.Type.Mutable) {
      if (Error E = requireFeature(C, G.Offset, "the import of a mutable global",
                                   Feature::MutableGlobals))
        return E;
    }
  }
  C.ReadableGlobals = C.M.Globals.size();
  return Error::success();
}

/// The name and the size of the index space of a kind of item.
static std::pair<StringRef, size_t> indexSpace(const Module &M, ExternKind Kind) {
  switch (Kind) {
  case ExternKind::Function:
    return {"function", M.Functions.size()};
  case ExternKind::Table:
    return {"table", M.Tables.size()};
  case ExternKind::Memory:
    return {"memory", M.Memories.size()};
  case ExternKind::Global:
    return {"global", M.Globals.size()};
  case ExternKind::Tag:
    return {"tag", M.Tags.size()};
  }
  llvm_unreachable("unknown kind of export");
}

static Error checkExports(ModuleContext &C) {
  StringSet<> Names;
  for (const Export &E : C.M.Exports) {
    const auto [What, Size] = indexSpace(C.M, E.Kind);
    if (E.Index >= Size)
      return unknown(E.Offset, What, E.Index);
    if (!Names.insert(E.Name).second)
      return inputErrorAt(E.Offset, "duplicate export name '" + E.Name + "'");
    if (E.Kind == ExternKind::Function)
      C.DeclaredFunctions.set(E.Index);
    if (E.Kind == ExternKind::Global && C.M.Globals[E.Index].Type.Mutable)
      if (Error Missing = requireFeature(C, E.Offset, "the export of a mutable global",
                                         Feature::MutableGlobals))
        return Missing;
  }
  return Error::success();
}

static Error checkStart(const ModuleContext &C) {
  if (!C.M.Start)
    return Error::success();
  if (*C.M.Start >= C.M.Functions.size())
    return unknown(C.M.StartOffset, "function", *C.M.Start);
  const FuncType &Type = C.M.typeOf(C.M.Functions[*C.M.Start]);
  if (Type != FuncType())
    return inputErrorAt(C.M.StartOffset, "the start function must have type " + FuncType().str() +
                                             ", not " + Type.str());
  return Error::success();
}

/// Checks where an active element segment goes.
static Error checkElementTarget(ModuleContext &C, const ElementSegment &S) {
  if (S.Table >= C.M.Tables.size())
    return unknown(S.Offset, "table", S.Table);
  const ValType Element = C.M.Tables[S.Table].Type.Element;
  if (!matches(C.M, S.Type, Element))
    return inputErrorAt(S.Offset, "type mismatch: a table of " + Element.str() +
                                      " cannot take elements of type " + S.Type.str());
  return validateConstant(C, S.Start, C.M.Tables[S.Table].Type.Address);
}

static Error checkElements(ModuleContext &C) {
  for (const ElementSegment &S : C.M.Elements) {
    if (Error E = checkType(C, S.Offset, S.Type))
      return E;
    if (S.Mode == SegmentMode::Active)
      if (Error E = checkElementTarget(C, S))
        return E;
    for (const uint32_t Index : S.Functions) {
      if (Index >= C.M.Functions.size())
        return unknown(S.Offset, "function", Index);
      C.DeclaredFunctions.set(Index);
    }
    for (const ByteRange &Element : S.Expressions)
      if (Error E = validateConstant(C, Element, S.Type))
        return E;
  }
  return Error::success();
}

static Error checkData(ModuleContext &C) {
  for (const DataSegment &S : C.M.DataSegments) {
    if (S.Mode != SegmentMode::Active)
      continue;
    if (S.Memory >= C.M.Memories.size())
      return unknown(S.Offset, "memory", S.Memory);
    if (Error E = validateConstant(C, S.Start, C.M.Memories[S.Memory].Type.Address))
      return E;
  }
  return Error::success();
}

Error validateDeclarations(ModuleContext &C) {
  if (Error E = checkFunctions(C))
    return E;
  if (Error E = checkTables(C))
    return E;
  if (Error E = checkMemories(C))
    return E;
  if (Error E = checkTags(C))
    return E;
  if (Error E = checkGlobals(C))
    return E;
  if (Error E = checkExports(C))
    return E;
  if (Error E = checkStart(C))
    return E;
  if (Error E = checkElements(C))
    return E;
  return checkData(C);
}

} // namespace w2n
