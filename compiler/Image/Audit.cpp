//===- Audit.cpp - What an image may do, read from its bytes ---------------===//

#include "Image/Audit.h"
#include "Image/AuditChecks.h"
#include "Image/ImageSlices.h"
#include "Support/Error.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/BinaryFormat/MachO.h"
#include "llvm/BinaryFormat/Magic.h"

using namespace llvm;

namespace w2n {

bool AuditReport::passed() const {
  return none_of(Checks, [](const AuditCheck &Check) { return Check.Result == Verdict::Fail; });
}

bool SignatureFacts::isHardened() const { return (Flags & MachO::CS_RUNTIME) != 0; }

AuditCheck checkNone(StringRef Name, ArrayRef<std::string> Problems, const Twine &DetailIfNone) {
  if (Problems.empty())
    return makeCheck(Name, true, DetailIfNone);
  return makeCheck(Name, false, join(Problems, "; "));
}

static AuditCheck checkCapabilities(ArrayRef<ImageNote> Notes, bool IsWritable,
                                    AuditReport &Report) {
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

static AuditCheck checkOrigins(ArrayRef<ImageNote> Notes, bool IsWritable, AuditReport &Report) {
  constexpr StringRef Name = "modules-named";
  auto Origins = readOrigins(Notes);
  if (!Origins)
    return makeCheck(Name, false, toString(Origins.takeError()));
  if (Origins->empty())
    return notApplicable(Name, "the image names no module of WebAssembly");
  Report.Facts.Origins = std::move(*Origins);
  return makeCheck(Name, !IsWritable,
                   IsWritable ? "the program can change the names"
                              : Twine(Report.Facts.Origins.size()) + ", listed below, read-only");
}

std::vector<AuditCheck> checkNotes(ArrayRef<uint8_t> Bytes, bool IsWritable, AuditReport &Report) {
  auto Notes = readNotes(Bytes);
  if (!Notes)
    return {makeCheck("capabilities-sealed", false, toString(Notes.takeError())),
            notApplicable("modules-named", "the notes cannot be read")};
  return {checkCapabilities(*Notes, IsWritable, Report), checkOrigins(*Notes, IsWritable, Report)};
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
    Report->Facts.Offset = Slice.Offset;
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
  case file_magic::macho_bundle:
    return asList(auditMachO(Bytes, Policy));
  case file_magic::macho_universal_binary:
    return auditUniversal(Bytes, Policy);
  default:
    return inputError("not an ELF or Mach-O executable or dynamic library");
  }
}

} // namespace w2n
