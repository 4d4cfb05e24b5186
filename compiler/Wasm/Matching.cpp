//===- Matching.cpp - When one type is as good as another ------------------===//

#include "Wasm/Matching.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/SHA256.h"

using namespace llvm;

namespace w2n {

/// The text of a value type in type number Self: another defined type is its digest, so
/// that texts stay short, and the type itself a dot.
static std::string canonicalText(const std::vector<std::string> &Known, uint32_t Self,
                                 ValType Type) {
  if (!Type.isRef() || Type.heap() != HeapKind::Defined)
    return Type.str();
  const std::string Text = Type.isNullable() ? "(ref null " : "(ref ";
  if (Type.typeIndex() == Self)
    return Text + ".)";
  return Text + toHex(SHA256::hash(arrayRefFromStringRef(Known[Type.typeIndex()]))) + ")";
}

std::vector<std::string> canonicalTypes(const Module &M) {
  std::vector<std::string> Texts;
  Texts.reserve(M.Types.size());
  for (const auto [Index, Type] : enumerate(M.Types)) {
    std::string Text;
    for (const ValType Parameter : Type.Parameters)
      Text += canonicalText(Texts, Index, Parameter) + " ";
    Text += "->";
    for (const ValType Result : Type.Results)
      Text += " " + canonicalText(Texts, Index, Result);
    Texts.push_back(std::move(Text));
  }
  return Texts;
}

static bool heapMatches(const Module &M, ValType Sub, ValType Super) {
  if (Super.heap() != HeapKind::Defined)
    return Sub.heap() == Super.heap() ||
           (Sub.heap() == HeapKind::Defined && Super.heap() == HeapKind::Func) ||
           (Sub.heap() == HeapKind::NoExn && Super.heap() == HeapKind::Exn);
  return Sub.heap() == HeapKind::Defined &&
         M.CanonicalTypes[Sub.typeIndex()] == M.CanonicalTypes[Super.typeIndex()];
}

bool matches(const Module &M, ValType Sub, ValType Super) {
  if (Sub == Super)
    return true;
  if (!Sub.isRef() || !Super.isRef())
    return false;
  return (Super.isNullable() || !Sub.isNullable()) && heapMatches(M, Sub, Super);
}

bool matches(const Module &M, ArrayRef<ValType> Sub, ArrayRef<ValType> Super) {
  return Sub.size() == Super.size() && all_of(zip(Sub, Super), [&](const auto &Pair) {
           return matches(M, std::get<0>(Pair), std::get<1>(Pair));
         });
}

} // namespace w2n
