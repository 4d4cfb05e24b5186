//===- CNames.cpp - The names of a library in C ----------------------------===//

#include "Wasm/CNames.h"

#include "Wasm/Module.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace w2n {

static bool isReserved(StringRef Name) {
  static constexpr StringLiteral Lines[] = {
#define W2N_RESERVED_NAMES(NAMES) NAMES,
#include "Wasm/ReservedNames.def"
  };
  return any_of(Lines, [&](StringRef Line) { return is_contained(split(Line, ' '), Name); });
}

std::string libraryName(StringRef FileStem) {
  std::string Name = FileStem.str();
  for (char &C : Name)
    if (!isAlnum(C))
      C = '_';
  const bool IsRuntime = Name == "w2n" || StringRef(Name).starts_with("w2n_");
  if (Name.empty() || isDigit(Name.front()) || IsRuntime)
    return "_" + Name;
  if (isReserved(Name))
    return Name + "_";
  // These are the compiler's own.
  const bool IsCompilers =
      Name.size() > 1 && Name[0] == '_' && (Name[1] == '_' || isUpper(Name[1]));
  return IsCompilers ? "m" + Name : Name;
}

static std::string replacement(char C) {
  return "_x" + toHex(StringRef(&C, 1), /*LowerCase=*/true);
}

static bool looksReplaced(StringRef Text) {
  return Text.size() >= 4 && Text.starts_with("_x") && isHexDigit(Text[2]) && isHexDigit(Text[3]);
}

/// Letters, digits and underscores stay, and every other byte becomes _x and two hexadecimal
/// digits. An underscore that would read as the start of such a replacement is itself replaced.
static std::string identifierPart(StringRef Name) {
  std::string Result;
  for (size_t I = 0; I < Name.size(); ++I)
    if (isAlnum(Name[I]) || (Name[I] == '_' && !looksReplaced(Name.substr(I))))
      Result += Name[I];
    else
      Result += replacement(Name[I]);
  return Result;
}

/// Whether a name is, behind underscores, one that the header gives to something else.
static bool meansSomethingElse(StringRef ExportName) {
  const StringRef Word = ExportName.ltrim('_');
  static constexpr StringLiteral Words[] = {"instantiate", "free",  "imports",
                                            "instance",    "store", "from_instance"};
  static constexpr StringLiteral Prefixes[] = {"try_",    "results_", "memory_", "table_",
                                               "global_", "tag_",     "import_"};
  return is_contained(Words, Word) ||
         any_of(Prefixes, [&](StringRef Prefix) { return Word.starts_with(Prefix); });
}

std::string exportSymbol(StringRef Library, StringRef ExportName) {
  return (Library + "_" + (meansSomethingElse(ExportName) ? "_" : "") + identifierPart(ExportName))
      .str();
}

std::string exportSymbol(StringRef Library, StringRef What, StringRef ExportName) {
  return (Library + "_" + What + "_" + identifierPart(ExportName)).str();
}

/// As identifierPart(), but an underscore stays only between two letters or digits, so that two
/// of them in a row can stand between parts.
static std::string memberPart(StringRef Name) {
  std::string Result;
  for (size_t I = 0; I < Name.size(); ++I) {
    const bool IsBetween = Name[I] == '_' && I > 0 && I + 1 < Name.size() && isAlnum(Name[I - 1]) &&
                           isAlnum(Name[I + 1]);
    if (isAlnum(Name[I]) || (IsBetween && !looksReplaced(Name.substr(I))))
      Result += Name[I];
    else
      Result += replacement(Name[I]);
  }
  return Result;
}

std::string importMember(const Module &Wasm, size_t Import) {
  const w2n::Import &From = Wasm.Imports[Import];
  std::string Part = memberPart(From.Module);
  // An identifier begins with no digit, and with two underscores only where it is the compiler's.
  if (Part.empty())
    Part = "_x";
  else if (isDigit(Part.front()))
    Part = replacement(Part.front()) + Part.substr(1);
  std::string Result = Part + "__" + memberPart(From.Name);
  const auto Before = ArrayRef(Wasm.Imports).take_front(Import);
  if (const auto Same = count_if(Before, [&](const w2n::Import &Other) {
        return Other.Module == From.Module && Other.Name == From.Name;
      }))
    Result += "__" + utostr(Same + 1);
  return Result;
}

bool exportReturnsStruct(const FuncType &Type) {
  return Type.Results.size() > 1 || is_contained(Type.Results, ValType(ValType::V128));
}

bool hasSetter(const GlobalType &Type) {
  if (!Type.Mutable || !Type.Type.isRef())
    return Type.Mutable;
  const HeapKind Heap = Type.Type.heap();
  return Type.Type.isNullable() &&
         (Heap == HeapKind::Func || Heap == HeapKind::Extern || Heap == HeapKind::Exn);
}

} // namespace w2n
