/* What a call of an export is compared with. */
#include <stdint.h>

int32_t c_add(int32_t a, int32_t b);
int32_t c_add(int32_t a, int32_t b) { return (int32_t)((uint32_t)a + (uint32_t)b); }
