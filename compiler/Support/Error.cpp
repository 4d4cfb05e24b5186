//===- Error.cpp - Errors with a place in the input ------------------------===//

#include "Support/Error.h"

#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace w2n {

char InputError::ID = 0;
char InternalError::ID = 0;

void InputError::log(raw_ostream &OS) const {
  OS << Message;
  if (!Where.Function)
    return;
  OS << " [function " << *Where.Function;
  if (!Where.FunctionName.empty()) {
    OS << " '";
    OS.write_escaped(Where.FunctionName);
    OS << '\'';
  }
  OS << ']';
}

std::error_code InputError::convertToErrorCode() const { return inconvertibleErrorCode(); }

void InternalError::log(raw_ostream &OS) const { OS << Message; }

std::error_code InternalError::convertToErrorCode() const { return inconvertibleErrorCode(); }

Error inputError(const Twine &Message, Place Where) {
  return make_error<InputError>(Message, std::move(Where));
}

Error cannot(const Twine &Action, const Twine &Path, std::error_code Code) {
  return inputError("cannot " + Action + " '" + Path + "': " + Code.message());
}

Error inputErrorAt(uint64_t Offset, const Twine &Message) {
  Place Where;
  Where.Offset = Offset;
  return make_error<InputError>(Message, std::move(Where));
}

Error placedAt(uint64_t Base, Error E) {
  return handleErrors(std::move(E), [&](std::unique_ptr<InputError> Problem) -> Error {
    Problem->place().Offset = Base + Problem->place().Offset.value_or(0);
    return Error(std::move(Problem));
  });
}

} // namespace w2n
