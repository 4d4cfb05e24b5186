//===- Plan.h - What a loader has to do for an image -----------------------===//

#ifndef W2N_MACHORUN_PLAN_MAKER_H
#define W2N_MACHORUN_PLAN_MAKER_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/Support/Error.h"

namespace w2n::machorun {

/// The image for a CPU ("x86_64", "arm64") in Bytes, a Mach-O executable or a universal
/// file of them; an InputError where there is none.
llvm::Expected<llvm::ArrayRef<uint8_t>> chooseImage(llvm::ArrayRef<uint8_t> Bytes,
                                                    llvm::StringRef CPU);

/// The plan (loader/plan.h) for the image in Bytes. An InputError where macOS would not
/// start it: its signature is not valid for all of its bytes, a segment is writable and
/// executable, a symbol is looked for elsewhere than in libSystem; and where something is
/// not modelled. IsNative says that no emulator will run the loader.
llvm::Expected<llvm::SmallVector<char, 0>> makePlan(llvm::ArrayRef<uint8_t> Bytes, bool IsNative);

} // namespace w2n::machorun

#endif // W2N_MACHORUN_PLAN_MAKER_H
