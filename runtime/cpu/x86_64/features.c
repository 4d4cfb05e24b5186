//===- features.c - The features of an x86-64 machine, by cpuid ------------===//

#include "cpu/cpu.h"

enum {
#define W2N_X86_64_FEATURE(NAME, BIT, LLVM, TEXT) FEATURE_##NAME = BIT,
#include "abi/cpu_features.def"
};

struct registers {
  uint32_t eax, ebx, ecx, edx;
};

static struct registers cpuid(uint32_t leaf, uint32_t part) {
  struct registers result;
  __asm__("cpuid"
          : "=a"(result.eax), "=b"(result.ebx), "=c"(result.ecx), "=d"(result.edx)
          : "a"(leaf), "c"(part));
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
    {FEATURE_SSE3, 0, 0},         {FEATURE_PCLMUL, 1, 0},       {FEATURE_SSSE3, 9, 0},
    {FEATURE_FMA, 12, SAVED_AVX}, {FEATURE_CX16, 13, 0},        {FEATURE_SSE41, 19, 0},
    {FEATURE_SSE42, 20, 0},       {FEATURE_MOVBE, 22, 0},       {FEATURE_POPCNT, 23, 0},
    {FEATURE_AES, 25, 0},         {FEATURE_AVX, 28, SAVED_AVX}, {FEATURE_F16C, 29, SAVED_AVX},
};
static const struct source leaf_7_ebx[] = {
    {FEATURE_BMI, 3, 0},
    {FEATURE_AVX2, 5, SAVED_AVX},
    {FEATURE_BMI2, 8, 0},
    {FEATURE_AVX512F, 16, SAVED_AVX512},
    {FEATURE_AVX512DQ, 17, SAVED_AVX512},
    {FEATURE_ADX, 19, 0},
    {FEATURE_AVX512IFMA, 21, SAVED_AVX512},
    {FEATURE_AVX512CD, 28, SAVED_AVX512},
    {FEATURE_SHA, 29, 0},
    {FEATURE_AVX512BW, 30, SAVED_AVX512},
    {FEATURE_AVX512VL, 31, SAVED_AVX512},
};
static const struct source leaf_7_ecx[] = {
    {FEATURE_AVX512VBMI, 1, SAVED_AVX512},
    {FEATURE_AVX512VBMI2, 6, SAVED_AVX512},
    {FEATURE_GFNI, 8, 0},
    {FEATURE_VAES, 9, SAVED_AVX},
    {FEATURE_VPCLMULQDQ, 10, SAVED_AVX},
    {FEATURE_AVX512VNNI, 11, SAVED_AVX512},
    {FEATURE_AVX512BITALG, 12, SAVED_AVX512},
    {FEATURE_AVX512VPOPCNTDQ, 14, SAVED_AVX512},
};
static const struct source leaf_7_edx[] = {
    {FEATURE_AVX512VP2INTERSECT, 8, SAVED_AVX512},
    {FEATURE_AVX512FP16, 23, SAVED_AVX512},
};
static const struct source leaf_7_1_eax[] = {
    {FEATURE_AVXVNNI, 4, SAVED_AVX},
    {FEATURE_AVX512BF16, 5, SAVED_AVX512},
    {FEATURE_AVXIFMA, 23, SAVED_AVX},
};
static const struct source leaf_7_1_edx[] = {
    {FEATURE_AVXVNNIINT8, 4, SAVED_AVX},
    {FEATURE_AVXNECONVERT, 5, SAVED_AVX},
    {FEATURE_AVXVNNIINT16, 10, SAVED_AVX},
};
static const struct source extended_ecx[] = {
    {FEATURE_SAHF, 0, 0},         {FEATURE_LZCNT, 5, 0},         {FEATURE_SSE4A, 6, 0},
    {FEATURE_XOP, 11, SAVED_AVX}, {FEATURE_FMA4, 16, SAVED_AVX}, {FEATURE_TBM, 21, 0},
};

#define COLLECT(BITS, SOURCES) collect(BITS, saved, SOURCES, sizeof(SOURCES) / sizeof(SOURCES)[0])

uint64_t w2n_cpu_features(char **environment) {
  (void)environment;
  const uint32_t leaves = cpuid(0, 0).eax, extended = cpuid(0x80000000, 0).eax;
  const uint32_t leaf_1 = cpuid(1, 0).ecx;
  const uint32_t saved = leaf_1 >> 27 & 1 ? saved_state() : 0;
  uint64_t result = COLLECT(leaf_1, leaf_1_ecx);
  if (leaves >= 7) {
    const struct registers leaf_7 = cpuid(7, 0);
    result |= COLLECT(leaf_7.ebx, leaf_7_ebx) | COLLECT(leaf_7.ecx, leaf_7_ecx) |
              COLLECT(leaf_7.edx, leaf_7_edx);
    // eax is the highest part of the leaf.
    const struct registers none = {0};
    const struct registers part_1 = leaf_7.eax >= 1 ? cpuid(7, 1) : none;
    result |= COLLECT(part_1.eax, leaf_7_1_eax) | COLLECT(part_1.edx, leaf_7_1_edx);
  }
  if (extended >= 0x80000001)
    result |= COLLECT(cpuid(0x80000001, 0).ecx, extended_ecx);
  return result;
}

const char *w2n_cpu_feature_name(unsigned bit) {
  static const char *const names[] = {
#define W2N_X86_64_FEATURE(NAME, BIT, LLVM, TEXT) [BIT] = TEXT,
#include "abi/cpu_features.def"
  };
  return bit < sizeof names / sizeof *names ? names[bit] : "?";
}
