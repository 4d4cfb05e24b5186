//===- dl.h - The dynamic linker's functions, as POSIX and others have them ===//

#ifndef W2N_PLATFORM_LIBRARY_DL_H
#define W2N_PLATFORM_LIBRARY_DL_H

// The same on Linux and macOS but for the values of flags, of which these are used.
#define RTLD_NOW 2

typedef struct {
  const char *dli_fname;
  void *dli_fbase;
  const char *dli_sname;
  void *dli_saddr;
} Dl_info;

__attribute__((visibility("default"))) void *dlopen(const char *path, int flags);
__attribute__((visibility("default"))) void *dlsym(void *handle, const char *symbol);
__attribute__((visibility("default"))) int dlclose(void *handle);
__attribute__((visibility("default"))) char *dlerror(void);
__attribute__((visibility("default"))) int dladdr(const void *address, Dl_info *info);
__attribute__((visibility("default"))) char *strerror(int error);

#endif // W2N_PLATFORM_LIBRARY_DL_H
