// Asks the system for the same thing very often: io write, io clock.
#include <string.h>
#include <sys/uio.h>
#include <time.h>

enum { Buffers = 16, BufferSize = 256, Writes = 500000, Readings = 4000000 };

static int writeOften(void) {
  static char Bytes[Buffers * BufferSize];
  struct iovec List[Buffers];
  for (int I = 0; I < Buffers; ++I)
    List[I] = (struct iovec){Bytes + I * BufferSize, BufferSize};
  for (int I = 0; I < Writes; ++I)
    if (writev(1, List, Buffers) != Buffers * BufferSize)
      return 1;
  return 0;
}

static int readClock(void) {
  struct timespec Time;
  for (int I = 0; I < Readings; ++I)
    if (clock_gettime(CLOCK_MONOTONIC, &Time) != 0)
      return 1;
  return 0;
}

int main(int Count, char **Arguments) {
  return Count == 2 && strcmp(Arguments[1], "write") == 0 ? writeOften() : readClock();
}
