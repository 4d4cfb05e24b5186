//===- features.c - The features of an x86-64 machine, by cpuid ------------===//

#include "cpu/cpu.h"

enum {
#define W2N_CPU_FEATURE(NAME, BIT, LLVM, TEXT) FEATURE_##NAME,
#include "abi/cpu_features.def"
};

struct registers {
  uint32_t eax, ebx, ecx, edx;
};

static struct registers cpuid(uint32_t leaf) {
  struct registers result;
  __asm__("cpuid"
          : "=a"(result.eax), "=b"(result.ebx), "=c"(result.ecx), "=d"(result.edx)
          : "a"(leaf), "c"(0));
  return result;
}

// The parts of the register state that the system saves (XCR0).
static uint32_t saved_state(void) {
  uint32_t low, high;
  __asm__("xgetbv" : "=a"(low), "=d"(high) : "c"(0));
  return low;
}

// Where cpuid tells of a feature, and what the system must save for it.
struct source {
  uint8_t feature, bit;
  uint8_t saved;
};

enum { SAVED_AVX = 0x06, SAVED_AVX512 = 0xE6 };

static uint64_t collect(uint32_t bits, uint32_t saved, const struct source *sources,
                        unsigned count) {
  uint64_t result = 0;
  for (unsigned i = 0; i < count; ++i)
    if ((bits >> sources[i].bit & 1) && (saved & sources[i].saved) == sources[i].saved)
      result |= (uint64_t)1 << sources[i].feature;
  return result;
}

static const struct source leaf_1_ecx[] = {
    {FEATURE_SSE3, 0, 0},          {FEATURE_SSSE3, 9, 0},   {FEATURE_FMA, 12, SAVED_AVX},
    {FEATURE_CX16, 13, 0},         {FEATURE_SSE41, 19, 0},  {FEATURE_SSE42, 20, 0},
    {FEATURE_MOVBE, 22, 0},        {FEATURE_POPCNT, 23, 0}, {FEATURE_AVX, 28, SAVED_AVX},
    {FEATURE_F16C, 29, SAVED_AVX},
};
static const struct source leaf_7_ebx[] = {
    {FEATURE_BMI, 3, 0},
    {FEATURE_AVX2, 5, SAVED_AVX},
    {FEATURE_BMI2, 8, 0},
    {FEATURE_AVX512F, 16, SAVED_AVX512},
    {FEATURE_AVX512DQ, 17, SAVED_AVX512},
    {FEATURE_AVX512CD, 28, SAVED_AVX512},
    {FEATURE_AVX512BW, 30, SAVED_AVX512},
    {FEATURE_AVX512VL, 31, SAVED_AVX512},
};
static const struct source extended_ecx[] = {
    {FEATURE_SAHF, 0, 0},
    {FEATURE_LZCNT, 5, 0},
};

#define COLLECT(BITS, SOURCES) collect(BITS, saved, SOURCES, sizeof(SOURCES) / sizeof(SOURCES)[0])

uint64_t w2n_cpu_features(void) {
  const uint32_t leaves = cpuid(0).eax, extended = cpuid(0x80000000).eax;
  const uint32_t leaf_1 = cpuid(1).ecx;
  const uint32_t saved = leaf_1 >> 27 & 1 ? saved_state() : 0;
  uint64_t result = COLLECT(leaf_1, leaf_1_ecx);
  if (leaves >= 7)
    result |= COLLECT(cpuid(7).ebx, leaf_7_ebx);
  if (extended >= 0x80000001)
    result |= COLLECT(cpuid(0x80000001).ecx, extended_ecx);
  return result;
}
