#ifndef TIME_H
#define TIME_H

struct timespec {
  long tv_sec;
  long tv_nsec;
};
#define CLOCK_REALTIME 0
#define CLOCK_MONOTONIC 6

int clock_gettime(unsigned, struct timespec *);
int nanosleep(const struct timespec *, struct timespec *);

#endif
