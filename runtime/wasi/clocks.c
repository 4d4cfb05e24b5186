//===- clocks.c - Time ------------------------------------------------------===//

#include "wasi/memory.h"

typedef int64_t clock_reader(uint32_t clock, uint64_t *result);

static uint32_t read_clock(const w2n_wasi *wasi, clock_reader *reader, uint32_t clock,
                           uint32_t address) {
  w2n_wasi_u64 *result = W2N_GUEST(wasi, address, w2n_wasi_u64);
  if (!result)
    return W2N_WASI_FAULT;
  if (clock >= W2N_WASI_CLOCK_COUNT)
    return W2N_WASI_INVAL;
  uint64_t nanoseconds;
  uint32_t error = w2n_wasi_error(reader(clock, &nanoseconds));
  if (!error)
    result->value = nanoseconds;
  return error;
}

uint32_t w2n_wasi_clock_res_get(w2n_wasi *wasi, uint32_t clock, uint32_t result) {
  return read_clock(wasi, w2n_host_clock_resolution, clock, result);
}

// The precision only tells how late an answer may be; this one never is.
uint32_t w2n_wasi_clock_time_get(w2n_wasi *wasi, uint32_t clock, uint64_t precision,
                                 uint32_t result) {
  (void)precision;
  return read_clock(wasi, w2n_host_clock_time, clock, result);
}
