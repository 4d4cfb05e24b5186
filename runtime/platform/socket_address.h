//===- socket_address.h - Addresses as the systems have them ----------------===//
//
// struct sockaddr_in, _in6 and _un: the first two bytes are each system's own, and the rest is
// the same everywhere.
//
//===----------------------------------------------------------------------===//

#ifndef W2N_PLATFORM_SOCKET_ADDRESS_H
#define W2N_PLATFORM_SOCKET_ADDRESS_H

#include "platform/host.h"

struct w2n_socket_address {
  _Alignas(uint32_t) uint8_t head[2];
  // The port, the highest byte first; or a path.
  uint8_t rest[2 + W2N_UNIX_PATH_SIZE];
};

static inline void w2n_copy_bytes(uint8_t *target, const void *source, uint32_t size) {
  for (uint32_t i = 0; i < size; ++i)
    target[i] = ((const uint8_t *)source)[i];
}

// Fills in all but the head; gives the size in bytes, 0 for a path that is too long.
static inline uint32_t w2n_socket_address_fill(const w2n_host_address *address,
                                               struct w2n_socket_address *result) {
  *result = (struct w2n_socket_address){0};
  uint8_t *rest = result->rest;
  if (address->family == W2N_ADDRESS_UNIX) {
    uint32_t length = 0;
    while (address->path[length])
      ++length;
    if (length >= W2N_UNIX_PATH_SIZE)
      return 0;
    w2n_copy_bytes(rest, address->path, length);
    return sizeof(result->head) + length + 1;
  }
  rest[0] = (uint8_t)(address->port >> 8);
  rest[1] = (uint8_t)address->port;
  if (address->family == W2N_ADDRESS_IPV4) {
    w2n_copy_bytes(rest + 2, address->bytes, 4);
    return 16;
  }
  // The flow's 4 bytes stay zero, as do the scope's at the end.
  w2n_copy_bytes(rest + 6, address->bytes, 16);
  return 28;
}

#endif // W2N_PLATFORM_SOCKET_ADDRESS_H
