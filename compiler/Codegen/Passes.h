//===- Passes.h - The lists of passes --------------------------------------===//

#ifndef W2N_CODEGEN_PASSES_H
#define W2N_CODEGEN_PASSES_H

#include "Codegen/Codegen.h"

#include "llvm/Analysis/LoopInfo.h"
#include "llvm/IR/PassManager.h"

namespace llvm {
class PassBuilder;
} // namespace llvm

namespace w2n {

/// Whether a module has lists of passes of its own at a level in place of LLVM's: one round over
/// code that its producer has optimised before. -O1 and -O2 do, and -O3 where checks of bounds are
/// explicit, since loops that have been through LLVM's list no longer have the form in which checks
/// are taken out of them.
bool hasOwnPasses(const llvm::Module &M, OptimizationLevel Level);

/// Whether the loops of F, which are Loops, are worth the passes over loops at the default level.
bool areLoopsOptimized(const llvm::Function &F, const llvm::LoopInfo &Loops);

/// The passes that look at the module as a whole: they inline, and simplify what is small
/// enough to be inlined.
llvm::ModulePassManager buildModulePasses();
/// Those that look at one function at a time, after these: they simplify the others, optimise
/// loops at -O2, and choose addresses and counters of loops for the target.
llvm::FunctionPassManager buildFunctionPasses(OptimizationLevel Level);

/// Adds the passes of compiler/Optimize to LLVM's own list for a level, -O3 or -Os; at -Os none
/// that make more of a loop than it was.
void addOwnPasses(llvm::PassBuilder &Builder, OptimizationLevel Level);

} // namespace w2n

#endif // W2N_CODEGEN_PASSES_H
