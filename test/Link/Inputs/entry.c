int w2n_entry(void) { return 42; }
