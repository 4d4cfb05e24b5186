//===- OutputPipe.h - Takes a file's contents as they are written ----------===//

#ifndef W2N_LINK_OUTPUTPIPE_H
#define W2N_LINK_OUTPUTPIPE_H

#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/Support/Error.h"

#include <string>

namespace w2n {

/// The bytes that Write writes to the file Path, which is there for as long: a named pipe, so
/// that they are on no disk. The error is Write's, or an InputError where the system has no
/// pipe for us.
///
/// lld maps a regular file that it writes, and is killed by a signal where the disk has no
/// room; to anything else it writes from memory.
llvm::Expected<llvm::SmallVector<char, 0>> readPipe(const std::string &Path,
                                                    llvm::function_ref<llvm::Error()> Write);

} // namespace w2n

#endif // W2N_LINK_OUTPUTPIPE_H
