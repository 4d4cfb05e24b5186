//===- LinkPlan.h - What the linker is asked for ---------------------------===//
//
// A link is planned as data, a command line for lld, and run afterwards: what
// each object format needs stands in one function without side effects.
//
//===----------------------------------------------------------------------===//

#ifndef W2N_LINK_LINKPLAN_H
#define W2N_LINK_LINKPLAN_H

#include "Link/Link.h"

#include "llvm/Support/Error.h"

#include <string>
#include <vector>

namespace w2n {

/// The files of a link, all by path.
struct LinkFiles {
  /// The image's own objects; their order decides the order of the output.
  std::vector<std::string> Objects;
  /// The archive of the runtime.
  std::string RuntimeArchive;
  /// The text-based stub of libSystem; empty for ELF, which links with no library.
  std::string SystemStub;
  std::string Output;
};

/// A command line for lld. The first argument chooses its flavour.
struct LinkPlan {
  std::vector<std::string> Arguments;

  void add(std::vector<std::string> More) {
    Arguments.insert(Arguments.end(), More.begin(), More.end());
  }
};

/// An image has few objects and one archive: threads take longer to start than they save.
inline constexpr const char *OneThread = "--threads=1";

LinkPlan planElf(const TargetSpec &Target, const LinkFiles &Files, const LinkOptions &Options);
LinkPlan planMachO(const TargetSpec &Target, const LinkFiles &Files, const LinkOptions &Options);

/// The path of the runtime's file for Target; an InternalError that names it where it is not
/// there.
llvm::Expected<std::string> runtimeFile(const TargetSpec &Target, const LinkOptions &Options,
                                        llvm::StringRef Name);

/// Runs lld, in this process and under a lock. Each thing it complains of, warnings
/// included, becomes one InputError of one line, in which paths in Directory (where
/// the temporary files are) are shortened to what is theirs; nothing is printed.
llvm::Error runLld(const LinkPlan &Plan, llvm::StringRef Directory);

} // namespace w2n

#endif // W2N_LINK_LINKPLAN_H
