//===- Header.cpp - The C header of a library ------------------------------===//

#include "Interface/Header.h"

#include "Wasm/ExportNames.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace w2n {

namespace {

StringRef referenceInC(HeapKind Heap) {
  switch (Heap) {
  case HeapKind::Extern:
    return "void *";
  case HeapKind::Exn:
  case HeapKind::NoExn:
    return "struct w2n_exception *";
  case HeapKind::Func:
  case HeapKind::Defined:
    return "struct w2n_function *";
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
    return "struct w2n_v128 ";
  case ValType::Bottom:
    break;
  }
  llvm_unreachable("not a type of a valid module");
}

/// Vectors are passed by their address.
StringRef parameterTypeInC(ValType Type) {
  return Type.kind() == ValType::V128 ? "const struct w2n_v128 *" : typeInC(Type);
}

/// An export's name in a comment, which nothing in it can end.
void printName(raw_ostream &OS, StringRef Name) {
  OS << '"';
  for (const char C : Name)
    if (isPrint(C) && C != '*' && C != '\\' && C != '"')
      OS << C;
    else
      OS << "\\x" << toHex(StringRef(&C, 1), /*LowerCase=*/true);
  OS << '"';
}

void printFunction(raw_ostream &OS, StringRef Symbol, const Export &E, const FuncType &Type) {
  OS << "\n/* Export ";
  printName(OS, E.Name);
  OS << ": " << Type.str() << " */\n";
  const bool HasStruct = exportReturnsStruct(Type);
  if (HasStruct) {
    OS << "struct " << Symbol << "_results {\n";
    for (const auto [I, Result] : enumerate(Type.Results))
      OS << "  " << typeInC(Result) << "result" << I << ";\n";
    OS << "};\n";
  }
  OS << (HasStruct || Type.Results.empty() ? StringRef("void ") : typeInC(Type.Results[0]))
     << Symbol << "(struct w2n_instance *instance";
  for (const auto [I, Parameter] : enumerate(Type.Parameters))
    OS << ", " << parameterTypeInC(Parameter) << "parameter" << I;
  if (HasStruct)
    OS << ", struct " << Symbol << "_results *results";
  OS << ");\n";
}

} // namespace

std::string printHeader(const ValidModule &Wasm, StringRef ModuleName) {
  std::string Text;
  raw_string_ostream OS(Text);
  const std::string Guard = "W2N_LIBRARY_" + ModuleName.upper() + "_H";
  OS << "/* Made by wasm2native: the exports of the WebAssembly module " << ModuleName << ". */\n\n"
     << "#ifndef " << Guard << "\n#define " << Guard << "\n\n#include \"w2n.h\"\n\n"
     << "#ifdef __cplusplus\nextern \"C\" {\n#endif\n\n";
  OS << "/* What w2n.h makes instances from. */\n"
     << "extern const struct w2n_module w2n_module_" << ModuleName << ";\n\n"
     << "/* The exported functions, called with an instance of this module and only while\n"
     << "   w2n.h protects the call: a trap or an exception does not return here. */\n";
  for (const Export &E : Wasm->Exports)
    if (E.Kind == ExternKind::Function)
      printFunction(OS, exportSymbol(ModuleName, E.Name), E,
                    Wasm->typeOf(Wasm->Functions[E.Index]));
  OS << "\n#ifdef __cplusplus\n}\n#endif\n\n#endif /* " << Guard << " */\n";
  return Text;
}

} // namespace w2n
