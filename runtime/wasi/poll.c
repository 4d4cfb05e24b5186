//===- poll.c - Waiting for descriptors and for time ------------------------===//

#include "wasi/shared.h"
#include "wasi/streams.h"

// A call in progress. waits[i] is of subscription i. The program may let its list of
// events overlap that of its subscriptions, so nothing that was checked is relied on when it
// is read again.
typedef struct poll {
  w2n_wasi *wasi;
  const uint8_t *subscriptions;
  uint32_t identifier_size;
  w2n_wasi_event *events;
  uint32_t count;
  uint32_t event_count;
  // Of the monotonic clock, when the call began.
  uint64_t start;
  w2n_host_wait waits[W2N_WAIT_LIMIT];
} poll;

static void add_event(poll *poll, const w2n_wasi_event *event) {
  poll->events[poll->event_count++] = *event;
}

static w2n_wasi_subscription subscription_at(const poll *poll, uint32_t index) {
  const uint64_t header = offsetof(w2n_wasi_subscription, id);
  const uint64_t stride = sizeof(w2n_wasi_subscription) + poll->identifier_size;
  const uint8_t *source = poll->subscriptions + index * stride;
  w2n_wasi_subscription result;
  __builtin_memcpy(&result, source, header);
  const uint64_t skipped = result.type == W2N_WASI_EVENTTYPE_CLOCK ? poll->identifier_size : 0;
  __builtin_memcpy(&result.id, source + header + skipped, sizeof(result) - header);
  return result;
}

// How long a subscription of a clock has still to wait.
static int64_t remaining(const poll *poll, const w2n_wasi_subscription *subscription,
                         uint64_t *result) {
  int is_absolute = subscription->flags & W2N_WASI_SUBCLOCKFLAGS_ABSTIME;
  uint32_t clock = subscription->id;
  if (clock != W2N_WASI_CLOCK_REALTIME && clock != W2N_WASI_CLOCK_MONOTONIC)
    return -W2N_WASI_INVAL;
  if (subscription->flags & ~W2N_WASI_SUBCLOCKFLAGS_ABSTIME)
    return -W2N_WASI_INVAL;
  uint64_t now;
  int64_t error = w2n_host_clock_time(is_absolute ? clock : W2N_WASI_CLOCK_MONOTONIC, &now);
  if (error < 0)
    return error;
  uint64_t passed = is_absolute ? now : now - poll->start;
  *result = subscription->timeout > passed ? subscription->timeout - passed : 0;
  return 0;
}

// Sets up what a subscription waits for; gives an error for one that cannot wait.
static uint32_t prepare(poll *poll, const w2n_wasi_subscription *subscription,
                        w2n_host_wait *wait) {
  *wait = (w2n_host_wait){.fd = -1};
  uint64_t time;
  w2n_descriptor *descriptor;
  uint32_t error;
  uint64_t rights = W2N_WASI_RIGHTS_POLL_FD_READWRITE;
  switch (subscription->type) {
  case W2N_WASI_EVENTTYPE_CLOCK:
    if (poll->wasi->clocks_denied)
      return W2N_WASI_NOTCAPABLE;
    return w2n_wasi_error(remaining(poll, subscription, &time));
  case W2N_WASI_EVENTTYPE_FD_READ:
  case W2N_WASI_EVENTTYPE_FD_WRITE:
    rights |= subscription->type == W2N_WASI_EVENTTYPE_FD_READ ? W2N_WASI_RIGHTS_FD_READ
                                                               : W2N_WASI_RIGHTS_FD_WRITE;
    error = w2n_descriptor_get_file(poll->wasi, subscription->id, rights, &descriptor);
    if (error)
      return error;
    wait->fd = w2n_stream_wait_for(descriptor);
    wait->reads = subscription->type == W2N_WASI_EVENTTYPE_FD_READ;
    wait->writes = !wait->reads;
    wait->is_ready = wait->fd < 0;
    return W2N_WASI_SUCCESS;
  default:
    return W2N_WASI_INVAL;
  }
}

// What can be read at once from a descriptor that is ready.
static uint64_t available(int host) {
  w2n_wasi_filestat status;
  int64_t result = w2n_host_status(host, &status);
  if (result < 0)
    return 0;
  if (status.filetype != W2N_WASI_FILETYPE_REGULAR_FILE) {
    result = w2n_host_available(host);
    return result > 0 ? (uint64_t)result : 0;
  }
  int64_t offset = w2n_host_seek(host, 0, W2N_WASI_WHENCE_CUR);
  return offset >= 0 && (uint64_t)offset < status.size ? status.size - (uint64_t)offset : 0;
}

static void collect_descriptors(poll *poll) {
  for (uint32_t i = 0; i < poll->count; ++i) {
    const w2n_host_wait *wait = &poll->waits[i];
    if (!wait->is_ready)
      continue;
    w2n_wasi_event event = {
        .userdata = subscription_at(poll, i).userdata,
        .type = wait->reads ? W2N_WASI_EVENTTYPE_FD_READ : W2N_WASI_EVENTTYPE_FD_WRITE,
        .byte_count = wait->reads ? available(wait->fd) : 0,
        .flags = wait->is_closed ? W2N_WASI_EVENTRWFLAGS_HANGUP : 0,
    };
    add_event(poll, &event);
  }
}

// Adds events for the clocks whose time has come; where there are none, gives the time
// until the next, UINT64_MAX if there is no clock.
static uint64_t collect_clocks(poll *poll) {
  uint64_t next = UINT64_MAX;
  for (uint32_t i = 0; i < poll->count; ++i) {
    const w2n_wasi_subscription subscription = subscription_at(poll, i);
    uint64_t time;
    if (poll->waits[i].fd >= 0 || remaining(poll, &subscription, &time) < 0)
      continue;
    w2n_wasi_event event = {.userdata = subscription.userdata};
    if (time == 0)
      add_event(poll, &event);
    else if (time < next)
      next = time;
  }
  return next;
}

static uint32_t run(poll *poll) {
  for (uint32_t i = 0; i < poll->count; ++i) {
    const w2n_wasi_subscription subscription = subscription_at(poll, i);
    uint32_t error = prepare(poll, &subscription, &poll->waits[i]);
    w2n_wasi_event event = {
        .userdata = subscription.userdata, .error = (uint16_t)error, .type = subscription.type};
    if (error || poll->waits[i].is_ready)
      add_event(poll, &event);
  }
  if (poll->event_count)
    return W2N_WASI_SUCCESS;
  for (;;) {
    uint64_t timeout = collect_clocks(poll);
    int64_t ready = w2n_host_poll(poll->waits, poll->count, poll->event_count ? 0 : timeout);
    if (ready < 0 && ready != -W2N_WASI_INTR)
      return w2n_wasi_error(ready);
    if (ready > 0)
      collect_descriptors(poll);
    if (poll->event_count)
      return W2N_WASI_SUCCESS;
  }
}

uint32_t w2n_poll(w2n_wasi *wasi, uint32_t subscriptions, uint32_t events, uint32_t count,
                  uint32_t result_address, uint32_t identifier_size) {
  poll poll;
  poll.wasi = wasi;
  poll.identifier_size = identifier_size;
  poll.subscriptions = w2n_guest_array(wasi, subscriptions, count,
                                       (uint32_t)sizeof(w2n_wasi_subscription) + identifier_size);
  poll.events = w2n_guest_array(wasi, events, count, sizeof(w2n_wasi_event));
  poll.count = count;
  poll.event_count = 0;
  w2n_wasi_u32 *result = W2N_GUEST(wasi, result_address, w2n_wasi_u32);
  if (!poll.subscriptions || !poll.events || !result)
    return W2N_WASI_FAULT;
  if (count == 0 || count > W2N_WAIT_LIMIT)
    return W2N_WASI_INVAL;
  uint32_t error = w2n_wasi_error(w2n_host_clock_time(W2N_WASI_CLOCK_MONOTONIC, &poll.start));
  if (!error)
    error = run(&poll);
  if (!error)
    result->value = poll.event_count;
  return error;
}

uint32_t w2n_wasi_poll_oneoff(w2n_wasi *wasi, uint32_t subscriptions, uint32_t events,
                              uint32_t count, uint32_t result) {
  return w2n_poll(wasi, subscriptions, events, count, result, 0);
}
