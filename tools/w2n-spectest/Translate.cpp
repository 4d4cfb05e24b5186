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

class Translator {
public:
  Translator() : OS(Result.Table), Table(OS) {}

  Expected<Program> run(const Script &S);

private:
  Program Result;
  raw_svector_ostream OS;
  TableWriter Table;
  /// Indices of modules and slots of instances by their names.
  StringMap<uint32_t> ModuleIndices;
  StringMap<uint32_t> Slots;
  std::optional<uint32_t> LastModule;
  uint32_t CurrentSlot = SPECTEST_NO_SLOT;

  Error translate(const Command &C);
  Error module(const Command &C);
  void moduleInstance(const Command &C);
  Error rejected(const Command &C);
  Error customIgnored(const Command &C);
  void skipped(const Command &C);
  Error failedInstance(const Command &C, uint8_t Kind);
  void action(const Command &C, uint8_t Kind);

  Expected<std::optional<uint32_t>> addModule(const Command &C);
  void instantiate(const Command &C, uint32_t Module, StringRef Name);
  uint32_t slot(StringRef Name) const;
  void failed(const Command &C, const Twine &Why);
};

} // namespace

static Expected<std::vector<uint8_t>> readModule(const Command &C) {
  Expected<std::unique_ptr<MemoryBuffer>> Buffer = readFile(C.Path);
  if (!Buffer)
    return Buffer.takeError();
  return arrayRefFromStringRef((*Buffer)->getBuffer()).vec();
}

static Expected<ValidModule> check(std::vector<uint8_t> Bytes) {
  Expected<Module> M = decode(std::move(Bytes), Features::supported());
  if (!M)
    return M.takeError();
  return validate(std::move(*M), Features::supported());
}

void Translator::failed(const Command &C, const Twine &Why) {
  Table.command(SPECTEST_FAILED, C);
  Table.string(Why.str());
}

/// Adds the module of a command that must be valid; where it is not, writes down the
/// failure and gives nothing.
Expected<std::optional<uint32_t>> Translator::addModule(const Command &C) {
  Expected<std::vector<uint8_t>> Bytes = readModule(C);
  if (!Bytes)
    return Bytes.takeError();
  Expected<ValidModule> M = check(std::move(*Bytes));
  if (!M) {
    std::string Why;
    raw_string_ostream Message(Why);
    Diagnostics(Message, "w2n-spectest").error(C.Path, M.takeError());
    failed(C, StringRef(Why).rtrim());
    return std::nullopt;
  }
  Result.Modules.push_back(std::move(*M));
  return Result.Modules.size() - 1;
}

uint32_t Translator::slot(StringRef Name) const {
  if (Name.empty())
    return CurrentSlot;
  const auto Found = Slots.find(Name);
  return Found == Slots.end() ? SPECTEST_NO_SLOT : Found->second;
}

void Translator::instantiate(const Command &C, uint32_t Module, StringRef Name) {
  CurrentSlot = Result.SlotCount++;
  if (!Name.empty())
    Slots[Name] = CurrentSlot;
  Table.command(SPECTEST_INSTANTIATE, C);
  Table.number(Module);
  Table.number(CurrentSlot);
}

Error Translator::module(const Command &C) {
  Expected<std::optional<uint32_t>> Index = addModule(C);
  if (!Index)
    return Index.takeError();
  LastModule = *Index;
  if (!*Index) {
    // Later commands must not reach the instance before this one by mistake.
    CurrentSlot = SPECTEST_NO_SLOT;
    Slots.erase(C.Name);
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
  CurrentSlot = SPECTEST_NO_SLOT;
  failed(C, "there is no module " + C.Name + " to instantiate");
}

/// For a module in the text format, which the scripts have only where it is malformed.
void Translator::skipped(const Command &C) {
  Table.command(SPECTEST_SKIPPED, C);
  Table.string("malformed text");
}

/// assert_invalid and assert_malformed.
Error Translator::rejected(const Command &C) {
  if (C.IsText) {
    skipped(C);
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
  consumeError(M.takeError());
  Table.command(SPECTEST_PASSED, C);
  return Error::success();
}

/// assert_malformed_custom and assert_invalid_custom: a custom section is at fault, for
/// which a module in the binary format must not be refused.
Error Translator::customIgnored(const Command &C) {
  if (C.IsText) {
    skipped(C);
    return Error::success();
  }
  Expected<std::optional<uint32_t>> Index = addModule(C);
  if (!Index)
    return Index.takeError();
  if (*Index)
    Table.command(SPECTEST_PASSED, C);
  return Error::success();
}

/// assert_unlinkable and assert_uninstantiable.
Error Translator::failedInstance(const Command &C, uint8_t Kind) {
  Expected<std::optional<uint32_t>> Index = addModule(C);
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
  Table.command(Kind, C);
  Table.byte(static_cast<uint8_t>(C.Action.Kind));
  Table.number(slot(C.Action.Instance));
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
    Table.command(SPECTEST_REGISTER, C);
    Table.number(slot(C.Name));
    Table.string(C.As);
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

Expected<Program> translate(const Script &S) { return Translator().run(S); }

} // namespace w2n::spectest
