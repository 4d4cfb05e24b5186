#ifndef ASSERT_H
#define ASSERT_H

#include <stdio.h>
#include <stdlib.h>

#define static_assert _Static_assert
#define assert(CONDITION)                                                                          \
  ((CONDITION) ? (void)0 : (fprintf(stderr, "assertion failed: %s\n", #CONDITION), abort()))

#endif
