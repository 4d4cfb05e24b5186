//===- Build.h - From a translated script to a native program --------------===//

#ifndef W2N_SPECTEST_BUILD_H
#define W2N_SPECTEST_BUILD_H

#include "Translate.h"

#include "Codegen/Codegen.h"
#include "Link/Link.h"
#include "Target/TargetSpec.h"

namespace w2n::spectest {

struct BuildOptions {
  TargetSpec Target;
  BoundsMode Bounds = BoundsMode::Guard;
  bool Deterministic = false;
  CodegenOptions Codegen;
  /// Whether each function is compiled as a part of its own.
  bool InParts = false;
  std::string OutputName;
  /// The folder that holds one folder of runtime archives per target.
  std::string RuntimeDirectory;
};

/// Compiles the modules as libraries, all into one object or in parts, and links them with the
/// harness and the library runtime. An error names an option at fault, or a part of the
/// installation that is missing.
llvm::Expected<ImageBytes> build(const Program &P, const BuildOptions &Options);

} // namespace w2n::spectest

#endif // W2N_SPECTEST_BUILD_H
