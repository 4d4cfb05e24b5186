//===- Plan.cpp - What a loader has to do for images -----------------------===//

#include "Plan.h"

#include "Support/Error.h"
#include "loader/plan.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Endian.h"

#include <sys/mman.h>

using namespace llvm;

namespace w2n::machorun {

namespace {

/// Where the contents of a segment are to be taken from.
using Contents = std::vector<ArrayRef<uint8_t>>;

class PlanMaker {
public:
  PlanMaker(const Process &Of, const PlanOptions &Options)
      : Of(Of), Options(Options), IsOrdered(Of.images().size()) {}

  Expected<SmallVector<char, 0>> make();

private:
  const Process &Of;
  const PlanOptions &Options;
  machorun_plan Plan = {};
  std::vector<machorun_image> Images;
  std::vector<machorun_segment> Segments;
  std::vector<machorun_fixup> Fixups;
  std::vector<uint64_t> Initializers;
  std::vector<machorun_export> Exports;
  std::vector<uint32_t> Dependencies;
  std::string Strings;
  Contents SegmentContents;
  std::vector<bool> IsOrdered;

  Error addImage(unsigned Index);
  Error addSegments(const LoadedImage &Image, machorun_image &Result);
  Error addEntry(const LoadedImage &Image, machorun_image &Result);
  Error addSections(const LoadedImage &Image, machorun_image &Result);
  void addInitializers(const LoadedImage &Image, const MachO::section_64 &Section);
  Error addFixups(unsigned Index, machorun_image &Result);
  Error addFixup(unsigned Index, ArrayRef<machorun_segment> InImage,
                 const object::MachOChainedFixupEntry &Entry);
  Error addExports(unsigned Index, machorun_image &Result);
  void addDependencies(const LoadedImage &Image, machorun_image &Result);
  void addToOrder(unsigned Index);
  uint32_t addString(StringRef Text);
  SmallVector<char, 0> write();
};

} // namespace

template <typename T> static machorun_rows rowsFrom(size_t First, const std::vector<T> &Table) {
  return {uint32_t(First), uint32_t(Table.size() - First)};
}

uint32_t PlanMaker::addString(StringRef Text) {
  const size_t Offset = Strings.size();
  Strings += Text;
  Strings += '\0';
  return Offset;
}

static uint32_t protectionOf(uint32_t Protection) {
  return (Protection & MachO::VM_PROT_READ ? PROT_READ : 0) |
         (Protection & MachO::VM_PROT_WRITE ? PROT_WRITE : 0) |
         (Protection & MachO::VM_PROT_EXECUTE ? PROT_EXEC : 0);
}

Error PlanMaker::addSegments(const LoadedImage &Image, machorun_image &Result) {
  const size_t First = Segments.size();
  for (const MachO::segment_command_64 &Segment : Image.View.Segments) {
    const StringRef Name = segmentName(Segment);
    if (Name == "__PAGEZERO")
      continue;
    if (Segment.vmaddr < Image.Base || (Segment.vmaddr - Image.Base) % 0x1000 != 0)
      return inputError("segment " + Name + " has an address that is not modelled");
    const uint32_t Protection = protectionOf(Segment.initprot);
    const bool IsConstant = Segment.flags & MachO::SG_READ_ONLY;
    const uint64_t InFile = std::min(Segment.filesize, Segment.vmsize);
    Segments.push_back({Segment.vmaddr - Image.Base, Segment.vmsize, 0, InFile, Protection,
                        IsConstant ? PROT_READ : Protection});
    SegmentContents.push_back(Image.View.Bytes.slice(Segment.fileoff, InFile));
    Result.size = std::max(Result.size, Segment.vmaddr - Image.Base + Segment.vmsize);
  }
  Result.segments = rowsFrom(First, Segments);
  return Error::success();
}

Error PlanMaker::addEntry(const LoadedImage &Image, machorun_image &Result) {
  if (Image.View.Header.filetype != MachO::MH_EXECUTE)
    return Error::success();
  for (const auto &Command : Image.View.File->load_commands())
    if (Command.C.cmd == MachO::LC_MAIN) {
      Result.entry = Image.View.File->getEntryPointCommand(Command).entryoff;
      return Error::success();
    }
  return inputError("there is no LC_MAIN");
}

void PlanMaker::addInitializers(const LoadedImage &Image, const MachO::section_64 &Section) {
  const ArrayRef<uint8_t> Offsets = Image.View.Bytes.slice(Section.offset, Section.size);
  for (size_t I = 0; I + 4 <= Offsets.size(); I += 4)
    Initializers.push_back(support::endian::read32le(&Offsets[I]));
}

/// Thread-locals with values that are not zero precede those without.
static void addThreadValues(uint64_t Start, const MachO::section_64 &Section,
                            machorun_image &Result) {
  if (Result.thread_values_size == 0)
    Result.thread_values = Start;
  Result.thread_values_size = Start + Section.size - Result.thread_values;
  if ((Section.flags & MachO::SECTION_TYPE) == MachO::S_THREAD_LOCAL_REGULAR)
    Result.thread_values_initialized = Result.thread_values_size;
}

Error PlanMaker::addSections(const LoadedImage &Image, machorun_image &Result) {
  const size_t First = Initializers.size();
  for (const object::SectionRef &Reference : Image.View.File->sections()) {
    const MachO::section_64 Section = Image.View.File->getSection64(Reference.getRawDataRefImpl());
    switch (Section.flags & MachO::SECTION_TYPE) {
    case MachO::S_INIT_FUNC_OFFSETS:
      addInitializers(Image, Section);
      break;
    case MachO::S_MOD_INIT_FUNC_POINTERS:
    case MachO::S_MOD_TERM_FUNC_POINTERS:
      return inputError("initializers given by pointers are not modelled");
    case MachO::S_THREAD_LOCAL_VARIABLES:
      Result.thread_variables = Section.addr - Image.Base;
      Result.thread_variables_size = Section.size;
      break;
    case MachO::S_THREAD_LOCAL_REGULAR:
    case MachO::S_THREAD_LOCAL_ZEROFILL:
      addThreadValues(Section.addr - Image.Base, Section, Result);
      break;
    default:
      break;
    }
  }
  Result.initializers = rowsFrom(First, Initializers);
  return Error::success();
}

Error PlanMaker::addFixup(unsigned Index, ArrayRef<machorun_segment> InImage,
                          const object::MachOChainedFixupEntry &Entry) {
  const uint64_t Base = Of.images()[Index].Base;
  const uint64_t Address = Entry.address() - Base;
  const auto Holds = [&](const machorun_segment &Segment) {
    return Address >= Segment.address && Address - Segment.address <= Segment.size - 8 &&
           (Segment.protection & PROT_WRITE);
  };
  if (none_of(InImage, Holds))
    return inputError("a pointer to change is not in a writable segment");
  if (Entry.isRebase()) {
    Fixups.push_back({Address, Entry.pointerValue() - Base, 0, MACHORUN_REBASE});
    return Error::success();
  }
  const bool MayBeMissing = Entry.flags() & MachO::BIND_SYMBOL_FLAGS_WEAK_IMPORT;
  auto Bound = Of.bind(Index, Entry.ordinal(), Entry.symbolName(), MayBeMissing);
  if (!Bound)
    return Bound.takeError();
  const uint64_t Addend = Entry.addend();
  switch (Bound->Where) {
  case Definition::Kind::Image:
    Fixups.push_back({Address, Bound->Address + Addend, Bound->Index, MACHORUN_BIND_IMAGE});
    break;
  case Definition::Kind::LibSystem:
    Fixups.push_back({Address, Addend, addString(Bound->Symbol), MACHORUN_BIND_LIBSYSTEM});
    break;
  case Definition::Kind::Missing:
    Fixups.push_back({Address, 0, 0, MACHORUN_ABSOLUTE});
    break;
  }
  return Error::success();
}

Error PlanMaker::addFixups(unsigned Index, machorun_image &Result) {
  const size_t First = Fixups.size();
  const auto InImage = ArrayRef(Segments).slice(Result.segments.first, Result.segments.count);
  Error Damage = Error::success();
  for (const object::MachOChainedFixupEntry &Entry :
       Of.images()[Index].View.File->fixupTable(Damage))
    if (Error E = addFixup(Index, InImage, Entry)) {
      consumeError(std::move(Damage));
      return E;
    }
  if (Damage)
    return inputError(toString(std::move(Damage)));
  Result.fixups = rowsFrom(First, Fixups);
  return Error::success();
}

/// Those that lead to another library are left to what looks through the dependencies.
Error PlanMaker::addExports(unsigned Index, machorun_image &Result) {
  const size_t First = Exports.size();
  for (const auto &Entry : Of.images()[Index].Exports) {
    const uint64_t Flags = Entry.second.Flags;
    const uint64_t Kind = Flags & MachO::EXPORT_SYMBOL_FLAGS_KIND_MASK;
    if ((Flags & MachO::EXPORT_SYMBOL_FLAGS_STUB_AND_RESOLVER) ||
        Kind == MachO::EXPORT_SYMBOL_FLAGS_KIND_ABSOLUTE)
      return inputError("the kind of the exported symbol " + Entry.first() + " is not modelled");
    if (!(Flags & MachO::EXPORT_SYMBOL_FLAGS_REEXPORT))
      Exports.push_back({Entry.second.Address, addString(Entry.first()),
                         Kind == MachO::EXPORT_SYMBOL_FLAGS_KIND_THREAD_LOCAL});
  }
  Result.exports = rowsFrom(First, Exports);
  return Error::success();
}

void PlanMaker::addDependencies(const LoadedImage &Image, machorun_image &Result) {
  const size_t First = Dependencies.size();
  for (const Provider &Library : Image.Providers)
    if (Library.Where == Provider::Kind::Image)
      Dependencies.push_back(Library.Index);
  Result.dependencies = rowsFrom(First, Dependencies);
}

/// The libraries of an image are initialized before it is.
void PlanMaker::addToOrder(unsigned Index) {
  if (Index < Options.First || IsOrdered[Index])
    return;
  IsOrdered[Index] = true;
  const LoadedImage &Image = Of.images()[Index];
  for (size_t I = 0; I < Image.Providers.size(); ++I)
    if (Image.Providers[I].Where == Provider::Kind::Image && !Image.Libraries[I].IsUpward)
      addToOrder(Image.Providers[I].Index);
  Dependencies.push_back(Index);
}

Error PlanMaker::addImage(unsigned Index) {
  const LoadedImage &Image = Of.images()[Index];
  machorun_image Result = {};
  Result.path = addString(Image.Path);
  for (const auto Step : {&PlanMaker::addSegments, &PlanMaker::addEntry, &PlanMaker::addSections})
    if (Error E = (this->*Step)(Image, Result))
      return E;
  for (const auto Step : {&PlanMaker::addFixups, &PlanMaker::addExports})
    if (Error E = (this->*Step)(Index, Result))
      return E;
  addDependencies(Image, Result);
  Images.push_back(Result);
  return Error::success();
}

SmallVector<char, 0> PlanMaker::write() {
  SmallVector<char, 0> Tables(sizeof(Plan));
  const auto Append = [&](machorun_table Table, const auto &Rows) {
    Tables.resize(alignTo(Tables.size(), 8));
    Plan.offsets[Table] = Tables.size();
    const char *Start = reinterpret_cast<const char *>(Rows.data());
    Tables.append(Start, Start + Rows.size() * sizeof(Rows[0]));
  };
  Append(MACHORUN_IMAGES, Images);
  Append(MACHORUN_FIXUPS, Fixups);
  Append(MACHORUN_INITIALIZERS, Initializers);
  Append(MACHORUN_EXPORTS, Exports);
  Append(MACHORUN_DEPENDENCIES, Dependencies);
  Append(MACHORUN_STRINGS, Strings);
  uint64_t End =
      alignTo(Tables.size() + 8 + Segments.size() * sizeof(Segments[0]), MACHORUN_ALIGNMENT);
  for (machorun_segment &Segment : Segments) {
    Segment.content = End;
    End += alignTo(Segment.content_size, MACHORUN_ALIGNMENT);
  }
  Append(MACHORUN_SEGMENTS, Segments);
  Plan.tables_size = Tables.size();
  memcpy(Tables.data(), &Plan, sizeof(Plan));
  for (const auto &[Segment, Bytes] : zip_equal(Segments, SegmentContents)) {
    Tables.resize(Segment.content);
    append_range(Tables, Bytes);
  }
  Tables.resize(End);
  return Tables;
}

Expected<SmallVector<char, 0>> PlanMaker::make() {
  const unsigned Count = Of.images().size();
  for (unsigned Index = Options.First; Index < Count; ++Index)
    if (Error E = addImage(Index))
      return std::move(E);
  const size_t First = Dependencies.size();
  for (unsigned Index = Options.First; Index < Count; ++Index)
    addToOrder(Index);
  Plan.order = rowsFrom(First, Dependencies);
  Plan.image_count = Images.size();
  Plan.first_image = Options.First;
  Plan.opened = Options.Opened;
  Plan.denies_code = Options.DeniesCode;
  return write();
}

Expected<SmallVector<char, 0>> makePlan(const Process &Of, const PlanOptions &Options) {
  return PlanMaker(Of, Options).make();
}

} // namespace w2n::machorun
