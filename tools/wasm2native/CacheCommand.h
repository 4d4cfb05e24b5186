//===- CacheCommand.h - Where compiled code is kept ------------------------===//

#ifndef W2N_TOOLS_WASM2NATIVE_CACHECOMMAND_H
#define W2N_TOOLS_WASM2NATIVE_CACHECOMMAND_H

#include "CommandLine.h"

#include "Driver/CodeCache.h"
#include "Support/Diagnostics.h"

namespace w2n {

/// The cache of a compilation, or why there is none.
struct OpenedCache {
  std::optional<CodeCache> Code;
  /// Empty where Code is there, or there need not be any.
  std::string Problem;

  void report(llvm::raw_ostream &OS) const;
};

/// The cache that the command line asks for. An InputError only for options that are wrong:
/// a folder that cannot be used is no reason not to compile. Argument0 is what the program
/// was started by.
llvm::Expected<OpenedCache> openCache(const CommandLine &Line, const char *Argument0);

/// Runs `wasm2native cache` with the arguments that follow.
void runCacheCommand(llvm::ArrayRef<const char *> Arguments, Diagnostics &Diags);

} // namespace w2n

#endif // W2N_TOOLS_WASM2NATIVE_CACHECOMMAND_H
