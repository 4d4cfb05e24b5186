/* An ELF program with a pointer that has to be relocated. */
static const char *volatile const words[] = {"one", "two"};
static int counter;

void _start(void) {
  counter += words[counter][0];
  for (;;)
    ;
}
