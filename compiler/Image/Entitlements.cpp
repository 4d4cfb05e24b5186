//===- Entitlements.cpp - What a signature lets a program do ---------------===//

#include "Image/Entitlements.h"
#include "Image/DerReader.h"
#include "Image/PropertyList.h"
#include "Support/Error.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/BinaryFormat/MachO.h"
#include "llvm/Support/ErrorHandling.h"
#include "llvm/Support/MathExtras.h"

using namespace llvm;

namespace w2n {

namespace {
using Bytes = SmallVector<char, 0>;

constexpr RiskyEntitlement RiskyEntitlements[] = {
#define W2N_ENTITLEMENT(NAME, KIND, EXECSEG, RISK) {NAME, EntitlementKind::KIND, EXECSEG, RISK},
#include "Image/Entitlements.def"
};
} // namespace

Expected<Entitlements> parseEntitlements(StringRef XML) {
  auto Values = parsePropertyList(XML);
  if (!Values)
    return Values.takeError();
  return Entitlements{XML.str(), std::move(*Values)};
}

static Bytes encodeItem(DerTag Kind, ArrayRef<char> Content) {
  Bytes Result = {static_cast<char>(Kind)};
  if (Content.size() < 0x80) {
    Result.push_back(static_cast<char>(Content.size()));
  } else {
    const unsigned Size = divideCeil(64 - countl_zero(uint64_t(Content.size())), 8);
    Result.push_back(static_cast<char>(0x80 | Size));
    for (unsigned I = Size; I-- > 0;)
      Result.push_back(static_cast<char>(Content.size() >> (8 * I)));
  }
  Result.append(Content.begin(), Content.end());
  return Result;
}

/// In two's complement, in as few bytes as possible.
static Bytes encodeInteger(int64_t Value) {
  Bytes Content;
  for (unsigned I = 8; I-- > 0;)
    if (I == 0 || !isIntN(8 * I, Value) || !Content.empty())
      Content.push_back(static_cast<char>(Value >> (8 * I)));
  return encodeItem(DerInteger, Content);
}

static Bytes encodeString(StringRef Value) {
  return encodeItem(DerUTF8String, ArrayRef<char>(Value.data(), Value.size()));
}

static Bytes encodeDictionary(const json::Object &Values);

static Bytes encodeValue(const json::Value &Value) {
  if (const std::optional<bool> Boolean = Value.getAsBoolean())
    return encodeItem(DerBoolean, *Boolean ? '\xff' : '\0');
  if (const std::optional<int64_t> Integer = Value.getAsInteger())
    return encodeInteger(*Integer);
  if (const std::optional<StringRef> String = Value.getAsString())
    return encodeString(*String);
  if (const json::Object *Dictionary = Value.getAsObject())
    return encodeDictionary(*Dictionary);
  Bytes Content;
  for (const json::Value &Element : *Value.getAsArray())
    append_range(Content, encodeValue(Element));
  return encodeItem(DerSequence, Content);
}

static Bytes encodeDictionary(const json::Object &Values) {
  std::vector<std::pair<StringRef, const json::Value *>> Sorted;
  for (const auto &[Key, Value] : Values)
    Sorted.emplace_back(Key, &Value);
  sort(Sorted, less_first());
  Bytes Content;
  for (const auto &[Key, Value] : Sorted) {
    Bytes Pair = encodeString(Key);
    append_range(Pair, encodeValue(*Value));
    append_range(Content, encodeItem(DerSequence, Pair));
  }
  return encodeItem(DerContext16, Content);
}

Bytes encodeEntitlements(const json::Object &Values) {
  constexpr int64_t Version = 1;
  Bytes Content = encodeInteger(Version);
  append_range(Content, encodeDictionary(Values));
  return encodeItem(DerApplication16, Content);
}

template <typename PredicateT>
static std::vector<const RiskyEntitlement *> selectRisky(PredicateT IsGranted) {
  std::vector<const RiskyEntitlement *> Result;
  for (const RiskyEntitlement &Row : RiskyEntitlements)
    if (IsGranted(Row.Name))
      Result.push_back(&Row);
  return Result;
}

std::vector<const RiskyEntitlement *> riskyEntitlements(const json::Object &Values) {
  return selectRisky([&](StringRef Name) {
    const json::Value *const Value = Values.get(Name);
    return Value && Value->getAsBoolean() != false;
  });
}

/// Looks for the encoded name and what follows it: not all that is in signatures was encoded
/// well enough to be decoded, and a name deeper in the dictionary may as well count.
std::vector<const RiskyEntitlement *> riskyEntitlementsInDER(StringRef DER) {
  static constexpr char False[] = {DerBoolean, 1, 0};
  return selectRisky([&](StringRef Name) {
    const Bytes Key = encodeString(Name);
    const size_t Found = DER.find(StringRef(Key.data(), Key.size()));
    return Found != StringRef::npos &&
           !DER.substr(Found + Key.size()).starts_with(StringRef(False, sizeof(False)));
  });
}

bool addEntitlementNamesInDER(StringRef DER, json::Object &Values) {
  if (DER.empty())
    return true;
  ArrayRef<uint8_t> Rest = arrayRefFromStringRef(DER);
  auto Whole = takeItem(Rest, DerApplication16);
  if (!Whole || !Rest.empty() || !takeItem(Whole->Content, DerInteger))
    return false;
  auto Dictionary = takeItem(Whole->Content, DerContext16);
  if (!Dictionary || !Whole->Content.empty())
    return false;
  StringSet<> Names;
  while (!Dictionary->Content.empty()) {
    auto Pair = takeItem(Dictionary->Content, DerSequence);
    if (!Pair)
      return false;
    const auto Key = takeItem(Pair->Content, DerUTF8String);
    const auto Value = takeItem(Pair->Content);
    if (!Key || !Value || !Pair->Content.empty())
      return false;
    const StringRef Name = toStringRef(Key->Content);
    if (!json::isUTF8(Name) || !Names.insert(Name).second)
      return false;
    const bool IsFalse =
        Value->Tag == DerBoolean && all_of(Value->Content, [](uint8_t Byte) { return Byte == 0; });
    const json::Value *const Known = Values.get(Name);
    if (!IsFalse && (!Known || Known->getAsBoolean() == false))
      Values[Name.str()] = nullptr;
  }
  return true;
}

uint64_t executableSegmentFlags(StringRef EntitlementsXML) {
  if (EntitlementsXML.empty())
    return 0;
  auto Values = parsePropertyList(EntitlementsXML);
  if (!Values) {
    consumeError(Values.takeError());
    return 0;
  }
  uint64_t Flags = 0;
  for (const RiskyEntitlement *Risky : riskyEntitlements(*Values))
    Flags |= Risky->ExecutableSegmentFlag;
  return Flags;
}

} // namespace w2n
