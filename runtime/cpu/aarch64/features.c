//===- features.c - The features of an AArch64 machine ---------------------===//

#include "cpu/cpu.h"
#include "platform/os.h"

enum {
#define W2N_AARCH64_FEATURE(NAME, BIT, LLVM, TEXT) FEATURE_##NAME = BIT,
#include "abi/cpu_features.def"
  FEATURE_COUNT
};

// The bits of Linux's auxiliary values AT_HWCAP and AT_HWCAP2 that make a feature; all
// must be there.
struct source {
  uint64_t first, second;
};

#define BIT(N) ((uint64_t)1 << (N))
static const struct source sources[FEATURE_COUNT] = {
    [FEATURE_LSE] = {BIT(8), 0},
    [FEATURE_RDM] = {BIT(12), 0},
    [FEATURE_FP16] = {BIT(9) | BIT(10), 0},
    [FEATURE_DOTPROD] = {BIT(20), 0},
    [FEATURE_CRC32] = {BIT(7), 0},
    [FEATURE_AES] = {BIT(3) | BIT(4), 0},
    [FEATURE_SHA256] = {BIT(5) | BIT(6), 0},
    [FEATURE_SHA3] = {BIT(17) | BIT(21), 0},
    [FEATURE_SM4] = {BIT(18) | BIT(19), 0},
    [FEATURE_FHM] = {BIT(23), 0},
    [FEATURE_JSCVT] = {BIT(13), 0},
    [FEATURE_FCMA] = {BIT(14), 0},
    [FEATURE_LRCPC] = {BIT(15), 0},
    [FEATURE_LRCPC2] = {BIT(26), 0},
    [FEATURE_LSE2] = {BIT(25), 0},
    [FEATURE_FLAGM] = {BIT(27), 0},
    [FEATURE_FLAGM2] = {0, BIT(7)},
    [FEATURE_FRINTTS] = {0, BIT(8)},
    [FEATURE_BF16] = {0, BIT(14)},
    [FEATURE_I8MM] = {0, BIT(13)},
    [FEATURE_SVE] = {BIT(22), 0},
    [FEATURE_SVE2] = {0, BIT(1)},
    [FEATURE_CSSC] = {0, BIT(34)},
    [FEATURE_MOPS] = {0, BIT(43)},
};

uint64_t w2n_cpu_features(char **environment) {
  enum { AT_HWCAP = 16, AT_HWCAP2 = 26 };
  const uint64_t first = w2n_os_auxiliary_value(environment, AT_HWCAP);
  const uint64_t second = w2n_os_auxiliary_value(environment, AT_HWCAP2);
  uint64_t result = 0;
  for (unsigned i = 0; i < FEATURE_COUNT; ++i)
    if ((first & sources[i].first) == sources[i].first &&
        (second & sources[i].second) == sources[i].second)
      result |= BIT(i);
  return result;
}

const char *w2n_cpu_feature_name(unsigned bit) {
  static const char *const names[] = {
#define W2N_AARCH64_FEATURE(NAME, BIT, LLVM, TEXT) [BIT] = TEXT,
#include "abi/cpu_features.def"
  };
  return bit < sizeof names / sizeof *names ? names[bit] : "?";
}
