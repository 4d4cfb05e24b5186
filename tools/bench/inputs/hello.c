// The smallest program that formats a line and prints it.

#include <stdio.h>

int main(void) {
  printf("Hello, %s: %d\n", "world", 42);
  return 0;
}
