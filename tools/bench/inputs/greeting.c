// A hello-world that reads its arguments, and so has malloc as well as printf.
#include <stdio.h>

int main(int argc, char **argv) {
  printf("hello, %s\n", argc > 1 ? argv[1] : "world");
  return 0;
}
