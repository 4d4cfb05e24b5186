//===- program_listeners.c - Listening sockets that a program has at start --===//

#include "placement/capabilities.h"
#include "placement/program.h"
#include "wasi/program_start.h"
#include "wasi/wasi.h"

// The compiler has written each address in one form, so nothing can be wrong with it here.

static uint32_t read_number(const char **text, uint32_t base) {
  uint32_t value = 0;
  for (;; ++*text) {
    const char c = **text;
    if (c >= '0' && c <= '9')
      value = value * base + (uint32_t)(c - '0');
    else if (base == 16 && c >= 'a' && c <= 'f')
      value = value * base + (uint32_t)(c - 'a' + 10);
    else
      return value;
  }
}

// 127.0.0.1:80
static w2n_host_address read_ipv4(const char *text) {
  w2n_host_address address = {.family = W2N_ADDRESS_IPV4};
  for (int i = 0; i < 4; ++i, ++text)
    address.bytes[i] = (uint8_t)read_number(&text, 10);
  address.port = (uint16_t)read_number(&text, 10);
  return address;
}

// [0:0:0:0:0:0:0:1]:80
static w2n_host_address read_ipv6(const char *text) {
  w2n_host_address address = {.family = W2N_ADDRESS_IPV6};
  ++text;
  for (int i = 0; i < 16; i += 2, ++text) {
    const uint32_t group = read_number(&text, 16);
    address.bytes[i] = (uint8_t)(group >> 8);
    address.bytes[i + 1] = (uint8_t)group;
  }
  // Behind the bracket.
  ++text;
  address.port = (uint16_t)read_number(&text, 10);
  return address;
}

static w2n_host_address read_address(const char *text) {
  if (text[0] == '[')
    return read_ipv6(text);
  if (text[0] == 'u') {
    const size_t prefix = sizeof("unix:") - 1;
    return (w2n_host_address){.family = W2N_ADDRESS_UNIX, .path = text + prefix};
  }
  return read_ipv4(text);
}

static void add_listener(w2n_wasi *wasi, const char *text) {
  w2n_descriptor descriptor = {
      .filetype = W2N_WASI_FILETYPE_SOCKET_STREAM,
      .reads = 1,
      .writes = 1,
      .rights_base = W2N_WASI_RIGHTS_OF_SOCKETS,
      .rights_inheriting = W2N_WASI_RIGHTS_OF_SOCKETS,
  };
  const w2n_host_address address = read_address(text);
  int64_t result = w2n_host_listen(&address);
  if (result >= 0) {
    descriptor.host = (int)result;
    result = w2n_descriptor_add(wasi, &descriptor);
  }
  if (result < 0)
    w2n_start_fail("cannot listen on", text, "", w2n_wasi_error(result));
}

void w2n_open_listeners(void) {
  const char *position = w2n_capabilities_begin();
  for (w2n_capability capability; w2n_capabilities_next(&position, &capability);)
    if (capability.kind == W2N_CAPABILITY_LISTENER)
      add_listener(&w2n_program_wasi, capability.strings[0]);
}
