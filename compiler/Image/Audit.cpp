//===- Audit.cpp - What an image may do, read from its bytes ---------------===//

#include "Image/Audit.h"
#include "Image/AuditChecks.h"
#include "Support/Error.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/BinaryFormat/Magic.h"
#include "llvm/Object/MachOUniversal.h"
#include "llvm/Object/MachOUniversalWriter.h"

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

/// What precedes a slice and belongs to none is covered by no signature.
static Error checkPadding(ArrayRef<uint8_t> Bytes, uint64_t Begin, uint64_t End) {
  for (uint64_t Offset = Begin; Offset < End; ++Offset)
    if (Bytes[Offset] != 0)
      return inputErrorAt(Offset, "a byte between two images is not zero");
  return Error::success();
}

using UniversalSlice = object::MachOUniversalBinary::ObjectForArch;

static Expected<AuditReport> auditSlice(const UniversalSlice &Slice, ArrayRef<uint8_t> Bytes,
                                        const AuditPolicy &Policy) {
  // LLVM has checked that slices lie in the file and do not overlap.
  const ArrayRef<uint8_t> Image = Bytes.slice(Slice.getOffset(), Slice.getSize());
  auto File = Slice.getAsObjectFile();
  if (!File)
    return inputErrorAt(Slice.getOffset(), toString(File.takeError()));
  const auto &Header = (*File)->getHeader();
  if (Header.cputype != Slice.getCPUType() || Header.cpusubtype != Slice.getCPUSubType())
    return inputErrorAt(Slice.getOffset(), "an image is not for the CPU it is listed for");
  if (Slice.getAlign() != object::Slice(**File).getP2Alignment())
    return inputErrorAt(Slice.getOffset(), "an image is not aligned to pages of its CPU");
  return auditMachO(Image, Policy);
}

static Expected<std::vector<AuditReport>> auditUniversal(ArrayRef<uint8_t> Bytes,
                                                         const AuditPolicy &Policy) {
  auto File = object::MachOUniversalBinary::create(MemoryBufferRef(toStringRef(Bytes), ""));
  if (!File)
    return inputError(toString(File.takeError()));
  const bool Is64 = (*File)->getMagic() == MachO::FAT_MAGIC_64;
  uint64_t End =
      sizeof(MachO::fat_header) + uint64_t((*File)->getNumberOfObjects()) *
                                      (Is64 ? sizeof(MachO::fat_arch_64) : sizeof(MachO::fat_arch));
  std::vector<UniversalSlice> Slices;
  for (const UniversalSlice &Slice : (*File)->objects())
    Slices.push_back(Slice);
  sort(Slices, [](const UniversalSlice &A, const UniversalSlice &B) {
    return A.getOffset() < B.getOffset();
  });

  std::vector<AuditReport> Reports;
  for (const UniversalSlice &Slice : Slices) {
    if (Error E = checkPadding(Bytes, End, Slice.getOffset()))
      return std::move(E);
    auto Report = auditSlice(Slice, Bytes, Policy);
    if (!Report)
      return Report.takeError();
    Reports.push_back(std::move(*Report));
    End = Slice.getOffset() + Slice.getSize();
  }
  if (Error E = checkPadding(Bytes, End, Bytes.size()))
    return std::move(E);
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
