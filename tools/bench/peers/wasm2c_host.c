/* Runs what wasm2c (of wabt 1.0.32, as Debian has it) makes of a benchmark: the calls of WASI that
   a program needs which reads its arguments and prints. MODULE_HEADER is the header of wasm2c's. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include MODULE_HEADER

enum { BAD_DESCRIPTOR = 8, CHARACTER_DEVICE = 2 };

struct Z_wasi_snapshot_preview1_instance_t {
  Z_bench_instance_t *module;
  int count;
  char **arguments;
};
typedef struct Z_wasi_snapshot_preview1_instance_t host;

static uint8_t *at(host *h, u32 address) { return h->module->w2c_memory.data + address; }

static void store(host *h, u32 address, u32 value) { memcpy(at(h, address), &value, sizeof value); }

static u32 load(host *h, u32 address) {
  u32 value;
  memcpy(&value, at(h, address), sizeof value);
  return value;
}

u32 Z_wasi_snapshot_preview1Z_args_sizes_get(host *h, u32 count, u32 size) {
  u32 bytes = 0;
  for (int i = 0; i < h->count; ++i)
    bytes += (u32)strlen(h->arguments[i]) + 1;
  store(h, count, (u32)h->count);
  store(h, size, bytes);
  return 0;
}

u32 Z_wasi_snapshot_preview1Z_args_get(host *h, u32 list, u32 bytes) {
  for (int i = 0; i < h->count; ++i) {
    const size_t size = strlen(h->arguments[i]) + 1;
    store(h, list + 4 * (u32)i, bytes);
    memcpy(at(h, bytes), h->arguments[i], size);
    bytes += (u32)size;
  }
  return 0;
}

u32 Z_wasi_snapshot_preview1Z_fd_close(host *h, u32 descriptor) {
  (void)h;
  (void)descriptor;
  return 0;
}

u32 Z_wasi_snapshot_preview1Z_fd_fdstat_get(host *h, u32 descriptor, u32 result) {
  (void)descriptor;
  memset(at(h, result), 0, 24);
  *at(h, result) = CHARACTER_DEVICE;
  return 0;
}

u32 Z_wasi_snapshot_preview1Z_fd_seek(host *h, u32 descriptor, u64 offset, u32 from, u32 result) {
  (void)h;
  (void)descriptor;
  (void)offset;
  (void)from;
  (void)result;
  return BAD_DESCRIPTOR;
}

u32 Z_wasi_snapshot_preview1Z_fd_write(host *h, u32 descriptor, u32 list, u32 count, u32 result) {
  u32 written = 0;
  for (u32 i = 0; i < count; ++i) {
    const u32 size = load(h, list + 8 * i + 4);
    written +=
        (u32)fwrite(at(h, load(h, list + 8 * i)), 1, size, descriptor == 2 ? stderr : stdout);
  }
  store(h, result, written);
  return 0;
}

void Z_wasi_snapshot_preview1Z_proc_exit(host *h, u32 status) {
  (void)h;
  exit((int)status);
}

int main(int count, char **arguments) {
  static Z_bench_instance_t module;
  host h = {&module, count, arguments};
  wasm_rt_init();
  Z_bench_init_module();
  Z_bench_instantiate(&module, &h);
  Z_benchZ__start(&module);
  Z_bench_free(&module);
  wasm_rt_free();
  return 0;
}
