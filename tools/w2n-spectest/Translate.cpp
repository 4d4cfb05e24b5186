//===- Translate.cpp - From commands to what the program executes -----------===//

#include "Translate.h"

#include "Decode/Decode.h"
#include "Support/Diagnostics.h"
#include "Support/FileIO.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/EndianStream.h"
#include "llvm/Support/raw_ostream.h"

#include <optional>

using namespace llvm;

namespace w2n::spectest {

namespace {

/// Writes values and actions in the form of harness/format.h.
class TableWriter {
public:
  explicit TableWriter(raw_ostream &OS) : Writer(OS, endianness::little) {}

  void byte(uint8_t B) { Writer.write(B); }
  void number(uint32_t N) { Writer.write(N); }
  void string(StringRef S) {
    number(S.size());
    Writer.OS << S;
  }
  void command(uint8_t Kind, const Command &C) {
    byte(Kind);
    number(C.Line);
  }

  void value(const Value &V) {
    byte(static_cast<uint8_t>(V.Kind));
    switch (V.Kind) {
    case ValueKind::Number:
    case ValueKind::Vector:
      byte(V.LaneBits);
      for (const Lane &L : V.Lanes) {
        byte(static_cast<uint8_t>(L.Match));
        Writer.write(L.Bits);
      }
      return;
    case ValueKind::Null:
    case ValueKind::Reference:
      return;
    case ValueKind::HostReference:
      Writer.write(V.HostNumber);
      return;
    case ValueKind::Either:
      values(V.Alternatives);
      return;
    }
  }

  void values(ArrayRef<Value> Values) {
    number(Values.size());
    for (const Value &V : Values)
      value(V);
  }

private:
  support::endian::Writer Writer;
};

/// What a command means by an instance: where it is kept, or why it is missing.
struct Instance {
  uint32_t Slot = SPECTEST_NO_SLOT;
  /// The feature for which the commands that need it are skipped; empty for none.
  StringRef Missing;
};

class Translator {
public:
  explicit Translator(const TranslateOptions &Options)
      : Options(Options), OS(Result.Table), Table(OS) {}

  Expected<Program> run(const Script &S);

private:
  const TranslateOptions &Options;
  Program Result;
  raw_svector_ostream OS;
  TableWriter Table;
  /// By their names: the indices of modules, instances, and what is missing of the modules
  /// that can be imported from.
  StringMap<uint32_t> ModuleIndices;
  StringMap<Instance> Instances;
  StringMap<StringRef> MissingImports;
  std::optional<uint32_t> LastModule;
  Instance Current;

  Error translate(const Command &C);
  Error module(const Command &C);
  void moduleInstance(const Command &C);
  Error rejected(const Command &C);
  Error customIgnored(const Command &C);
  void registered(const Command &C);
  void skipped(const Command &C, StringRef Reason);
  Error failedInstance(const Command &C, uint8_t Kind);
  void action(const Command &C, uint8_t Kind);

  Expected<std::optional<uint32_t>> addModule(const Command &C, StringRef &Missing);
  Expected<ValidModule> check(std::vector<uint8_t> Bytes) const;
  StringRef missingFeatureIn(StringRef Message) const;
  StringRef missingImportOf(const Module &M) const;
  void instantiate(const Command &C, uint32_t Module, StringRef Name);
  void setInstance(StringRef Name, Instance I);
  Instance instance(StringRef Name) const;
  void failed(const Command &C, const Twine &Why);
};

} // namespace

static Expected<std::vector<uint8_t>> readModule(const Command &C) {
  Expected<std::unique_ptr<MemoryBuffer>> Buffer = readFile(C.Path);
  if (!Buffer)
    return Buffer.takeError();
  return arrayRefFromStringRef((*Buffer)->getBuffer()).vec();
}

Expected<ValidModule> Translator::check(std::vector<uint8_t> Bytes) const {
  Expected<Module> M = decode(std::move(Bytes), Options.Enabled);
  if (!M)
    return M.takeError();
  return validate(std::move(*M), Options.Enabled);
}

void Translator::failed(const Command &C, const Twine &Why) {
  Table.command(SPECTEST_FAILED, C);
  Table.string(Why.str());
}

void Translator::skipped(const Command &C, StringRef Reason) {
  Table.command(SPECTEST_SKIPPED, C);
  Table.string(Reason);
}

/// The feature, of those that may be missing, whose lack a message is about; empty if
/// it is about something else.
StringRef Translator::missingFeatureIn(StringRef Message) const {
  for (const Feature F : Options.Missing)
    if (Message.contains(missingFeature("", F)))
      return featureName(F);
  return "";
}

/// The feature for lack of which nothing is there that a module imports.
StringRef Translator::missingImportOf(const Module &M) const {
  for (const Import &I : M.Imports) {
    if (const auto Found = MissingImports.find(I.Module); Found != MissingImports.end())
      return Found->second;
    // The one thing of the host's module that takes a feature.
    if (I.Module == "spectest" && I.Name == "shared_memory" &&
        is_contained(Options.Missing, Feature::Threads))
      return featureName(Feature::Threads);
  }
  return "";
}

/// Adds the module of a command that must be valid; where it is not, writes down the
/// failure and gives nothing. Where it needs what is missing, the command is skipped,
/// and Missing is the feature.
Expected<std::optional<uint32_t>> Translator::addModule(const Command &C, StringRef &Missing) {
  Expected<std::vector<uint8_t>> Bytes = readModule(C);
  if (!Bytes)
    return Bytes.takeError();
  Expected<ValidModule> M = check(std::move(*Bytes));
  std::string Why;
  if (!M) {
    raw_string_ostream Message(Why);
    Diagnostics(Message, "w2n-spectest").error(C.Path, M.takeError());
    Missing = missingFeatureIn(Why);
  } else {
    Missing = missingImportOf(**M);
  }
  if (!Missing.empty()) {
    skipped(C, Missing);
    return std::nullopt;
  }
  if (!M) {
    failed(C, StringRef(Why).rtrim());
    return std::nullopt;
  }
  Result.Modules.push_back(std::move(*M));
  return Result.Modules.size() - 1;
}

Instance Translator::instance(StringRef Name) const {
  if (Name.empty())
    return Current;
  const auto Found = Instances.find(Name);
  return Found == Instances.end() ? Instance() : Found->second;
}

/// Makes an instance the current one, under a name if it has one.
void Translator::setInstance(StringRef Name, Instance I) {
  Current = I;
  if (!Name.empty())
    Instances[Name] = I;
}

void Translator::instantiate(const Command &C, uint32_t Module, StringRef Name) {
  setInstance(Name, {Result.SlotCount++, ""});
  Table.command(SPECTEST_INSTANTIATE, C);
  Table.number(Module);
  Table.number(Current.Slot);
}

Error Translator::module(const Command &C) {
  StringRef Missing;
  Expected<std::optional<uint32_t>> Index = addModule(C, Missing);
  if (!Index)
    return Index.takeError();
  LastModule = *Index;
  if (!*Index) {
    // Later commands must not reach the instance before this one by mistake.
    setInstance(C.Name, {SPECTEST_NO_SLOT, Missing});
    ModuleIndices.erase(C.Name);
    return Error::success();
  }
  if (!C.Name.empty())
    ModuleIndices[C.Name] = **Index;
  if (C.Kind == CommandKind::Module)
    instantiate(C, **Index, C.Name);
  else
    Table.command(SPECTEST_PASSED, C);
  return Error::success();
}

void Translator::moduleInstance(const Command &C) {
  std::optional<uint32_t> Index = LastModule;
  if (!C.Name.empty()) {
    const auto Found = ModuleIndices.find(C.Name);
    Index = Found == ModuleIndices.end() ? std::nullopt : std::optional(Found->second);
  }
  if (Index)
    return instantiate(C, *Index, C.As);
  Current = {};
  failed(C, "there is no module " + C.Name + " to instantiate");
}

void Translator::registered(const Command &C) {
  const Instance I = instance(C.Name);
  if (!I.Missing.empty()) {
    MissingImports[C.As] = I.Missing;
    return skipped(C, I.Missing);
  }
  MissingImports.erase(C.As);
  Table.command(SPECTEST_REGISTER, C);
  Table.number(I.Slot);
  Table.string(C.As);
}

/// Why modules in the text format are skipped, which the scripts have only malformed ones of.
static constexpr StringRef MalformedText = "malformed text";

/// assert_invalid and assert_malformed.
Error Translator::rejected(const Command &C) {
  if (C.IsText) {
    skipped(C, MalformedText);
    return Error::success();
  }
  Expected<std::vector<uint8_t>> Bytes = readModule(C);
  if (!Bytes)
    return Bytes.takeError();
  Expected<ValidModule> M = check(std::move(*Bytes));
  if (M) {
    failed(C, C.Path + " was accepted, but: " + C.Text);
    return Error::success();
  }
  // What is asserted may be something else than that a feature is missing.
  if (const StringRef Missing = missingFeatureIn(toString(M.takeError())); !Missing.empty())
    skipped(C, Missing);
  else
    Table.command(SPECTEST_PASSED, C);
  return Error::success();
}

/// assert_malformed_custom and assert_invalid_custom: a custom section is at fault, for
/// which a module in the binary format must not be refused.
Error Translator::customIgnored(const Command &C) {
  if (C.IsText) {
    skipped(C, MalformedText);
    return Error::success();
  }
  StringRef Missing;
  Expected<std::optional<uint32_t>> Index = addModule(C, Missing);
  if (!Index)
    return Index.takeError();
  if (*Index)
    Table.command(SPECTEST_PASSED, C);
  return Error::success();
}

/// assert_unlinkable and assert_uninstantiable.
Error Translator::failedInstance(const Command &C, uint8_t Kind) {
  StringRef Missing;
  Expected<std::optional<uint32_t>> Index = addModule(C, Missing);
  if (!Index)
    return Index.takeError();
  if (!*Index)
    return Error::success();
  Table.command(Kind, C);
  Table.number(**Index);
  Table.string(C.Text);
  return Error::success();
}

void Translator::action(const Command &C, uint8_t Kind) {
  const Instance I = instance(C.Action.Instance);
  if (!I.Missing.empty())
    return skipped(C, I.Missing);
  Table.command(Kind, C);
  Table.byte(static_cast<uint8_t>(C.Action.Kind));
  Table.number(I.Slot);
  Table.string(C.Action.Field);
  Table.values(C.Action.Arguments);
  if (Kind == SPECTEST_ASSERT_RETURN)
    Table.values(C.Expected);
  else if (Kind == SPECTEST_ASSERT_TRAP || Kind == SPECTEST_ASSERT_EXHAUSTION)
    Table.string(C.Text);
}

Error Translator::translate(const Command &C) {
  switch (C.Kind) {
  case CommandKind::Module:
  case CommandKind::ModuleDefinition:
    return module(C);
  case CommandKind::ModuleInstance:
    moduleInstance(C);
    break;
  case CommandKind::Register:
    registered(C);
    break;
  case CommandKind::Action:
    action(C, SPECTEST_ACTION);
    break;
  case CommandKind::AssertReturn:
    action(C, SPECTEST_ASSERT_RETURN);
    break;
  case CommandKind::AssertTrap:
    action(C, SPECTEST_ASSERT_TRAP);
    break;
  case CommandKind::AssertExhaustion:
    action(C, SPECTEST_ASSERT_EXHAUSTION);
    break;
  case CommandKind::AssertException:
    action(C, SPECTEST_ASSERT_EXCEPTION);
    break;
  case CommandKind::AssertInvalid:
  case CommandKind::AssertMalformed:
    return rejected(C);
  case CommandKind::AssertMalformedCustom:
  case CommandKind::AssertInvalidCustom:
    return customIgnored(C);
  case CommandKind::AssertUnlinkable:
    return failedInstance(C, SPECTEST_ASSERT_UNLINKABLE);
  case CommandKind::AssertUninstantiable:
    return failedInstance(C, SPECTEST_ASSERT_UNINSTANTIABLE);
  }
  return Error::success();
}

Expected<Program> Translator::run(const Script &S) {
  Table.string(S.Name);
  for (const Command &C : S.Commands)
    if (Error E = translate(C))
      return E;
  Table.byte(SPECTEST_END);
  return std::move(Result);
}

Expected<Program> translate(const Script &S, const TranslateOptions &Options) {
  return Translator(Options).run(S);
}

} // namespace w2n::spectest
