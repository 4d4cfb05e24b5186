// Prints the files that are its arguments.
#include <stdio.h>

int main(int Count, char **Arguments) {
  for (int I = 1; I < Count; ++I) {
    FILE *File = fopen(Arguments[I], "r");
    if (!File) {
      perror(Arguments[I]);
      return 1;
    }
    for (int C; (C = fgetc(File)) != EOF;)
      putchar(C);
    fclose(File);
  }
  return 0;
}
