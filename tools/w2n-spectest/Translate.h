//===- Translate.h - From commands to what the program executes ------------===//

#ifndef W2N_SPECTEST_TRANSLATE_H
#define W2N_SPECTEST_TRANSLATE_H

#include "Script.h"

#include "Validate/Validate.h"

#include "llvm/ADT/SmallVector.h"

#include <vector>

namespace w2n::spectest {

/// What goes into a test program.
struct Program {
  /// The commands as harness/format.h describes them.
  llvm::SmallVector<char, 0> Table;
  /// The modules that the commands name by their index.
  std::vector<ValidModule> Modules;
  /// How many instances the commands make.
  uint32_t SlotCount = 0;
};

/// What the modules of a script may use.
struct TranslateOptions {
  Features Enabled = Features::supported();
  /// Features that are not supported and that the script is known to need: a command
  /// whose module needs one is skipped, and so is what needs such a module's instance.
  std::vector<Feature> Missing;
};

/// Decodes and validates the modules of a script and writes down its commands. What
/// is asserted of a module before it runs is decided here and carried as a result; a
/// module that should be valid and is not becomes a failure with our diagnostic. The
/// error is that of a file that cannot be read.
llvm::Expected<Program> translate(const Script &S, const TranslateOptions &Options);

} // namespace w2n::spectest

#endif // W2N_SPECTEST_TRANSLATE_H
