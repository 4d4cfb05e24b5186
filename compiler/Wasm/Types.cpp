//===- Types.cpp - The types of the language -------------------------------===//

#include "Wasm/Types.h"

#include "llvm/ADT/StringExtras.h"

namespace w2n {

static std::string refName(const ValType &Type) {
  switch (Type.heap()) {
  case HeapKind::Func:
    return Type.isNullable() ? "funcref" : "(ref func)";
  case HeapKind::Extern:
    return Type.isNullable() ? "externref" : "(ref extern)";
  case HeapKind::Exn:
    return Type.isNullable() ? "exnref" : "(ref exn)";
  case HeapKind::NoExn:
    return Type.isNullable() ? "nullexnref" : "(ref noexn)";
  case HeapKind::Defined:
    return (Type.isNullable() ? "(ref null " : "(ref ") + std::to_string(Type.typeIndex()) + ")";
  }
  llvm_unreachable("unknown heap type");
}

ValType typeOfLetter(char Letter) {
  switch (Letter) {
  case 'i':
    return ValType::I32;
  case 'I':
    return ValType::I64;
  case 'f':
    return ValType::F32;
  case 'F':
    return ValType::F64;
  case 'v':
    return ValType::V128;
  default:
    llvm_unreachable("not a letter of a signature");
  }
}

std::string ValType::str() const {
  switch (TheKind) {
  case Bottom:
    return "any type";
  case I32:
    return "i32";
  case I64:
    return "i64";
  case F32:
    return "f32";
  case F64:
    return "f64";
  case V128:
    return "v128";
  case Ref:
    return refName(*this);
  }
  llvm_unreachable("unknown value type");
}

static std::string join(const ValTypes &Types) {
  std::string Result = "(";
  llvm::ListSeparator Comma;
  for (const ValType &Type : Types) {
    Result += llvm::StringRef(Comma);
    Result += Type.str();
  }
  return Result + ")";
}

std::string FuncType::str() const { return join(Parameters) + " -> " + join(Results); }

} // namespace w2n
