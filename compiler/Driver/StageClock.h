//===- StageClock.h - How long each stage takes ----------------------------===//

#ifndef W2N_DRIVER_STAGECLOCK_H
#define W2N_DRIVER_STAGECLOCK_H

#include "Driver/ProgressLine.h"

#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/raw_ostream.h"

#include <chrono>
#include <cstdint>
#include <string>

namespace w2n {

/// Times stages that follow one another. A stage that runs again, for another target,
/// is added to its first run.
class StageClock {
public:
  using Clock = std::chrono::steady_clock;
  using Duration = std::chrono::duration<double>;

  /// Progress, if it is not null, shows which stage runs and must outlive this object.
  explicit StageClock(ProgressLine *Progress) : Progress(Progress) {}

  /// Ends the running stage and begins the named one.
  void begin(llvm::StringRef Stage);
  /// Ends the running stage, if any. Diagnostics may be printed after it.
  void end();

  /// Adds to what stages inside the running one have taken, in threads of their own: together
  /// they may take longer than it does.
  void addInside(llvm::StringRef Stage, Duration Time);

  /// Prints for each stage the wall-clock time and the most memory that the process
  /// had held by its end.
  void report(llvm::raw_ostream &OS) const;

private:
  struct Row {
    std::string Stage;
    Duration Time{};
    /// In bytes.
    uint64_t PeakMemory = 0;
    bool IsInside = false;
  };

  Row &row(llvm::StringRef Stage, bool IsInside);

  ProgressLine *Progress;
  llvm::SmallVector<Row, 0> Rows;
  std::string Running;
  Clock::time_point Started;
};

} // namespace w2n

#endif // W2N_DRIVER_STAGECLOCK_H
