// A table as comma separated values: quotes, fields of several types, groups added up in a table.

#include "../workload.h"

enum { ROWS = SIZE(60000, 80), PASSES = SIZE(150, 2), MOST_BYTES = 80, GROUPS = 64 };

struct field {
  const char *text;
  uint32_t length;
  int quoted;
};

// Reads a field and what ends it; a quote within quotes is written twice.
static const char *next_field(const char *at, struct field *field) {
  field->quoted = *at == '"';
  field->text = at += field->quoted;
  if (field->quoted) {
    while (*at != '"' || at[1] == '"')
      at += *at == '"' ? 2 : 1;
    field->length = (uint32_t)(at++ - field->text);
  } else {
    while (*at != ',' && *at != '\n')
      ++at;
    field->length = (uint32_t)(at - field->text);
  }
  return at;
}

static int64_t cents_of(const struct field *field) {
  int64_t cents = 0;
  const char *at = field->text, *const end = at + field->length;
  const int negative = *at == '-';
  for (at += negative; at < end; ++at)
    if (*at != '.')
      cents = cents * 10 + (*at - '0');
  return negative ? -cents : cents;
}

static uint32_t hash_of(const struct field *field) {
  uint32_t hash = 2166136261u;
  for (uint32_t i = 0; i < field->length; ++i)
    hash = (hash ^ (uint8_t)field->text[i]) * 16777619u;
  return hash;
}

struct group {
  struct field name;
  int64_t cents;
  uint32_t rows, quotes;
};

static struct group *find_group(struct group *groups, const struct field *name) {
  uint32_t index = hash_of(name) % GROUPS;
  while (groups[index].name.text && (groups[index].name.length != name->length ||
                                     memcmp(groups[index].name.text, name->text, name->length)))
    index = (index + 1) % GROUPS;
  groups[index].name = *name;
  return &groups[index];
}

static void add_rows(const char *text, struct group *groups) {
  while (*text) {
    struct field fields[5];
    for (int i = 0; i < 5; ++i)
      text = next_field(text, &fields[i]) + 1;
    struct group *const group = find_group(groups, &fields[1]);
    group->cents += cents_of(&fields[3]) * cents_of(&fields[2]);
    group->quotes += (uint32_t)fields[4].quoted;
    ++group->rows;
  }
}

static char *write_number(char *out, uint32_t number, int digits) {
  for (int i = digits - 1; i >= 0; --i, number /= 10)
    out[i] = (char)('0' + number % 10);
  return out + digits;
}

static char *write_text(char *out, const char *text) {
  const size_t length = strlen(text);
  memcpy(out, text, length);
  return out + length;
}

static char *write_row(char *out, uint32_t index, uint32_t *seed) {
  static const char *const places[] = {"Bergen", "Kopenhagen", "\"Aix, France\"", "Oslo", "Rome"};
  static const char *const notes[] = {"", "none", "\"so called \"\"express\"\"\"", "late"};
  out = write_number(out, index, 6);
  *out++ = ',';
  out = write_text(out, places[next_random(seed) % 5]);
  *out++ = ',';
  out = write_number(out, next_random(seed) % 100, 2);
  out = write_text(out, next_random(seed) % 8 ? "," : ",-");
  out = write_number(out, next_random(seed), 5);
  *out++ = '.';
  out = write_number(out, next_random(seed), 2);
  *out++ = ',';
  out = write_text(out, notes[next_random(seed) % 4]);
  *out++ = '\n';
  return out;
}

int main(int argc, char **argv) {
  const uint32_t rows = (uint32_t)size_from(argc, argv, ROWS);
  char *text = malloc((size_t)rows * MOST_BYTES + 1), *end = text;
  uint32_t seed = 31;
  for (uint32_t i = 0; i < rows; ++i)
    end = write_row(end, i, &seed);
  *end = 0;
  uint64_t sum = 0;
  for (int pass = 0; pass < PASSES; ++pass) {
    struct group groups[GROUPS] = {{.cents = 0}};
    add_rows(text, groups);
    for (int i = 0; i < GROUPS; ++i)
      sum = mix(sum, (uint64_t)groups[i].cents + groups[i].rows + groups[i].quotes);
  }
  return finish(sum);
}
