// Reverses prefixes of all permutations until the first element is 0: short loops over small
// arrays, unpredictable branches.

#include "../workload.h"

enum { ELEMENTS = SIZE(10, 6), MOST = 16 };

static int permutation[MOST], copy[MOST], rotations[MOST];

static int count_reversals(int n) {
  memcpy(copy, permutation, (size_t)n * sizeof *copy);
  int reversals = 0;
  for (int first = copy[0]; first != 0; first = copy[0]) {
    for (int low = 0, high = first; low < high; ++low, --high) {
      const int kept = copy[low];
      copy[low] = copy[high];
      copy[high] = kept;
    }
    ++reversals;
  }
  return reversals;
}

// Goes to the next permutation, by rotating prefixes; whether there is one.
static int advance(int n) {
  for (int length = 2; length <= n; ++length) {
    const int first = permutation[0];
    memmove(permutation, permutation + 1, (size_t)(length - 1) * sizeof *permutation);
    permutation[length - 1] = first;
    if (++rotations[length - 1] < length)
      return 1;
    rotations[length - 1] = 0;
  }
  return 0;
}

int main(int argc, char **argv) {
  const int n = size_from(argc, argv, ELEMENTS);
  for (int i = 0; i < n; ++i)
    permutation[i] = i;
  int most = 0, checksum = 0, sign = 1;
  do {
    const int reversals = count_reversals(n);
    most = reversals > most ? reversals : most;
    checksum += sign * reversals;
    sign = -sign;
  } while (advance(n));
  return finish(mix((uint64_t)checksum, (uint64_t)most));
}
