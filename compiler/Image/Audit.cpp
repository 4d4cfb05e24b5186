//===- Audit.cpp - What an image may do, read from its bytes ---------------===//

#include "Image/Audit.h"
#include "Image/AuditChecks.h"
#include "Image/ImageSlices.h"
#include "Support/Error.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/BinaryFormat/Magic.h"

using namespace llvm;

namespace w2n {

bool AuditReport::passed() const {
  return none_of(Checks, [](const AuditCheck &Check) { return Check.Result == Verdict::Fail; });
}

AuditCheck checkNone(StringRef Name, ArrayRef<std::string> Problems, const Twine &DetailIfNone) {
  if (Problems.empty())
    return makeCheck(Name, true, DetailIfNone);
  return makeCheck(Name, false, join(Problems, "; "));
}

AuditCheck checkCapabilities(ArrayRef<uint8_t> Notes, bool IsWritable, AuditReport &Report) {
  constexpr StringRef Name = "capabilities-sealed";
  auto Capabilities = readSealedCapabilities(Notes);
  if (!Capabilities)
    return makeCheck(Name, false, toString(Capabilities.takeError()));
  if (!*Capabilities)
    return notApplicable(Name, "this is no program of wasm2native");
  Report.Capabilities = std::move(**Capabilities);
  return makeCheck(Name, !IsWritable,
                   IsWritable ? "the program can change them" : "they are listed below, read-only");
}

static Expected<std::vector<AuditReport>> auditUniversal(ArrayRef<uint8_t> Bytes,
                                                         const AuditPolicy &Policy) {
  auto Slices = readSlices(Bytes);
  if (!Slices)
    return Slices.takeError();
  std::vector<AuditReport> Reports;
  for (const ImageSlice &Slice : *Slices) {
    auto Report = auditMachO(Slice.Bytes, Policy);
    if (!Report)
      return Report.takeError();
    Reports.push_back(std::move(*Report));
  }
  return Reports;
}

static Expected<std::vector<AuditReport>> asList(Expected<AuditReport> Report) {
  if (!Report)
    return Report.takeError();
  return std::vector<AuditReport>{std::move(*Report)};
}

Expected<std::vector<AuditReport>> audit(ArrayRef<uint8_t> Bytes, const AuditPolicy &Policy) {
  switch (identify_magic(toStringRef(Bytes))) {
  case file_magic::elf:
  case file_magic::elf_executable:
  case file_magic::elf_shared_object:
    return asList(auditElf(Bytes));
  case file_magic::macho_executable:
  case file_magic::macho_dynamically_linked_shared_lib:
    return asList(auditMachO(Bytes, Policy));
  case file_magic::macho_universal_binary:
    return auditUniversal(Bytes, Policy);
  default:
    return inputError("not an ELF or Mach-O executable or dynamic library");
  }
}

static StringRef verdictName(Verdict V) {
  switch (V) {
  case Verdict::Pass:
    return "pass";
  case Verdict::Fail:
    return "fail";
  case Verdict::NotApplicable:
    return "n/a";
  }
  llvm_unreachable("unknown verdict");
}

static void printCapabilities(const SealedCapabilities &Capabilities, raw_ostream &OS) {
  OS << "  capabilities:" << (Capabilities.empty() ? " none but the ordinary\n" : "\n");
  for (const SealedCapability &Capability : Capabilities) {
    OS << "    " << Capability.Name;
    ListSeparator Separator(" as");
    for (const std::string &Value : Capability.Values) {
      OS << StringRef(Separator) << " '";
      OS.write_escaped(Value) << '\'';
    }
    OS << '\n';
  }
}

static json::Value capabilitiesToJSON(const std::optional<SealedCapabilities> &Capabilities) {
  if (!Capabilities)
    return nullptr;
  json::Array Result;
  for (const SealedCapability &Capability : *Capabilities)
    Result.push_back(json::Object{
        {"capability", Capability.Name},
        {"values", json::Array(map_range(Capability.Values, [](const std::string &Value) {
           return json::fixUTF8(Value);
         }))}});
  return Result;
}

void printAudit(ArrayRef<AuditReport> Reports, raw_ostream &OS) {
  for (const AuditReport &Report : Reports) {
    OS << Report.Format << ": " << (Report.passed() ? "passed" : "failed") << '\n';
    for (const AuditCheck &Check : Report.Checks) {
      OS << "  " << left_justify(verdictName(Check.Result), 6) << Check.Name << ": ";
      OS.write_escaped(Check.Detail) << '\n';
    }
    if (Report.Capabilities)
      printCapabilities(*Report.Capabilities, OS);
  }
}

json::Value auditToJSON(ArrayRef<AuditReport> Reports) {
  json::Array Images;
  for (const AuditReport &Report : Reports) {
    json::Array Checks;
    for (const AuditCheck &Check : Report.Checks)
      Checks.push_back(json::Object{{"name", Check.Name},
                                    {"result", verdictName(Check.Result)},
                                    {"detail", json::fixUTF8(Check.Detail)}});
    Images.push_back(json::Object{{"format", Report.Format},
                                  {"passed", Report.passed()},
                                  {"checks", std::move(Checks)},
                                  {"capabilities", capabilitiesToJSON(Report.Capabilities)}});
  }
  return Images;
}

} // namespace w2n
