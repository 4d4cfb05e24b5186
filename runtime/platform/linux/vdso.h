//===- vdso.h - Functions that Linux maps into every process ----------------===//

#ifndef W2N_PLATFORM_LINUX_VDSO_H
#define W2N_PLATFORM_LINUX_VDSO_H

// The function of this name in the kernel's shared object; null where there is none.
// environment is that of main(): behind it lies where the object is.
void *w2n_vdso_find(char **environment, const char *name);

#endif // W2N_PLATFORM_LINUX_VDSO_H
