int getpid(void);
int w2n_entry(void);

int main(void) { return getpid() == w2n_entry(); }
