//===- Service.h - What answers a loader's requests for images -------------===//

#ifndef W2N_MACHORUN_SERVICE_H
#define W2N_MACHORUN_SERVICE_H

#include "Process.h"

namespace w2n::machorun {

/// Writes bytes to a file that has no name, and gives its descriptor.
llvm::Expected<int> writeUnnamedFile(llvm::ArrayRef<char> Bytes);

/// Starts a process that answers requests (loader/request.h) for images of Of until the
/// loader ends. Gives the loader's end of the socket.
llvm::Expected<int> startService(Process &Of);

} // namespace w2n::machorun

#endif // W2N_MACHORUN_SERVICE_H
