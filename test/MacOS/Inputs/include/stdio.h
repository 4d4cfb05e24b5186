// What hosts for macOS are compiled with: libSystem as w2n-machorun models it.
#ifndef STDIO_H
#define STDIO_H

#include <stdarg.h>
#include <stddef.h>

typedef struct __sFILE FILE;
extern FILE *__stdinp;
extern FILE *__stdoutp;
extern FILE *__stderrp;
#define stdin __stdinp
#define stdout __stdoutp
#define stderr __stderrp
#define EOF (-1)
#define SEEK_SET 0
#define SEEK_CUR 1
#define SEEK_END 2

#define W2N_FORMAT(FORMAT, FIRST) __attribute__((format(printf, FORMAT, FIRST)))
int printf(const char *, ...) W2N_FORMAT(1, 2);
int fprintf(FILE *, const char *, ...) W2N_FORMAT(2, 3);
int snprintf(char *, size_t, const char *, ...) W2N_FORMAT(3, 4);
int vprintf(const char *, va_list) W2N_FORMAT(1, 0);
int vfprintf(FILE *, const char *, va_list) W2N_FORMAT(2, 0);
int vsnprintf(char *, size_t, const char *, va_list) W2N_FORMAT(3, 0);
#undef W2N_FORMAT
int puts(const char *);
int putchar(int);
int fputs(const char *, FILE *);
int fputc(int, FILE *);
int fgetc(FILE *);
char *fgets(char *, int, FILE *);
FILE *fopen(const char *, const char *);
int fclose(FILE *);
size_t fread(void *, size_t, size_t, FILE *);
size_t fwrite(const void *, size_t, size_t, FILE *);
int fflush(FILE *);
int feof(FILE *);
int ferror(FILE *);
int fseek(FILE *, long, int);
long ftell(FILE *);
void rewind(FILE *);
void perror(const char *);

#endif
