//===- Header.cpp - The C header of a library ------------------------------===//

#include "Interface/Header.h"

#include "Wasm/CNames.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace w2n {

namespace {

StringRef referenceInC(HeapKind Heap) {
  switch (Heap) {
  case HeapKind::Extern:
    return "w2n_externref ";
  case HeapKind::Exn:
  case HeapKind::NoExn:
    return "w2n_exnref ";
  case HeapKind::Func:
  case HeapKind::Defined:
    return "w2n_funcref ";
  }
  llvm_unreachable("unknown heap type");
}

StringRef typeInC(ValType Type) {
  switch (Type.kind()) {
  case ValType::I32:
    return "int32_t ";
  case ValType::I64:
    return "int64_t ";
  case ValType::F32:
    return "float ";
  case ValType::F64:
    return "double ";
  case ValType::Ref:
    return referenceInC(Type.heap());
  case ValType::V128:
    return "w2n_v128 ";
  case ValType::Bottom:
    break;
  }
  llvm_unreachable("not a type of a valid module");
}

/// Vectors are passed by their address.
StringRef parameterTypeInC(ValType Type) {
  return Type.kind() == ValType::V128 ? "const w2n_v128 *" : typeInC(Type);
}

/// One header on its way to a string.
class HeaderPrinter {
public:
  HeaderPrinter(const Module &Wasm, StringRef Library, raw_ostream &OS)
      : Wasm(Wasm), Library(Library), OS(OS) {}

  void print();

private:
  const Module &Wasm;
  StringRef Library;
  raw_ostream &OS;

  void printName(StringRef Name);
  void comment(StringRef What, const Export &E, const Twine &Type);
  void printParameters(const FuncType &Type);
  StringRef returnedInC(const FuncType &Type) const;
  void printResultStruct(const Twine &Name, const FuncType &Type);
  void printImportStruct(size_t Index);
  void printImports();
  void printLifetime();
  void printFunction(const Export &E);
  void printHandle(const Export &E, StringRef What, StringRef Type);
  void printGlobal(const Export &E);
  void printExport(const Export &E);
};

} // namespace

/// A name in a comment, which nothing in it can end.
void HeaderPrinter::printName(StringRef Name) {
  OS << '"';
  for (const char C : Name)
    if (isPrint(C) && C != '*' && C != '\\' && C != '"')
      OS << C;
    else
      OS << "\\x" << toHex(StringRef(&C, 1), /*LowerCase=*/true);
  OS << '"';
}

void HeaderPrinter::comment(StringRef What, const Export &E, const Twine &Type) {
  OS << "\n/* Export ";
  printName(E.Name);
  OS << ", a " << What << (Type.isTriviallyEmpty() ? "" : ": ") << Type << ". */\n";
}

void HeaderPrinter::printParameters(const FuncType &Type) {
  OS << Library << " *instance";
  for (const auto [I, Parameter] : enumerate(Type.Parameters))
    OS << ", " << parameterTypeInC(Parameter) << "parameter" << I;
}

StringRef HeaderPrinter::returnedInC(const FuncType &Type) const {
  return exportReturnsStruct(Type) || Type.Results.empty() ? "void " : typeInC(Type.Results[0]);
}

void HeaderPrinter::printResultStruct(const Twine &Name, const FuncType &Type) {
  OS << "typedef struct " << Name << " {\n";
  for (const auto [I, Result] : enumerate(Type.Results))
    OS << "  " << typeInC(Result) << "result" << I << ";\n";
  OS << "} " << Name << ";\n";
}

/// The type of a member of NAME_imports for a function.
void HeaderPrinter::printImportStruct(size_t Index) {
  const Import &From = Wasm.Imports[Index];
  const FuncType &Type = Wasm.typeOf(Wasm.Functions[From.Index]);
  const std::string Name = (Library + "_import_" + importMember(Wasm, Index)).str();
  const std::string Results = Name + "__results";
  OS << "\n/* Import ";
  printName(From.Module);
  OS << ' ';
  printName(From.Name);
  OS << ": " << Type.str() << ". */\n";
  if (exportReturnsStruct(Type))
    printResultStruct(Results, Type);
  OS << "typedef struct " << Name << " {\n  " << returnedInC(Type) << "(*function)(void *context, ";
  printParameters(Type);
  if (exportReturnsStruct(Type))
    OS << ", " << Results << " *results";
  OS << ");\n  void *context;\n} " << Name << ";\n";
}

static std::string describeLimits(const Limits &Size, ValType Address, StringRef Unit) {
  std::string Text = ("at least " + Twine(Size.Minimum) + " " + Unit).str();
  if (Size.Maximum)
    Text += ", at most " + utostr(*Size.Maximum);
  return Text + (Address.kind() == ValType::I64 ? ", 64-bit addresses" : "");
}

static std::string describe(const Module &Wasm, ExternKind Kind, uint32_t Index) {
  switch (Kind) {
  case ExternKind::Function:
    return Wasm.typeOf(Wasm.Functions[Index]).str();
  case ExternKind::Table: {
    const TableType &Type = Wasm.Tables[Index].Type;
    return describeLimits(Type.Size, Type.Address, "elements") + ", of " + Type.Element.str();
  }
  case ExternKind::Memory: {
    const MemoryType &Type = Wasm.Memories[Index].Type;
    return describeLimits(Type.Size, Type.Address,
                          "pages of " + utostr(Type.pageSize()) + " bytes");
  }
  case ExternKind::Global: {
    const GlobalType &Type = Wasm.Globals[Index].Type;
    return (Type.Mutable ? "mutable " : "") + Type.Type.str();
  }
  case ExternKind::Tag:
    return Wasm.Types[Wasm.Tags[Index].TypeIndex].str();
  }
  llvm_unreachable("unknown kind of external value");
}

static StringRef handleInC(ExternKind Kind) {
  switch (Kind) {
  case ExternKind::Table:
    return "w2n_table *";
  case ExternKind::Memory:
    return "w2n_memory *";
  case ExternKind::Global:
    return "w2n_global *";
  case ExternKind::Tag:
    return "const w2n_tag *";
  case ExternKind::Function:
    break;
  }
  llvm_unreachable("functions have a type of their own");
}

void HeaderPrinter::printImports() {
  if (Wasm.Imports.empty()) {
    OS << "/* The module imports nothing: this is only for null pointers. */\n"
       << "typedef struct " << Library << "_imports " << Library << "_imports;\n";
    return;
  }
  OS << "/* What the module imports. A function is given the context that stands beside it, and\n"
        "   the instance that calls it. It must return: to end the call that it was made from it\n"
        "   uses w2n_raise() or w2n_throw(), with the store of that instance. */\n";
  for (const auto [Index, From] : enumerate(Wasm.Imports))
    if (From.Kind == ExternKind::Function)
      printImportStruct(Index);
  OS << "\ntypedef struct " << Library << "_imports {\n";
  for (const auto [Index, From] : enumerate(Wasm.Imports)) {
    const std::string Member = importMember(Wasm, Index);
    if (From.Kind == ExternKind::Function) {
      OS << "  " << Library << "_import_" << Member << ' ' << Member << ";\n";
      continue;
    }
    OS << "  /* Import ";
    printName(From.Module);
    OS << ' ';
    printName(From.Name);
    OS << ": " << describe(Wasm, From.Kind, From.Index) << ". */\n";
    OS << "  " << handleInC(From.Kind) << Member << ";\n";
  }
  OS << "} " << Library << "_imports;\n";
}

void HeaderPrinter::printLifetime() {
  OS << "\n/* Makes an instance, and runs the start function. imports is copied"
     << (Wasm.Imports.empty() ? ", and may be null" : "")
     << "; options may be\n   null. Gives null and an instance in *result, or a trap and null. "
        "*/\n"
     << "w2n_trap *" << Library << "_instantiate(const " << Library
     << "_imports *imports,\n    const w2n_options *options, " << Library << " **result);\n"
     << "\n/* Frees an instance, and all that lives in its store, unless options gave the store: "
        "then\n   the instance lives as long as that. Does nothing for null. */\n"
     << "void " << Library << "_free(" << Library << " *instance);\n"
     << "\n/* The instance as w2n.h has it, and the store that it lives in. */\n"
     << "static inline w2n_instance *" << Library << "_instance(" << Library
     << " *instance) {\n  return (w2n_instance *)instance;\n}\n"
     << "static inline w2n_store *" << Library << "_store(" << Library
     << " *instance) {\n  return w2n_instance_store((w2n_instance *)instance);\n}\n"
     << "/* The other way round; null for an instance of another module. */\n"
     << "static inline " << Library << " *" << Library
     << "_from_instance(w2n_instance *instance) {\n  return w2n_instance_module(instance) == "
        "&w2n_module_"
     << Library << " ? (" << Library << " *)instance : NULL;\n}\n";
}

void HeaderPrinter::printFunction(const Export &E) {
  const FuncType &Type = Wasm.typeOf(Wasm.Functions[E.Index]);
  comment("function", E, Type.str());
  const std::string Results = exportSymbol(Library, "results", E.Name);
  if (exportReturnsStruct(Type))
    printResultStruct(Results, Type);
  OS << "w2n_trap *" << exportSymbol(Library, "try", E.Name) << '(';
  printParameters(Type);
  if (exportReturnsStruct(Type))
    OS << ", " << Results << " *results";
  else if (!Type.Results.empty())
    OS << ", " << typeInC(Type.Results[0]) << "*result";
  OS << ");\n" << returnedInC(Type) << exportSymbol(Library, E.Name) << '(';
  printParameters(Type);
  if (exportReturnsStruct(Type))
    OS << ", " << Results << " *results";
  OS << ");\n";
}

void HeaderPrinter::printHandle(const Export &E, StringRef What, StringRef Type) {
  OS << Type << exportSymbol(Library, What, E.Name) << '(' << Library << " *instance);\n";
}

void HeaderPrinter::printGlobal(const Export &E) {
  const GlobalType &Type = Wasm.Globals[E.Index].Type;
  const FuncType Get{{}, {Type.Type}};
  if (exportReturnsStruct(Get))
    OS << "void " << exportSymbol(Library, "global_get", E.Name) << '(' << Library
       << " *instance, w2n_v128 *value);\n";
  else
    OS << typeInC(Type.Type) << exportSymbol(Library, "global_get", E.Name) << '(' << Library
       << " *instance);\n";
  if (hasSetter(Type))
    OS << "void " << exportSymbol(Library, "global_set", E.Name) << '(' << Library << " *instance, "
       << parameterTypeInC(Type.Type) << "value);\n";
  printHandle(E, "global", "w2n_global *");
}

void HeaderPrinter::printExport(const Export &E) {
  if (E.Kind == ExternKind::Function)
    return printFunction(E);
  static constexpr StringLiteral Names[] = {"function", "table", "memory", "global", "tag"};
  const StringRef Name = Names[static_cast<unsigned>(E.Kind)];
  comment(Name, E, describe(Wasm, E.Kind, E.Index));
  if (E.Kind == ExternKind::Global)
    return printGlobal(E);
  printHandle(E, Name, handleInC(E.Kind));
}

void HeaderPrinter::print() {
  OS << "/* Made by wasm2native: the C interface of the WebAssembly module " << Library
     << ". */\n\n#ifndef W2N_LIBRARY_" << Library << "_H\n#define W2N_LIBRARY_" << Library
     << "_H\n\n#include \"w2n.h\"\n\n#ifdef __cplusplus\nextern \"C\" {\n#endif\n\n"
     << "/* An instance of the module. One thread at a time may use it, not always the same. */\n"
     << "typedef struct " << Library << ' ' << Library << ";\n\n"
     << "/* What w2n.h makes instances from. */\n"
     << "extern const w2n_module w2n_module_" << Library << ";\n\n";
  printImports();
  printLifetime();
  OS << "\n/* Exported functions come in two forms. The one with try gives null and writes the\n"
        "   results, or gives a trap, which the caller owns, and writes nothing. The other is the\n"
        "   plain call: where it traps or throws, the process ends with a message, or the\n"
        "   w2n_run() around does. Pointers to parameters and results must not be null. */\n";
  for (const Export &E : Wasm.Exports)
    printExport(E);
  OS << "\n#ifdef __cplusplus\n}\n#endif\n\n#endif\n";
}

std::string printHeader(const ValidModule &Wasm, StringRef Library) {
  std::string Text;
  raw_string_ostream OS(Text);
  HeaderPrinter(*Wasm, Library, OS).print();
  return Text;
}

std::string printModuleMap(StringRef Library, StringRef HeaderName) {
  std::string Text;
  raw_string_ostream OS(Text);
  OS << "module " << Library << " {\n  header \"";
  OS.write_escaped(HeaderName) << "\"\n  export *\n}\n";
  return Text;
}

std::string printModuleMap(StringRef ModuleName) {
  return ("module " + ModuleName + " {\n  header \"" + ModuleName +
          ".h\"\n  header \"w2n.h\"\n  export *\n}\n")
      .str();
}

} // namespace w2n
