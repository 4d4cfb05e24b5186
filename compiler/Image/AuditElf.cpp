//===- AuditElf.cpp - The audit of an ELF executable -----------------------===//
//
// Only what the kernel and the program's own start-up code read counts here: program
// headers and the dynamic section. Section headers are for tools, and may say anything;
// but where they lie outside the file, it has been cut off.
//
//===----------------------------------------------------------------------===//

#include "Image/AuditChecks.h"
#include "Support/Error.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Object/ELF.h"

using namespace llvm;

namespace w2n {

using ElfFile = object::ELFFile<object::ELF64LE>;
using ProgramHeader = ElfFile::Elf_Phdr;

namespace {
struct ElfView {
  ElfFile File;
  ArrayRef<ProgramHeader> Segments;
  /// The entries of the dynamic section up to its end.
  ArrayRef<ElfFile::Elf_Dyn> Dynamic;

  bool hasSegment(uint32_t Type) const {
    return any_of(Segments, [&](const ProgramHeader &S) { return S.p_type == Type; });
  }
  /// The value of the first entry with Tag.
  std::optional<uint64_t> dynamic(int64_t Tag) const {
    for (const auto &Entry : Dynamic)
      if (Entry.getTag() == Tag)
        return Entry.getVal();
    return std::nullopt;
  }
  /// The segment that maps Size bytes at Address, or null.
  const ProgramHeader *findLoaded(uint64_t Address, uint64_t Size) const {
    const auto *Found = find_if(Segments, [&](const ProgramHeader &S) {
      return S.p_type == ELF::PT_LOAD && Address >= S.p_vaddr && Size <= S.p_memsz &&
             Address - S.p_vaddr <= S.p_memsz - Size;
    });
    return Found == Segments.end() ? nullptr : Found;
  }
  /// What has a name as a library is none by mistake; nothing else tells the two apart.
  bool isLibrary() const { return dynamic(ELF::DT_SONAME).has_value(); }
  bool isWritable(uint64_t Address, uint64_t Size) const {
    const ProgramHeader *Segment = findLoaded(Address, Size);
    return Segment && (Segment->p_flags & ELF::PF_W);
  }
  /// The entries of the table of Size bytes that a running program finds at Address.
  template <typename T>
  Expected<ArrayRef<T>> table(uint64_t Address, uint64_t Size, StringRef Name) const {
    const ProgramHeader *Segment = findLoaded(Address, Size);
    if (!Segment || Size > Segment->p_filesz ||
        Address - Segment->p_vaddr > Segment->p_filesz - Size)
      return inputError("the " + Name + " lies outside the file");
    const uint8_t *Start = File.base() + Segment->p_offset + (Address - Segment->p_vaddr);
    return ArrayRef(reinterpret_cast<const T *>(Start), Size / sizeof(T));
  }
};
} // namespace

/// Loaded segments have to ascend without overlap, and lie in the file.
static Error checkSegments(ArrayRef<ProgramHeader> Segments, uint64_t FileSize) {
  uint64_t End = 0;
  for (const ProgramHeader &S : Segments) {
    if (S.p_offset > FileSize || S.p_filesz > FileSize - S.p_offset)
      return inputError("a segment lies outside the file");
    if (S.p_type != ELF::PT_LOAD)
      continue;
    if (S.p_vaddr < End || S.p_memsz > UINT64_MAX - S.p_vaddr || S.p_filesz > S.p_memsz)
      return inputError("the loaded segments overlap or are out of order");
    End = S.p_vaddr + S.p_memsz;
  }
  return Error::success();
}

static Expected<ElfView> readElf(ArrayRef<uint8_t> Bytes) {
  const StringRef Text = toStringRef(Bytes);
  const auto [Class, Encoding] = object::getElfArchType(Text);
  if (Class != ELF::ELFCLASS64 || Encoding != ELF::ELFDATA2LSB)
    return inputError("only 64-bit little-endian ELF files can be audited");
  auto File = ElfFile::create(Text);
  if (!File)
    return inputError(toString(File.takeError()));
  auto Segments = File->program_headers();
  if (!Segments)
    return inputError(toString(Segments.takeError()));
  if (auto Sections = File->sections(); !Sections)
    return inputError(toString(Sections.takeError()));
  if (Error E = checkSegments(*Segments, Bytes.size()))
    return std::move(E);

  ElfView View{*File, *Segments, {}};
  // Of several the first counts for some readers and the last for others.
  if (count_if(*Segments, [](const ProgramHeader &S) { return S.p_type == ELF::PT_DYNAMIC; }) > 1)
    return inputError("the file has several dynamic segments");
  for (const ProgramHeader &S : *Segments)
    if (S.p_type == ELF::PT_DYNAMIC)
      if (Error E = View.table<ElfFile::Elf_Dyn>(S.p_vaddr, S.p_filesz, "dynamic section")
                        .moveInto(View.Dynamic))
        return std::move(E);
  View.Dynamic = View.Dynamic.take_until(
      [](const ElfFile::Elf_Dyn &Entry) { return Entry.getTag() == ELF::DT_NULL; });
  return View;
}

static std::string segmentName(const ProgramHeader &S) {
  return "segment at 0x" + utohexstr(S.p_vaddr, /*LowerCase=*/true);
}

static AuditCheck checkWritableExecutable(const ElfView &View) {
  std::vector<std::string> Problems;
  for (const ProgramHeader &S : View.Segments)
    if (S.p_type == ELF::PT_LOAD && (S.p_flags & ELF::PF_W) && (S.p_flags & ELF::PF_X))
      Problems.push_back(segmentName(S) + " is writable and executable");
  return checkNone("no-writable-executable-segment", Problems, "each is one of them at most");
}

static AuditCheck checkStack(const ElfView &View) {
  constexpr StringRef Name = "no-executable-stack";
  if (!View.hasSegment(ELF::PT_GNU_STACK))
    return makeCheck(Name, false, "without PT_GNU_STACK the stack may be executable");
  const bool Executable = any_of(View.Segments, [](const ProgramHeader &S) {
    return S.p_type == ELF::PT_GNU_STACK && (S.p_flags & ELF::PF_X);
  });
  return makeCheck(Name, !Executable,
                   Executable ? "PT_GNU_STACK is executable" : "PT_GNU_STACK is not executable");
}

static AuditCheck checkRelro(const ElfView &View) {
  std::vector<std::string> Problems;
  if (!View.hasSegment(ELF::PT_GNU_RELRO))
    Problems.push_back("PT_GNU_RELRO is missing");
  for (const ProgramHeader &S : View.Segments)
    if (S.p_type == ELF::PT_GNU_RELRO && !View.isWritable(S.p_vaddr, S.p_filesz))
      Problems.push_back("PT_GNU_RELRO lies outside the writable segments");
  if (!(View.dynamic(ELF::DT_FLAGS_1).value_or(0) & ELF::DF_1_NOW))
    Problems.push_back("DF_1_NOW is missing");
  return checkNone("relro", Problems, "PT_GNU_RELRO and DF_1_NOW");
}

static AuditCheck checkPositionIndependent(const ElfView &View) {
  std::vector<std::string> Problems;
  if (View.File.getHeader().e_type != ELF::ET_DYN)
    Problems.push_back("the file is not ET_DYN");
  if (View.isLibrary())
    return checkNone("position-independent", Problems, "ET_DYN, a shared library");
  if (!(View.dynamic(ELF::DT_FLAGS_1).value_or(0) & ELF::DF_1_PIE))
    Problems.push_back("DF_1_PIE is missing");
  return checkNone("position-independent", Problems, "ET_DYN and DF_1_PIE");
}

static AuditCheck checkStatic(const ElfView &View) {
  std::vector<std::string> Problems;
  if (View.hasSegment(ELF::PT_INTERP))
    Problems.push_back("the file has an interpreter");
  if (View.dynamic(ELF::DT_NEEDED))
    Problems.push_back("the file needs shared libraries");
  return checkNone("imports-allowed", Problems, "no interpreter, no shared library");
}

/// What speaks against the entries of the table of relocations with addends.
static Error checkRelocationTable(const ElfView &View, std::vector<std::string> &Problems) {
  const uint64_t Size = View.dynamic(ELF::DT_RELASZ).value_or(0);
  if (Size == 0)
    return Error::success();
  auto Table = View.table<ElfFile::Elf_Rela>(View.dynamic(ELF::DT_RELA).value_or(0), Size,
                                             "relocation table");
  if (!Table)
    return Table.takeError();
  const uint32_t Relative = object::getELFRelativeRelocationType(View.File.getHeader().e_machine);
  // A library's thread-locals are where the loader puts them.
  const uint32_t ThreadLocal = View.File.getHeader().e_machine == ELF::EM_X86_64
                                   ? uint32_t(ELF::R_X86_64_TLSDESC)
                                   : uint32_t(ELF::R_AARCH64_TLSDESC);
  size_t Foreign = 0;
  size_t InText = 0;
  for (const ElfFile::Elf_Rela &Relocation : *Table) {
    const uint32_t Type = Relocation.getType(/*isMips64EL=*/false);
    Foreign += Type != Relative && Type != ThreadLocal;
    InText += !View.isWritable(Relocation.r_offset, sizeof(uint64_t));
  }
  if (Foreign != 0)
    Problems.push_back(std::to_string(Foreign) + " relocations are not relative");
  if (InText != 0)
    Problems.push_back(std::to_string(InText) + " relocations change what is not writable");
  return Error::success();
}

static Expected<AuditCheck> checkTextRelocations(const ElfView &View) {
  std::vector<std::string> Problems;
  if (View.dynamic(ELF::DT_TEXTREL) || (View.dynamic(ELF::DT_FLAGS).value_or(0) & ELF::DF_TEXTREL))
    Problems.push_back("the file asks for text relocations");
  for (const auto &[Tag, Name] : {std::pair<int64_t, const char *>(ELF::DT_REL, "DT_REL"),
                                  {ELF::DT_RELR, "DT_RELR"},
                                  {ELF::DT_JMPREL, "DT_JMPREL"}})
    if (View.dynamic(Tag))
      Problems.push_back(std::string("the file has relocations in ") + Name);
  if (Error E = checkRelocationTable(View, Problems))
    return std::move(E);
  return checkNone("no-text-relocations", Problems, "relocations are relative, in writable data");
}

/// The notes that a running program finds in its memory.
static Error addNotes(const ElfView &View, AuditReport &Report) {
  std::vector<uint8_t> Notes;
  bool IsWritable = false;
  for (const ProgramHeader &S : View.Segments) {
    if (S.p_type != ELF::PT_NOTE)
      continue;
    auto Bytes = View.table<uint8_t>(S.p_vaddr, S.p_filesz, "note segment");
    if (!Bytes)
      return Bytes.takeError();
    append_range(Notes, *Bytes);
    IsWritable |= View.isWritable(S.p_vaddr, S.p_filesz);
  }
  append_range(Report.Checks, checkNotes(Notes, IsWritable, Report));
  return Error::success();
}

Expected<AuditReport> auditElf(ArrayRef<uint8_t> Bytes) {
  auto View = readElf(Bytes);
  if (!View)
    return View.takeError();
  AuditReport Report;
  ImageFacts &Facts = Report.Facts;
  switch (View->File.getHeader().e_machine) {
  case ELF::EM_X86_64:
    Facts.Architecture = "x86_64";
    break;
  case ELF::EM_AARCH64:
    Facts.Architecture = "aarch64";
    break;
  default:
    return inputError("only x86_64 and aarch64 ELF files can be audited");
  }
  Report.Format = "ELF " + Facts.Architecture;
  Facts.FileType = View->isLibrary() ? "dynamic library" : "executable";
  Facts.Platform = "Linux";
  Facts.Size = Bytes.size();
  if (!View->hasSegment(ELF::PT_LOAD))
    return inputError("not an ELF executable: no segment is loaded");
  auto TextRelocations = checkTextRelocations(*View);
  if (!TextRelocations)
    return TextRelocations.takeError();
  Report.Checks = {checkWritableExecutable(*View),
                   checkStack(*View),
                   checkRelro(*View),
                   checkPositionIndependent(*View),
                   std::move(*TextRelocations),
                   checkStatic(*View),
                   notApplicable("signature", "ELF has no embedded signature")};
  if (Error E = addNotes(*View, Report))
    return std::move(E);
  return Report;
}

} // namespace w2n
