//===- ExportNames.cpp - C names of exports --------------------------------===//

#include "Wasm/ExportNames.h"

#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace w2n {

static bool looksReplaced(StringRef Text) {
  return Text.size() >= 4 && Text.starts_with("_x") && isHexDigit(Text[2]) && isHexDigit(Text[3]);
}

std::string exportSymbol(StringRef ModuleName, StringRef ExportName) {
  std::string Result = (ModuleName + "_").str();
  for (size_t I = 0; I < ExportName.size(); ++I) {
    const char C = ExportName[I];
    if (isAlnum(C) || (C == '_' && !looksReplaced(ExportName.substr(I))))
      Result += C;
    else
      Result += "_x" + toHex(StringRef(&C, 1), /*LowerCase=*/true);
  }
  return Result;
}

bool exportReturnsStruct(const FuncType &Type) {
  return Type.Results.size() > 1 || llvm::is_contained(Type.Results, ValType(ValType::V128));
}

} // namespace w2n
