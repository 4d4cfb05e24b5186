//===- Script.cpp - Reading a script from its JSON --------------------------===//

#include "Script.h"

#include "Support/Error.h"
#include "Support/FileIO.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSwitch.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/Path.h"

#include <optional>

using namespace llvm;

namespace w2n::spectest {

namespace {

/// How many bits a lane of a type has; 0 for what is neither a number nor a lane type.
unsigned laneBits(StringRef Type) {
  return StringSwitch<unsigned>(Type)
      .Case("i8", 8)
      .Case("i16", 16)
      .Cases({"i32", "f32"}, 32)
      .Cases({"i64", "f64"}, 64)
      .Default(0);
}

bool parseLane(const json::Value &E, Lane &Out, json::Path P) {
  const std::optional<StringRef> Text = E.getAsString();
  if (!Text) {
    P.report("expected string");
    return false;
  }
  Out.Match = StringSwitch<Pattern>(*Text)
                  .Case("nan:canonical", Pattern::CanonicalNaN)
                  .Case("nan:arithmetic", Pattern::ArithmeticNaN)
                  .Default(Pattern::Exact);
  if (Out.Match == Pattern::Exact && !to_integer(*Text, Out.Bits, 10)) {
    P.report("expected the bits of a number in decimal");
    return false;
  }
  return true;
}

bool parseVector(const json::Object &O, Value &Out, json::Path P) {
  Out.Kind = ValueKind::Vector;
  Out.LaneBits = laneBits(O.getString("lane_type").value_or(""));
  if (Out.LaneBits == 0) {
    P.field("lane_type").report("unknown type of lane");
    return false;
  }
  const json::Array *Lanes = O.getArray("value");
  if (!Lanes || Lanes->size() * Out.LaneBits != 128) {
    P.field("value").report("expected lanes of together 128 bits");
    return false;
  }
  for (const json::Value &E : *Lanes)
    if (!parseLane(E, Out.Lanes.emplace_back(), P.field("value")))
      return false;
  return true;
}

bool parseReference(const json::Object &O, StringRef Type, Value &Out, json::Path P) {
  if (!StringSwitch<bool>(Type)
           .Cases({"funcref", "externref", "anyref", "eqref", "i31ref", "structref"}, true)
           .Cases({"arrayref", "exnref", "nullref", "nullfuncref", "nullexternref"}, true)
           .Cases({"nullexnref", "refnull"}, true)
           .Default(false)) {
    P.field("type").report("unknown type of value");
    return false;
  }
  const std::optional<StringRef> Text = O.getString("value");
  if (!Text) {
    Out.Kind = ValueKind::Reference;
    return true;
  }
  if (*Text == "null") {
    Out.Kind = ValueKind::Null;
    return true;
  }
  Out.Kind = ValueKind::HostReference;
  if (!to_integer(*Text, Out.HostNumber, 10)) {
    P.field("value").report("expected null or the number of a host reference");
    return false;
  }
  return true;
}

} // namespace

static bool fromJSON(const json::Value &E, Value &Out, json::Path P) {
  const json::Object *O = E.getAsObject();
  if (!O) {
    P.report("expected object");
    return false;
  }
  const StringRef Type = O->getString("type").value_or("");
  if (Type == "either") {
    Out.Kind = ValueKind::Either;
    return json::ObjectMapper(E, P).map("values", Out.Alternatives);
  }
  if (Type == "v128")
    return parseVector(*O, Out, P);
  Out.LaneBits = laneBits(Type);
  if (Out.LaneBits < 32)
    return parseReference(*O, Type, Out, P);
  const json::Value *Number = O->get("value");
  if (!Number) {
    P.field("value").report("missing value");
    return false;
  }
  return parseLane(*Number, Out.Lanes.emplace_back(), P.field("value"));
}

static bool fromJSON(const json::Value &E, Action &Out, json::Path P) {
  json::ObjectMapper O(E, P);
  std::string Type;
  if (!O || !O.map("type", Type) || !O.map("field", Out.Field) ||
      !O.mapOptional("module", Out.Instance))
    return false;
  if (Type == "get") {
    Out.Kind = ActionKind::Get;
    return true;
  }
  if (Type != "invoke") {
    P.field("type").report("unknown kind of action");
    return false;
  }
  return O.map("args", Out.Arguments);
}

static std::optional<CommandKind> commandKind(StringRef Type) {
  return StringSwitch<std::optional<CommandKind>>(Type)
      .Case("module", CommandKind::Module)
      .Case("module_definition", CommandKind::ModuleDefinition)
      .Case("module_instance", CommandKind::ModuleInstance)
      .Case("register", CommandKind::Register)
      .Case("action", CommandKind::Action)
      .Case("assert_return", CommandKind::AssertReturn)
      .Case("assert_trap", CommandKind::AssertTrap)
      .Case("assert_exhaustion", CommandKind::AssertExhaustion)
      .Case("assert_exception", CommandKind::AssertException)
      .Case("assert_invalid", CommandKind::AssertInvalid)
      .Case("assert_malformed", CommandKind::AssertMalformed)
      .Case("assert_unlinkable", CommandKind::AssertUnlinkable)
      .Case("assert_uninstantiable", CommandKind::AssertUninstantiable)
      .Case("assert_malformed_custom", CommandKind::AssertMalformedCustom)
      .Case("assert_invalid_custom", CommandKind::AssertInvalidCustom)
      .Default(std::nullopt);
}

/// Reads the keys that belong to a kind of command.
static bool mapCommand(json::ObjectMapper &O, Command &Out) {
  const auto MapFile = [&] {
    // wast2json gives the type only where it can be text.
    std::string Type = "binary";
    if (!O.map("filename", Out.Path) || !O.mapOptional("module_type", Type))
      return false;
    Out.IsText = Type == "text";
    return true;
  };
  switch (Out.Kind) {
  case CommandKind::Module:
  case CommandKind::ModuleDefinition:
    return MapFile() && O.mapOptional("name", Out.Name);
  case CommandKind::ModuleInstance:
    return O.mapOptional("module", Out.Name) && O.mapOptional("instance", Out.As);
  case CommandKind::Register:
    return O.mapOptional("name", Out.Name) && O.map("as", Out.As);
  case CommandKind::Action:
  case CommandKind::AssertException:
    return O.map("action", Out.Action);
  case CommandKind::AssertReturn:
    return O.map("action", Out.Action) && O.map("expected", Out.Expected);
  case CommandKind::AssertTrap:
  case CommandKind::AssertExhaustion:
    return O.map("action", Out.Action) && O.map("text", Out.Text);
  case CommandKind::AssertInvalid:
  case CommandKind::AssertMalformed:
  case CommandKind::AssertUnlinkable:
  case CommandKind::AssertUninstantiable:
  case CommandKind::AssertMalformedCustom:
  case CommandKind::AssertInvalidCustom:
    return MapFile() && O.map("text", Out.Text);
  }
  llvm_unreachable("a command of no kind");
}

static bool fromJSON(const json::Value &E, Command &Out, json::Path P) {
  json::ObjectMapper O(E, P);
  std::string Type;
  if (!O || !O.map("type", Type) || !O.map("line", Out.Line))
    return false;
  const std::optional<CommandKind> Kind = commandKind(Type);
  if (!Kind) {
    P.field("type").report("unknown kind of command");
    return false;
  }
  Out.Kind = *Kind;
  return mapCommand(O, Out);
}

Expected<Script> readScript(StringRef Path) {
  Expected<std::unique_ptr<MemoryBuffer>> Buffer = readFile(Path);
  if (!Buffer)
    return Buffer.takeError();
  Expected<json::Value> Document = json::parse((*Buffer)->getBuffer());
  if (!Document)
    return inputError(toString(Document.takeError()));

  Script Result;
  Result.Name = sys::path::stem(Path).str();
  json::Path::Root Root("script");
  json::ObjectMapper O(*Document, Root);
  if (!O || !O.map("commands", Result.Commands))
    return inputError(toString(Root.getError()));

  for (Command &C : Result.Commands) {
    if (C.Path.empty())
      continue;
    SmallString<128> Full(sys::path::parent_path(Path));
    sys::path::append(Full, C.Path);
    C.Path = Full.str().str();
  }
  return Result;
}

} // namespace w2n::spectest
