//===- ProgressLine.h - A sign of life on a terminal -----------------------===//

#ifndef W2N_DRIVER_PROGRESSLINE_H
#define W2N_DRIVER_PROGRESSLINE_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/raw_ostream.h"

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>

namespace w2n {

/// Shows the running stage and the seconds so far on one line of a terminal, once a
/// compilation has lasted two seconds, and erases the line at its end.
class ProgressLine {
public:
  /// Terminal must outlive this object; nobody may write to it while a line is shown,
  /// which is from setStage() to hide().
  explicit ProgressLine(llvm::raw_ostream &Terminal);
  ~ProgressLine();

  void setStage(llvm::StringRef Name);
  /// Erases the line; the next setStage() allows it again.
  void hide();

private:
  using Clock = std::chrono::steady_clock;

  llvm::raw_ostream &Terminal;
  const Clock::time_point Start = Clock::now();
  std::mutex Mutex;
  std::condition_variable Changed;
  std::string Stage;
  bool Shown = false;
  bool Done = false;
  std::thread Thread;

  void run();
  void erase();
};

} // namespace w2n

#endif // W2N_DRIVER_PROGRESSLINE_H
