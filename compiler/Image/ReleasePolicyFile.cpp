//===- ReleasePolicyFile.cpp - Reading a release policy --------------------===//

#include "Image/ReleasePolicy.h"
#include "Support/Error.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/GlobPattern.h"

using namespace llvm;

namespace w2n {

static bool readText(const json::Value &Value, std::string &Out, json::Path P) {
  if (!json::fromJSON(Value, Out, P))
    return false;
  if (!Out.empty())
    return true;
  P.report("expected a string that is not empty");
  return false;
}

static bool readPattern(const json::Value &Value, std::string &Out, json::Path P) {
  if (!readText(Value, Out, P))
    return false;
  auto Pattern = GlobPattern::create(Out);
  if (Pattern)
    return true;
  consumeError(Pattern.takeError());
  P.report("expected a pattern");
  return false;
}

static bool readHash(const json::Value &Value, std::string &Out, json::Path P) {
  constexpr size_t Digits = 64;
  if (!json::fromJSON(Value, Out, P))
    return false;
  Out = StringRef(Out).lower();
  if (Out.size() == Digits && all_of(Out, isHexDigit))
    return true;
  P.report("expected a SHA-256 in hexadecimal");
  return false;
}

using ElementReader = bool(const json::Value &, std::string &, json::Path);

static bool readList(const json::Value &Value, std::vector<std::string> &Out, json::Path P,
                     ElementReader ReadElement) {
  const json::Array *const Elements = Value.getAsArray();
  if (!Elements) {
    P.report("expected array");
    return false;
  }
  for (const auto [Index, Element] : enumerate(*Elements))
    if (!ReadElement(Element, Out.emplace_back(), P.index(Index)))
      return false;
  return true;
}

static bool readVersion(const json::Value &Value, VersionTuple &Out, json::Path P) {
  std::string Text;
  if (!json::fromJSON(Value, Text, P))
    return false;
  if (!Out.tryParse(Text))
    return true;
  P.report("expected a version such as \"12.0\"");
  return false;
}

static bool readBounds(const json::Value &Value, std::string &Out, json::Path P) {
  if (!json::fromJSON(Value, Out, P))
    return false;
  if (Out == "guard" || Out == "explicit")
    return true;
  P.report("expected \"guard\" or \"explicit\"");
  return false;
}

static bool readSize(const json::Value &Value, uint64_t &Out, json::Path P) {
  const std::optional<uint64_t> Number = Value.getAsUINT64();
  if (!Number) {
    P.report("expected a number of bytes");
    return false;
  }
  Out = *Number;
  return true;
}

static bool readCapabilities(const json::Value &Value, std::map<std::string, PatternList> &Out,
                             json::Path P) {
  const json::Object *const Kinds = Value.getAsObject();
  if (!Kinds) {
    P.report("expected object");
    return false;
  }
  for (const auto &[Name, Patterns] : *Kinds) {
    if (!isCapabilityName(Name)) {
      P.field(Name).report("unknown kind of capability");
      return false;
    }
    if (!readList(Patterns, Out[Name.str()], P.field(Name), readPattern))
      return false;
  }
  return true;
}

static bool readKey(StringRef Key, const json::Value &Value, ReleasePolicy &Policy, json::Path P) {
  if (Key == "checks")
    return readList(Value, Policy.Checks, P, readText);
  if (Key == "architectures")
    return readList(Value, Policy.Architectures, P, readText);
  if (Key == "entitlements")
    return readList(Value, Policy.Entitlements.emplace(), P, readPattern);
  if (Key == "imports")
    return readList(Value, Policy.Imports.emplace(), P, readPattern);
  if (Key == "modules")
    return readList(Value, Policy.Modules.emplace(), P, readHash);
  if (Key == "team")
    return readText(Value, Policy.Team.emplace(), P);
  if (Key == "identifier")
    return readPattern(Value, Policy.Identifier.emplace(), P);
  if (Key == "producer")
    return readPattern(Value, Policy.Producer.emplace(), P);
  if (Key == "minimumOS")
    return readVersion(Value, Policy.MinimumOS.emplace(), P);
  if (Key == "capabilities")
    return readCapabilities(Value, Policy.Capabilities.emplace(), P);
  if (Key == "bounds")
    return readBounds(Value, Policy.Bounds.emplace(), P);
  if (Key == "maximumSize")
    return readSize(Value, Policy.MaximumSize.emplace(), P);
  P.report("unknown key");
  return false;
}

namespace {
/// What the parser does not say of a text.
struct TextShape {
  /// How deep the parser would have to go.
  int Depth = 0;
  /// How many members objects have, those of the same key included.
  size_t Members = 0;
};
} // namespace

static TextShape shapeOf(StringRef Text) {
  TextShape Shape;
  int Depth = 0;
  bool InString = false;
  for (size_t I = 0; I < Text.size(); ++I) {
    const char C = Text[I];
    if (C == '"')
      InString = !InString;
    else if (InString)
      I += C == '\\';
    else if (C == '[' || C == '{')
      Shape.Depth = std::max(Shape.Depth, ++Depth);
    else if (C == ']' || C == '}')
      --Depth;
    else if (C == ':')
      ++Shape.Members;
  }
  return Shape;
}

static size_t countMembers(const json::Value &Value) {
  size_t Count = 0;
  if (const json::Array *const Elements = Value.getAsArray())
    for (const json::Value &Element : *Elements)
      Count += countMembers(Element);
  if (const json::Object *const Members = Value.getAsObject())
    for (const auto &[Key, Member] : *Members)
      Count += 1 + countMembers(Member);
  return Count;
}

Expected<ReleasePolicy> parseReleasePolicy(StringRef Text) {
  constexpr int MaximumDepth = 100;
  const TextShape Shape = shapeOf(Text);
  if (Shape.Depth > MaximumDepth)
    return inputError("the policy is nested too deep");
  auto Value = json::parse(Text);
  if (!Value)
    return inputError(toString(Value.takeError()));
  const json::Object *const Object = Value->getAsObject();
  if (!Object)
    return inputError("expected object");
  if (countMembers(*Value) != Shape.Members)
    return inputError("a key is there twice");
  ReleasePolicy Policy;
  json::Path::Root Root("policy");
  for (const auto &[Key, Member] : *Object)
    if (!readKey(Key, Member, Policy, json::Path(Root).field(Key)))
      return inputError(toString(Root.getError()));
  return Policy;
}

} // namespace w2n
