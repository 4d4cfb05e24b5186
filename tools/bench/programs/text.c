// Text by tables of what each byte is: words and numbers told apart, changed to capitals, counted
// by their lengths, turned around.

#include "../workload.h"

enum { BYTES = SIZE(1 << 20, 4000), PASSES = SIZE(160, 2) };

enum class { OTHER, SPACE, LOWER, UPPER, DIGIT, PUNCTUATION, CLASSES };

static uint8_t class_of[256], capital_of[256];

static void fill_tables(void) {
  for (int i = 0; i < 256; ++i) {
    const int lower = i >= 'a' && i <= 'z';
    capital_of[i] = (uint8_t)(lower ? i - 'a' + 'A' : i);
    class_of[i] = i == ' ' || (i >= 9 && i <= 13) ? SPACE
                  : lower                         ? LOWER
                  : i >= 'A' && i <= 'Z'          ? UPPER
                  : i >= '0' && i <= '9'          ? DIGIT
                  : i > ' ' && i < 127            ? PUNCTUATION
                                                  : OTHER;
  }
}

struct counts {
  uint32_t classes[CLASSES], words[32], lines;
  uint64_t numbers;
};

static int is_letter(uint8_t byte) { return class_of[byte] == LOWER || class_of[byte] == UPPER; }

static void count(const uint8_t *text, const uint8_t *end, struct counts *counts) {
  while (text < end) {
    ++counts->classes[class_of[*text]];
    if (is_letter(*text)) {
      const uint8_t *const begin = text;
      while (text < end && is_letter(*text))
        ++text;
      ++counts->words[(text - begin) % 32];
    } else if (class_of[*text] == DIGIT) {
      uint64_t number = 0;
      while (text < end && class_of[*text] == DIGIT)
        number = number * 10 + (uint64_t)(*text++ - '0');
      counts->numbers += number;
    } else {
      counts->lines += *text++ == '\n';
    }
  }
}

// The first letter of each word becomes a capital.
static void capitalise(uint8_t *text, const uint8_t *end) {
  uint8_t before = ' ';
  for (; text < end; ++text) {
    if (!is_letter(before))
      *text = capital_of[*text];
    before = *text;
  }
}

static void turn_words(uint8_t *text, const uint8_t *end) {
  while (text < end) {
    uint8_t *last = text;
    while (last < end && is_letter(*last))
      ++last;
    uint8_t *const next = last + 1;
    while (text < last) {
      const uint8_t kept = *text;
      *text++ = *--last;
      *last = kept;
    }
    text = next;
  }
}

int main(int argc, char **argv) {
  const size_t bytes = (size_t)size_from(argc, argv, BYTES);
  static const uint8_t letters[] = "etaoinshrdluetaoin  .,\n01239-Zq\t";
  uint8_t *text = malloc(bytes);
  uint32_t seed = 17;
  for (size_t i = 0; i < bytes; ++i)
    text[i] = letters[next_random(&seed) % (sizeof letters - 1)];
  fill_tables();
  uint64_t sum = 0;
  for (int pass = 0; pass < PASSES; ++pass) {
    struct counts counts = {.lines = 0};
    capitalise(text, text + bytes);
    count(text, text + bytes, &counts);
    turn_words(text, text + bytes);
    for (int i = 0; i < 32; ++i)
      sum = mix(sum, counts.words[i]);
    sum = mix(sum, counts.numbers + counts.lines + counts.classes[PUNCTUATION]);
  }
  return finish(mix_bytes(sum, text, 1000));
}
