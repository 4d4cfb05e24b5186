#ifndef ERRNO_H
#define ERRNO_H

int *__error(void);
#define errno (*__error())
#define ENOENT 2
#define EINTR 4
#define EBADF 9
#define ENOMEM 12
#define EACCES 13
#define EEXIST 17
#define EINVAL 22
#define ERANGE 34
#define EAGAIN 35

#endif
