// Finds words in a text: by comparing at each place, by skipping ahead (Horspool), and all at once
// by an automaton (Aho and Corasick).

#include "../workload.h"

enum { BYTES = SIZE(1 << 20, 5000), PASSES = SIZE(14, 1), WORDS = 8, STATES = 80, LETTERS = 26 };

static const char *const words[WORDS] = {"hexameter", "banana", "anabasis", "sis",
                                         "metric",    "nab",    "abracad",  "exam"};

static uint32_t count_plainly(const uint8_t *text, size_t count, const char *word) {
  const size_t length = strlen(word);
  uint32_t found = 0;
  for (size_t i = 0; i + length <= count; ++i)
    found += text[i] == (uint8_t)word[0] && memcmp(text + i, word, length) == 0;
  return found;
}

static uint32_t count_skipping(const uint8_t *text, size_t count, const char *word) {
  const size_t length = strlen(word);
  size_t skips[256];
  for (int i = 0; i < 256; ++i)
    skips[i] = length;
  for (size_t i = 0; i + 1 < length; ++i)
    skips[(uint8_t)word[i]] = length - 1 - i;
  uint32_t found = 0;
  for (size_t at = 0; at + length <= count; at += skips[text[at + length - 1]]) {
    size_t i = length;
    while (i > 0 && text[at + i - 1] == (uint8_t)word[i - 1])
      --i;
    found += i == 0;
  }
  return found;
}

struct automaton {
  int16_t next[STATES][LETTERS], fallback[STATES];
  uint8_t found[STATES];
  int states;
};

static void add_word(struct automaton *a, const char *word) {
  int state = 0;
  for (; *word; ++word) {
    int16_t *const next = &a->next[state][*word - 'a'];
    if (!*next)
      *next = (int16_t)a->states++;
    state = *next;
  }
  ++a->found[state];
}

// Breadth first, so that what a state falls back to is done before it.
static void link_states(struct automaton *a) {
  int16_t queue[STATES];
  int first = 0, last = 0;
  for (int letter = 0; letter < LETTERS; ++letter)
    if (a->next[0][letter])
      queue[last++] = a->next[0][letter];
  while (first < last) {
    const int16_t state = queue[first++], fallback = a->fallback[state];
    a->found[state] = (uint8_t)(a->found[state] + a->found[fallback]);
    for (int letter = 0; letter < LETTERS; ++letter) {
      const int16_t next = a->next[state][letter];
      if (next) {
        a->fallback[next] = a->next[fallback][letter];
        queue[last++] = next;
      } else {
        a->next[state][letter] = a->next[fallback][letter];
      }
    }
  }
}

static uint32_t count_all(const struct automaton *a, const uint8_t *text, size_t count) {
  uint32_t found = 0;
  int state = 0;
  for (size_t i = 0; i < count; ++i) {
    state = a->next[state][text[i] - 'a'];
    found += a->found[state];
  }
  return found;
}

int main(int argc, char **argv) {
  const size_t count = (size_t)size_from(argc, argv, BYTES);
  uint8_t *text = malloc(count);
  uint32_t seed = 4;
  for (size_t i = 0; i < count; ++i)
    text[i] = (uint8_t)"abnaseximetrchd"[next_random(&seed) % 15];
  for (size_t i = 0; i + 16 < count; i += 211) {
    const char *const word = words[i % WORDS];
    memcpy(text + i, word, strlen(word));
  }
  static struct automaton automaton = {.states = 1};
  for (int i = 0; i < WORDS; ++i)
    add_word(&automaton, words[i]);
  link_states(&automaton);
  uint64_t sum = 0;
  for (int pass = 0; pass < PASSES; ++pass) {
    uint32_t plainly = 0, skipping = 0;
    for (int i = 0; i < WORDS; ++i) {
      plainly += count_plainly(text, count, words[i]);
      skipping += count_skipping(text, count, words[i]);
    }
    const uint32_t all = count_all(&automaton, text, count);
    if (plainly != skipping || plainly != all)
      return 1;
    sum = mix(sum, all);
    text[(size_t)pass * 211] = 'z';
  }
  return finish(sum);
}
