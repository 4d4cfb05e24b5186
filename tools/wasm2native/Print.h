//===- Print.h - What wasm2native tells about itself -----------------------===//

#ifndef W2N_TOOLS_WASM2NATIVE_PRINT_H
#define W2N_TOOLS_WASM2NATIVE_PRINT_H

#include "Driver/Options.h"

#include "llvm/Support/raw_ostream.h"

namespace w2n {

void printVersion(llvm::raw_ostream &OS);
/// One target a line: its name, its CPU, the oldest system that runs the result.
void printTargets(llvm::raw_ostream &OS);
/// A headline, then one feature a line: its name, whether it is on, the folder of its tests,
/// what it is.
void printFeatures(llvm::raw_ostream &OS);
/// One limit a line: the number, and what may be that many.
void printLimits(llvm::raw_ostream &OS);
/// For -v: what a compilation is going to do.
void printPlan(llvm::raw_ostream &OS, const Options &Opts);

} // namespace w2n

#endif // W2N_TOOLS_WASM2NATIVE_PRINT_H
