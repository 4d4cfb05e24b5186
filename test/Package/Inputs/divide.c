#include "Division.h"

#include <stdio.h>

static void show(int32_t a, int32_t b) {
  int32_t quotient;
  char message[200];
  if (divide(a, b, &quotient, message, sizeof message))
    printf("%d / %d = %d\n", a, b, quotient);
  else
    printf("%d / %d: %s\n", a, b, message);
}

int main(void) {
  show(42, 6);
  show(1, 0);
}
