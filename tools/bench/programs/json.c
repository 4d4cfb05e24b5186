// A parser of JSON that builds a tree, a walk over it, and a writer: recursion, byte by byte
// decisions, numbers from text.

#include "../workload.h"

enum { RECORDS = SIZE(9000, 20), PASSES = SIZE(140, 2), MOST_BYTES = 400 };

enum kind { NOTHING, FALSE, TRUE, NUMBER, STRING, ARRAY, OBJECT };

struct value {
  enum kind kind;
  const char *name, *text;
  uint32_t name_length, length;
  double number;
  struct value *first, *next;
};

struct parser {
  const char *at;
  struct value *pool;
  size_t used;
};

static void skip_spaces(struct parser *p) {
  while (*p->at == ' ' || *p->at == '\n' || *p->at == '\t' || *p->at == '\r')
    ++p->at;
}

static int expect(struct parser *p, char wanted) {
  skip_spaces(p);
  if (*p->at != wanted)
    return 0;
  ++p->at;
  return 1;
}

static uint32_t parse_string(struct parser *p, const char **text) {
  *text = ++p->at;
  while (*p->at != '"')
    p->at += *p->at == '\\' ? 2 : 1;
  return (uint32_t)(p->at++ - *text);
}

static double parse_number(struct parser *p) {
  const int negative = *p->at == '-';
  p->at += negative;
  double number = 0, scale = 1;
  for (; *p->at >= '0' && *p->at <= '9'; ++p->at)
    number = number * 10 + (*p->at - '0');
  if (*p->at == '.')
    for (++p->at; *p->at >= '0' && *p->at <= '9'; ++p->at) {
      number = number * 10 + (*p->at - '0');
      scale *= 10;
    }
  return (negative ? -number : number) / scale;
}

static struct value *parse(struct parser *p);

static void parse_members(struct parser *p, struct value *whole, char closing) {
  struct value **last = &whole->first;
  if (expect(p, closing))
    return;
  do {
    const char *name = NULL;
    uint32_t length = 0;
    if (closing == '}') {
      skip_spaces(p);
      length = parse_string(p, &name);
      expect(p, ':');
    }
    struct value *const member = parse(p);
    member->name = name;
    member->name_length = length;
    *last = member;
    last = &member->next;
    ++whole->length;
  } while (expect(p, ','));
  expect(p, closing);
}

static struct value *parse(struct parser *p) {
  struct value *const value = &p->pool[p->used++];
  *value = (struct value){.kind = NOTHING};
  skip_spaces(p);
  switch (*p->at) {
  case '{':
    ++p->at;
    value->kind = OBJECT;
    parse_members(p, value, '}');
    break;
  case '[':
    ++p->at;
    value->kind = ARRAY;
    parse_members(p, value, ']');
    break;
  case '"':
    value->kind = STRING;
    value->length = parse_string(p, &value->text);
    break;
  case 't':
    value->kind = TRUE;
    p->at += 4;
    break;
  case 'f':
    value->kind = FALSE;
    p->at += 5;
    break;
  case 'n':
    p->at += 4;
    break;
  default:
    value->kind = NUMBER;
    value->number = parse_number(p);
  }
  return value;
}

static uint64_t walk(const struct value *value, uint64_t sum) {
  sum = mix(sum, value->kind * 1000 + value->length + value->name_length);
  if (value->kind == NUMBER)
    sum = mix_double(sum, value->number);
  if (value->kind == STRING && value->length > 0)
    sum = mix(sum, (uint64_t)value->text[value->length - 1]);
  for (const struct value *member = value->first; member; member = member->next)
    sum = walk(member, sum);
  return sum;
}

static char *write_number(char *out, uint32_t number) {
  char backwards[10];
  int count = 0;
  do
    backwards[count++] = (char)('0' + number % 10);
  while (number /= 10);
  while (count > 0)
    *out++ = backwards[--count];
  return out;
}

static char *write_text(char *out, const char *text) {
  const size_t length = strlen(text);
  memcpy(out, text, length);
  return out + length;
}

static char *write_record(char *out, uint32_t index, uint32_t *seed) {
  static const char *const states[] = {"\"ready\"", "\"wait\\\"ing\"", "null", "\"\""};
  out = write_text(out, "  {\"identity\": ");
  out = write_number(out, index);
  out = write_text(out, ", \"active\": ");
  out = write_text(out, next_random(seed) % 2 ? "true" : "false");
  out = write_text(out, ", \"state\": ");
  out = write_text(out, states[next_random(seed) % 4]);
  out = write_text(out, ",\n    \"position\": {\"latitude\": -");
  out = write_number(out, next_random(seed) % 90);
  out = write_text(out, ".");
  out = write_number(out, next_random(seed) % 100000);
  out = write_text(out, "}, \"samples\": [");
  for (uint32_t i = next_random(seed) % 12; i > 0; --i) {
    out = write_number(out, next_random(seed) % 100000);
    out = write_text(out, i > 1 ? ", " : "");
  }
  return write_text(out, "]},\n");
}

int main(int argc, char **argv) {
  const uint32_t records = (uint32_t)size_from(argc, argv, RECORDS);
  char *text = malloc((size_t)records * MOST_BYTES + 16), *end = write_text(text, "[\n");
  uint32_t seed = 21;
  for (uint32_t i = 0; i < records; ++i)
    end = write_record(end, i, &seed);
  strcpy(end - 2, "]");
  struct value *const pool = malloc((size_t)records * 20 * sizeof *pool + sizeof *pool);
  uint64_t sum = 0;
  for (int pass = 0; pass < PASSES; ++pass) {
    struct parser parser = {text, pool, 0};
    sum = walk(parse(&parser), sum);
  }
  return finish(sum);
}
