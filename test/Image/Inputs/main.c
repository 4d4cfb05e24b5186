/* A Mach-O program with an import. */
int getpid(void);

int main(void) { return getpid() == 1; }
