//===- Plan.cpp - What a loader has to do for an image ---------------------===//

#include "Plan.h"

#include "Image/MachOSignature.h"
#include "Image/MachOView.h"
#include "Support/Error.h"
#include "loader/plan.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/BinaryFormat/Magic.h"
#include "llvm/Object/MachOUniversal.h"
#include "llvm/Support/Endian.h"

#include <sys/mman.h>

using namespace llvm;

namespace w2n::machorun {

namespace {

class PlanMaker {
public:
  PlanMaker(const MachOView &View, uint64_t Base) : View(View), Base(Base) {}

  Expected<SmallVector<char, 0>> make(bool IsNative);

private:
  const MachOView &View;
  /// The address of the image as it was linked.
  const uint64_t Base;
  machorun_plan Plan = {};
  std::vector<machorun_segment> Segments;
  std::vector<machorun_fixup> Fixups;
  std::vector<uint64_t> Initializers;
  std::string Strings;

  Error addSegments();
  Error addEntry();
  Error addSections();
  Error addInitializers(const MachO::section_64 &Section);
  Error addFixups();
  Error addFixup(const object::MachOChainedFixupEntry &Entry);
  SmallVector<char, 0> write();
};

} // namespace

static uint32_t protectionOf(uint32_t Protection) {
  return (Protection & MachO::VM_PROT_READ ? PROT_READ : 0) |
         (Protection & MachO::VM_PROT_WRITE ? PROT_WRITE : 0) |
         (Protection & MachO::VM_PROT_EXECUTE ? PROT_EXEC : 0);
}

Error PlanMaker::addSegments() {
  constexpr uint32_t WriteExecute = MachO::VM_PROT_WRITE | MachO::VM_PROT_EXECUTE;
  for (const MachO::segment_command_64 &Segment : View.Segments) {
    const StringRef Name = segmentName(Segment);
    if (((Segment.initprot | Segment.maxprot) & WriteExecute) == WriteExecute)
      return inputError("segment " + Name + " is writable and executable");
    if (Name == "__PAGEZERO")
      continue;
    if (Segment.vmaddr < Base || (Segment.vmaddr - Base) % MACHORUN_ALIGNMENT % 0x1000 != 0)
      return inputError("segment " + Name + " has an address that is not modelled");
    const uint32_t Protection = protectionOf(Segment.initprot);
    const bool IsConstant = Segment.flags & MachO::SG_READ_ONLY;
    // The contents are found again by the offset in the file, until they are written.
    Segments.push_back({Segment.vmaddr - Base, Segment.vmsize, Segment.fileoff,
                        std::min(Segment.filesize, Segment.vmsize), Protection,
                        IsConstant ? PROT_READ : Protection});
    Plan.size = std::max(Plan.size, Segment.vmaddr - Base + Segment.vmsize);
  }
  return Error::success();
}

Error PlanMaker::addEntry() {
  for (const auto &Command : View.File->load_commands())
    if (Command.C.cmd == MachO::LC_MAIN) {
      Plan.entry = View.File->getEntryPointCommand(Command).entryoff;
      return Error::success();
    }
  return inputError("there is no LC_MAIN");
}

Error PlanMaker::addInitializers(const MachO::section_64 &Section) {
  const ArrayRef<uint8_t> Offsets = View.Bytes.slice(Section.offset, Section.size);
  for (size_t I = 0; I + 4 <= Offsets.size(); I += 4)
    Initializers.push_back(support::endian::read32le(&Offsets[I]));
  return Error::success();
}

Error PlanMaker::addSections() {
  for (const object::SectionRef &Reference : View.File->sections()) {
    const MachO::section_64 Section = View.File->getSection64(Reference.getRawDataRefImpl());
    switch (Section.flags & MachO::SECTION_TYPE) {
    case MachO::S_INIT_FUNC_OFFSETS:
      if (Error E = addInitializers(Section))
        return E;
      break;
    case MachO::S_MOD_INIT_FUNC_POINTERS:
    case MachO::S_MOD_TERM_FUNC_POINTERS:
      return inputError("initializers given by pointers are not modelled");
    case MachO::S_THREAD_LOCAL_VARIABLES:
      Plan.thread_variables = Section.addr - Base;
      Plan.thread_variables_size = Section.size;
      break;
    // The values that are not zero precede those that are.
    case MachO::S_THREAD_LOCAL_REGULAR:
    case MachO::S_THREAD_LOCAL_ZEROFILL:
      if (Plan.thread_values == 0 || Section.addr - Base < Plan.thread_values)
        Plan.thread_values = Section.addr - Base;
      break;
    default:
      break;
    }
  }
  return Error::success();
}

Error PlanMaker::addFixup(const object::MachOChainedFixupEntry &Entry) {
  const uint64_t Address = Entry.address() - Base;
  const auto Holds = [&](const machorun_segment &Segment) {
    return Address >= Segment.address && Address - Segment.address <= Segment.size - 8 &&
           (Segment.protection & PROT_WRITE);
  };
  if (none_of(Segments, Holds))
    return inputError("a pointer to change is not in a writable segment");
  if (Entry.isRebase()) {
    Fixups.push_back({Address, Entry.pointerValue() - Base, 0, 0});
    return Error::success();
  }
  const std::string Symbol = Entry.symbolName().str();
  const int Ordinal = Entry.ordinal();
  if (Ordinal < 1 || size_t(Ordinal) > View.Libraries.size())
    return inputError(Symbol + " is looked for in no particular library");
  if (View.Libraries[Ordinal - 1] != "/usr/lib/libSystem.B.dylib")
    return inputError(Symbol + " is looked for in " + View.Libraries[Ordinal - 1]);
  Fixups.push_back({Address, uint64_t(Entry.addend()), uint32_t(Strings.size()), 1});
  Strings += Symbol;
  Strings += '\0';
  return Error::success();
}

Error PlanMaker::addFixups() {
  Error Damage = Error::success();
  for (const object::MachOChainedFixupEntry &Entry : View.File->fixupTable(Damage))
    if (Error E = addFixup(Entry)) {
      consumeError(std::move(Damage));
      return E;
    }
  if (Damage)
    return inputError(toString(std::move(Damage)));
  return Error::success();
}

template <typename T> static void append(SmallVectorImpl<char> &Result, ArrayRef<T> Values) {
  const char *Start = reinterpret_cast<const char *>(Values.data());
  Result.append(Start, Start + Values.size() * sizeof(T));
}

SmallVector<char, 0> PlanMaker::write() {
  Plan.segment_count = Segments.size();
  Plan.fixup_count = Fixups.size();
  Plan.initializer_count = Initializers.size();
  Plan.strings_size = Strings.size();
  Plan.plan_size = sizeof(Plan) + Segments.size() * sizeof(Segments[0]) +
                   Fixups.size() * sizeof(Fixups[0]) +
                   Initializers.size() * sizeof(Initializers[0]) + Strings.size();
  const std::vector<machorun_segment> InFile = Segments;
  uint64_t End = alignTo(Plan.plan_size, MACHORUN_ALIGNMENT);
  for (machorun_segment &Segment : Segments) {
    Segment.content = End;
    End += alignTo(Segment.content_size, MACHORUN_ALIGNMENT);
  }
  SmallVector<char, 0> Result;
  append(Result, ArrayRef(Plan));
  append(Result, ArrayRef(Segments));
  append(Result, ArrayRef(Fixups));
  append(Result, ArrayRef(Initializers));
  append(Result, ArrayRef(Strings.data(), Strings.size()));
  for (const auto &[From, To] : zip_equal(InFile, Segments)) {
    Result.resize(To.content);
    append(Result, View.Bytes.slice(From.content, From.content_size));
  }
  Result.resize(End);
  return Result;
}

Expected<SmallVector<char, 0>> PlanMaker::make(bool IsNative) {
  Plan.is_native = IsNative;
  for (const auto Step : {&PlanMaker::addSegments, &PlanMaker::addEntry, &PlanMaker::addSections,
                          &PlanMaker::addFixups})
    if (Error E = (this->*Step)())
      return std::move(E);
  return write();
}

/// The kernel and dyld refuse what these find.
static Error checkImage(const MachOView &View) {
  for (const AuditCheck &Check : auditSignature(View, {}).Checks)
    if (Check.Result == Verdict::Fail)
      return inputError(Check.Name + ": " + Check.Detail);
  if (!(View.Header.flags & MachO::MH_PIE))
    return inputError("the program is not position-independent");
  if (View.ClassicRelocations != 0)
    return inputError("relocations outside the chained fixups are not modelled");
  for (const uint32_t Command : View.Commands)
    if (Command == MachO::LC_DYLD_INFO_ONLY || Command == MachO::LC_UNIXTHREAD)
      return inputError("a load command is not modelled: 0x" + utohexstr(Command));
  return Error::success();
}

Expected<SmallVector<char, 0>> makePlan(ArrayRef<uint8_t> Bytes, bool IsNative) {
  auto View = readMachO(Bytes);
  if (!View)
    return View.takeError();
  if (Error E = checkImage(*View))
    return std::move(E);
  const MachO::segment_command_64 *Text = View->findSegment("__TEXT");
  if (!Text)
    return inputError("there is no segment __TEXT");
  return PlanMaker(*View, Text->vmaddr).make(IsNative);
}

Expected<ArrayRef<uint8_t>> chooseImage(ArrayRef<uint8_t> Bytes, StringRef CPU) {
  const MemoryBufferRef Buffer(toStringRef(Bytes), "");
  if (identify_magic(Buffer.getBuffer()) != file_magic::macho_universal_binary) {
    auto File = object::ObjectFile::createMachOObjectFile(Buffer);
    if (!File)
      return inputError(toString(File.takeError()));
    if ((*File)->getArchTriple().getArchName() != CPU)
      return inputError("the program is not for " + CPU);
    return Bytes;
  }
  auto File = object::MachOUniversalBinary::create(Buffer);
  if (!File)
    return inputError(toString(File.takeError()));
  for (const auto &Slice : (*File)->objects())
    if (Slice.getArchFlagName() == CPU)
      return Bytes.slice(Slice.getOffset(), Slice.getSize());
  return inputError("the file has no program for " + CPU);
}

} // namespace w2n::machorun
