/* Calls the program through a pointer that has to be relocated. */
__attribute__((visibility("hidden"))) int w2n_entry(void);

static int (*const volatile entries[])(void) = {w2n_entry};

void _start(void) {
  for (;;)
    entries[0]();
}
