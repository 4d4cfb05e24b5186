//===- start_darwin.c - Where dyld starts a program ------------------------===//

#include "placement/program.h"

int main(int argc, char **argv, char **envp);

int main(int argc, char **argv, char **envp) { return w2n_main(argc, argv, envp); }
