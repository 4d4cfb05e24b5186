//===- library_message.h - Texts for the host ------------------------------===//

#ifndef W2N_PLACEMENT_LIBRARY_MESSAGE_H
#define W2N_PLACEMENT_LIBRARY_MESSAGE_H

#include <stddef.h>
#include <stdint.h>

// A line that is put together from parts. All zero is an empty one. What does not fit is
// dropped, and control characters are shown as '?', so that it stays one line.
struct w2n_message {
  char text[512];
};

void w2n_message_append(struct w2n_message *message, const char *text);
void w2n_message_append_bytes(struct w2n_message *message, const char *text, uint64_t length);
void w2n_message_append_number(struct w2n_message *message, uint64_t number);

#endif // W2N_PLACEMENT_LIBRARY_MESSAGE_H
