//===- AuditMachO.cpp - The audit of a Mach-O executable -------------------===//

#include "Image/AuditChecks.h"
#include "Image/MachOSignature.h"
#include "Image/MachOView.h"
#include "Support/Error.h"
#include "abi/constants.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace w2n {

static AuditCheck checkWritableExecutable(const MachOView &View) {
  constexpr uint32_t WriteExecute = MachO::VM_PROT_WRITE | MachO::VM_PROT_EXECUTE;
  std::vector<std::string> Problems;
  for (const MachO::segment_command_64 &Segment : View.Segments) {
    const std::string Name = segmentName(Segment).str();
    if ((Segment.initprot & WriteExecute) == WriteExecute)
      Problems.push_back(Name + " is writable and executable");
    else if ((Segment.maxprot & WriteExecute) == WriteExecute)
      Problems.push_back(Name + " may be made writable and executable");
  }
  return checkNone("no-writable-executable-segment", Problems,
                   "each is one of them at most, initially and at most");
}

static AuditCheck checkStack(const MachOView &View) {
  const bool Executable = View.Header.flags & MachO::MH_ALLOW_STACK_EXECUTION;
  return makeCheck("no-executable-stack", !Executable,
                   Executable ? "MH_ALLOW_STACK_EXECUTION is set"
                              : "MH_ALLOW_STACK_EXECUTION is not set");
}

/// dyld makes the pointers in __DATA_CONST read-only when it has bound them.
static AuditCheck checkRelro(const MachOView &View) {
  constexpr StringRef Name = "relro";
  const MachO::segment_command_64 *Constants = View.findSegment("__DATA_CONST");
  if (!Constants)
    return makeCheck(Name, false, "__DATA_CONST is missing");
  const bool ReadOnly = Constants->flags & MachO::SG_READ_ONLY;
  return makeCheck(Name, ReadOnly,
                   ReadOnly ? "__DATA_CONST is SG_READ_ONLY" : "__DATA_CONST is not SG_READ_ONLY");
}

static AuditCheck checkPositionIndependent(const MachOView &View) {
  if (View.isLibrary())
    return makeCheck("position-independent", true, "a dynamic library always is");
  const bool Independent = View.Header.flags & MachO::MH_PIE;
  return makeCheck("position-independent", Independent,
                   Independent ? "MH_PIE is set" : "MH_PIE is not set");
}

static AuditCheck checkTextRelocations(const MachOView &View) {
  const MachO::segment_command_64 *Text = View.findSegment("__TEXT");
  std::vector<std::string> Problems;
  for (const FixedSegment &Fixed : View.Fixups.Segments) {
    if (!Text || Fixed.Index >= View.Segments.size() ||
        Fixed.Offset != View.Segments[Fixed.Index].vmaddr - Text->vmaddr) {
      Problems.push_back("dyld changes what is no segment");
      continue;
    }
    const MachO::segment_command_64 &Segment = View.Segments[Fixed.Index];
    if (!(Segment.initprot & MachO::VM_PROT_WRITE))
      Problems.push_back("dyld changes " + segmentName(Segment).str());
  }
  return checkNone("no-text-relocations", Problems, "dyld changes writable segments alone");
}

/// The notes of an image are in a section of their own.
static Error addNotes(const MachOView &View, AuditReport &Report) {
  const auto [SegmentName, SectionName] = StringRef(W2N_CAPABILITIES_SECTION_MACHO).split(',');
  std::vector<uint8_t> Notes;
  bool IsWritable = false;
  for (const object::SectionRef &Section : View.File->sections()) {
    const object::DataRefImpl Ref = Section.getRawDataRefImpl();
    auto Name = Section.getName();
    if (!Name)
      return Name.takeError();
    const StringRef InSegment = View.File->getSectionFinalSegmentName(Ref);
    if (*Name != SectionName || InSegment != SegmentName)
      continue;
    auto Content = Section.getContents();
    if (!Content)
      return inputError(toString(Content.takeError()));
    append_range(Notes, arrayRefFromStringRef(*Content));
    const MachO::segment_command_64 *Segment = View.findSegment(SegmentName);
    IsWritable |= !Segment || (Segment->maxprot & MachO::VM_PROT_WRITE);
  }
  append_range(Report.Checks, checkNotes(Notes, IsWritable, Report));
  return Error::success();
}

static std::string fileTypeName(uint32_t FileType) {
  switch (FileType) {
  case MachO::MH_EXECUTE:
    return "executable";
  case MachO::MH_BUNDLE:
    return "bundle";
  default:
    return "dynamic library";
  }
}

static ImageFacts factsOf(const MachOView &View) {
  ImageFacts Facts;
  Facts.Architecture = View.File->getArchTriple().getArchName().str();
  Facts.FileType = fileTypeName(View.Header.filetype);
  Facts.Size = View.Bytes.size();
  Facts.Platform = platformName(View.Platform);
  Facts.MinimumOS = unpackVersion(View.MinimumOS);
  Facts.SDK = unpackVersion(View.SDK);
  for (const auto &[Symbol, LibraryOrdinal] : View.Fixups.Imports)
    Facts.Imports.push_back(Symbol.str());
  Facts.Libraries = View.Libraries;
  for (std::vector<std::string> *List : {&Facts.Imports, &Facts.Libraries}) {
    sort(*List);
    List->erase(llvm::unique(*List), List->end());
  }
  Facts.RunPaths = View.RunPaths;
  return Facts;
}

Expected<AuditReport> auditMachO(ArrayRef<uint8_t> Bytes, const AuditPolicy &Policy) {
  auto View = readMachO(Bytes);
  if (!View)
    return View.takeError();
  SignatureAudit Signature = auditSignature(*View, Policy);
  AuditReport Report;
  Report.Facts = factsOf(*View);
  Report.Facts.Signature = std::move(Signature.Facts);
  Report.Format = "Mach-O " + Report.Facts.Architecture;
  Report.Checks = {
      checkWritableExecutable(*View),  checkStack(*View),           checkRelro(*View),
      checkPositionIndependent(*View), checkTextRelocations(*View), checkLoadCommands(*View),
      checkLibraries(*View),           checkRunPaths(*View)};
  const std::optional<SignatureFacts> &Facts = Report.Facts.Signature;
  append_range(Report.Checks, checkImports(*View, Facts && Facts->isHardened()));
  append_range(Report.Checks, Signature.Checks);
  append_range(Report.Checks, checkRelease(*View, Facts ? &*Facts : nullptr));
  if (Error E = addNotes(*View, Report))
    return std::move(E);
  return Report;
}

} // namespace w2n
