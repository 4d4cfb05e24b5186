//===- Error.h - Errors with a place in the input --------------------------===//
//
// Every stage reports what is wrong with its input as an InputError, which
// knows where: a byte offset and, inside a body, the function. The driver adds
// the file and prints the whole as one line, clang's way.
//
//===----------------------------------------------------------------------===//

#ifndef W2N_SUPPORT_ERROR_H
#define W2N_SUPPORT_ERROR_H

#include "llvm/ADT/Twine.h"
#include "llvm/Support/Error.h"

#include <cstdint>
#include <optional>
#include <string>

namespace w2n {

/// Where in an input file something is. All parts are optional; a binary input
/// has an offset, a text input a line and column (both from 1).
struct Place {
  /// Byte offset from the start of the file.
  std::optional<uint64_t> Offset;
  /// Line and column, both counted from 1; Line is 0 where unknown.
  unsigned Line = 0;
  unsigned Column = 0;
  /// Index of the function in the module's function index space.
  std::optional<uint32_t> Function;
  /// The function's name from the name section; empty where it has none.
  std::string FunctionName;
};

/// The input or the options are at fault: the tool exits with 1.
class InputError : public llvm::ErrorInfo<InputError> {
public:
  static char ID;

  explicit InputError(const llvm::Twine &Message, Place Where = {})
      : Message(Message.str()), Where(std::move(Where)) {}

  std::string message() const override { return Message; }
  const Place &place() const { return Where; }
  Place &place() { return Where; }

  /// Prints the message and the function, without the file.
  void log(llvm::raw_ostream &OS) const override;
  std::error_code convertToErrorCode() const override;

private:
  std::string Message;
  Place Where;
};

/// We are at fault, or the installation is: the tool exits with 2.
class InternalError : public llvm::ErrorInfo<InternalError> {
public:
  static char ID;

  explicit InternalError(const llvm::Twine &Message) : Message(Message.str()) {}

  std::string message() const override { return Message; }
  void log(llvm::raw_ostream &OS) const override;
  std::error_code convertToErrorCode() const override;

private:
  std::string Message;
};

/// An InputError at the given place.
llvm::Error inputError(const llvm::Twine &Message, Place Where = {});

/// An InputError: "cannot ACTION 'PATH': ", and what the system says of Code.
llvm::Error cannot(const llvm::Twine &Action, const llvm::Twine &Path, std::error_code Code);

/// An InputError at a byte offset.
llvm::Error inputErrorAt(uint64_t Offset, const llvm::Twine &Message);

/// E as it is seen from a file in which what it speaks of begins at Base: Base is added to the
/// byte offset of each InputError, and is the offset of one that has none.
llvm::Error placedAt(uint64_t Base, llvm::Error E);

} // namespace w2n

#endif // W2N_SUPPORT_ERROR_H
