//===- ProgressLine.cpp - A sign of life on a terminal ---------------------===//

#include "Driver/ProgressLine.h"

#include "llvm/Support/Format.h"

using namespace llvm;

namespace w2n {

static constexpr auto Patience = std::chrono::seconds(2);
static constexpr auto Interval = std::chrono::milliseconds(200);
/// Back to the first column, erase to the end of the line (ECMA-48).
static constexpr StringLiteral EraseLine = "\r\033[K";

ProgressLine::ProgressLine(raw_ostream &Terminal) : Terminal(Terminal), Thread([this] { run(); }) {}

ProgressLine::~ProgressLine() {
  {
    const std::lock_guard Lock(Mutex);
    Done = true;
  }
  Changed.notify_one();
  Thread.join();
  erase();
}

void ProgressLine::setStage(StringRef Name) {
  const std::lock_guard Lock(Mutex);
  Stage = Name.str();
}

void ProgressLine::hide() {
  const std::lock_guard Lock(Mutex);
  Stage.clear();
  erase();
}

void ProgressLine::run() {
  std::unique_lock Lock(Mutex);
  Changed.wait_for(Lock, Patience, [this] { return Done; });
  while (!Done) {
    if (!Stage.empty()) {
      const std::chrono::duration<double> Elapsed = Clock::now() - Start;
      Terminal << EraseLine << Stage << format(" (%.1f s)", Elapsed.count());
      Terminal.flush();
      Shown = true;
    }
    Changed.wait_for(Lock, Interval, [this] { return Done; });
  }
}

void ProgressLine::erase() {
  if (Shown)
    Terminal << EraseLine;
  Terminal.flush();
  Shown = false;
}

} // namespace w2n
