// Regular expressions in two ways: by backtracking over the pattern, and by sets of states that all
// advance at once.

#include "../workload.h"

enum { LINES = SIZE(40000, 60), WIDTH = 64, MOST = 64 };

// One character, "." for any, "[x-y]" a range; each may be followed by * + or ?.
struct item {
  uint8_t low, high, least, repeated;
};

struct pattern {
  struct item items[MOST];
  int count;
};

static struct pattern compile(const char *text) {
  struct pattern p = {.count = 0};
  while (*text) {
    struct item *const item = &p.items[p.count++];
    *item = (struct item){(uint8_t)*text, (uint8_t)*text, 1, 0};
    if (*text == '.') {
      *item = (struct item){0, 255, 1, 0};
    } else if (*text == '[') {
      *item = (struct item){(uint8_t)text[1], (uint8_t)text[3], 1, 0};
      text += 4;
    }
    ++text;
    if (*text == '*' || *text == '?')
      item->least = 0;
    if (*text == '*' || *text == '+')
      item->repeated = 1;
    if (*text == '*' || *text == '+' || *text == '?')
      ++text;
  }
  return p;
}

static int accepts(const struct item *item, uint8_t byte) {
  return item->low <= byte && byte <= item->high;
}

// The end of the longest match of the items that are left, or NULL.
static const char *match_here(const struct item *item, const struct item *end, const char *text) {
  if (item == end)
    return text;
  int most = 0;
  while ((item->repeated || most == 0) && text[most] && accepts(item, (uint8_t)text[most]))
    ++most;
  for (int count = most; count >= item->least; --count) {
    const char *const matched = match_here(item + 1, end, text + count);
    if (matched)
      return matched;
  }
  return NULL;
}

static int find_backtracking(const struct pattern *p, const char *text) {
  for (const char *start = text; *start; ++start) {
    const char *const end = match_here(p->items, p->items + p->count, start);
    if (end)
      return (int)(start - text) * WIDTH + (int)(end - start);
  }
  return -1;
}

// Bit i is set where the items before i have matched; those that may be absent are skipped.
static uint64_t skip_absent(const struct pattern *p, uint64_t states) {
  for (int i = 0; i < p->count; ++i)
    if (states >> i & 1 && p->items[i].least == 0)
      states |= (uint64_t)1 << (i + 1);
  return states;
}

static int find_by_states(const struct pattern *p, const char *text) {
  uint64_t states = 0;
  int matches = 0;
  for (; *text; ++text) {
    states = skip_absent(p, states | 1);
    uint64_t next = 0;
    for (int i = 0; i < p->count; ++i)
      if (states >> i & 1 && accepts(&p->items[i], (uint8_t)*text))
        next |= (uint64_t)1 << (i + 1) | (uint64_t)p->items[i].repeated << i;
    states = next;
    matches += skip_absent(p, states) >> p->count & 1;
  }
  return matches;
}

static void write_line(char *line, uint32_t *seed) {
  static const char letters[] = "aaabbcdex01239 .@-";
  for (int i = 0; i < WIDTH - 1; ++i)
    line[i] = letters[next_random(seed) % (sizeof letters - 1)];
  line[WIDTH - 1] = 0;
}

int main(int argc, char **argv) {
  static const char *const texts[] = {"[a-e]+@[a-e]+.[a-x]?x", "[0-9]+-[0-9]+", "a*b?c*d+e x",
                                      "[a-x]*[0-9]*@", "abc?d?e?01*2"};
  const int lines = size_from(argc, argv, LINES);
  struct pattern patterns[5];
  for (int i = 0; i < 5; ++i)
    patterns[i] = compile(texts[i]);
  char line[WIDTH];
  uint32_t seed = 8;
  uint64_t sum = 0;
  for (int i = 0; i < lines; ++i) {
    write_line(line, &seed);
    for (int which = 0; which < 5; ++which) {
      sum = mix(sum, (uint64_t)find_backtracking(&patterns[which], line));
      sum = mix(sum, (uint64_t)find_by_states(&patterns[which], line));
    }
  }
  return finish(sum);
}
