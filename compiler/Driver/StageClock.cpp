//===- StageClock.cpp - How long each stage takes --------------------------===//

#include "Driver/StageClock.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Format.h"

#include <sys/resource.h>

using namespace llvm;

namespace w2n {

/// The most memory this process has held so far, in bytes.
static uint64_t peakMemory() {
  struct rusage Usage = {};
  getrusage(RUSAGE_SELF, &Usage);
#ifdef __APPLE__
  return static_cast<uint64_t>(Usage.ru_maxrss);
#else
  return static_cast<uint64_t>(Usage.ru_maxrss) * 1024;
#endif
}

void StageClock::begin(StringRef Stage) {
  end();
  Running = Stage.str();
  Started = Clock::now();
  if (Progress)
    Progress->setStage(Stage);
}

StageClock::Row &StageClock::row(StringRef Stage, bool IsInside) {
  auto *Found =
      find_if(Rows, [&](const Row &R) { return R.Stage == Stage && R.IsInside == IsInside; });
  return Found == Rows.end() ? Rows.emplace_back(Row{Stage.str(), {}, 0, IsInside}) : *Found;
}

void StageClock::end() {
  if (Running.empty())
    return;
  Row &Ended = row(Running, /*IsInside=*/false);
  Ended.Time += Clock::now() - Started;
  Ended.PeakMemory = peakMemory();
  Running.clear();
  if (Progress)
    Progress->hide();
}

void StageClock::addInside(StringRef Stage, Duration Time) {
  row(Running, /*IsInside=*/false);
  Row &Inside = row(Stage, /*IsInside=*/true);
  Inside.Time += Time;
  Inside.PeakMemory = peakMemory();
}

void StageClock::report(raw_ostream &OS) const {
  Row Total{"total"};
  for (const Row &R : Rows)
    if (!R.IsInside)
      Total.Time += R.Time;
  Total.PeakMemory = peakMemory();

  const auto Print = [&](const Row &R) {
    const double Share = Total.Time.count() > 0 ? 100 * R.Time.count() / Total.Time.count() : 0;
    OS << left_justify((R.IsInside ? "  " : "") + R.Stage, 12)
       << format("%10.3f ms %5.1f %% %9.1f MiB\n", R.Time.count() * 1e3, Share,
                 static_cast<double>(R.PeakMemory) / (1 << 20));
  };
  OS << left_justify("stage", 12) << "         time   share   peak memory\n";
  for (const Row &R : Rows)
    Print(R);
  Print(Total);
}

} // namespace w2n
