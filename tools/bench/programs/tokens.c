/* A lexer and a parser of expressions that calls through a table what each operator does. */
#include <stdio.h>
#include <stdlib.h>

typedef long (*operation)(long, long);

static long add(long a, long b) { return a + b; }
static long subtract(long a, long b) { return a - b; }
static long multiply(long a, long b) { return a * b; }
static long divide(long a, long b) { return b ? a / b : 0; }
static long modulo(long a, long b) { return b ? a % b : 0; }
static long power(long a, long b) {
  long result = 1;
  while (b-- > 0)
    result *= a;
  return result;
}

static const struct operator {
  char symbol;
  int rank;
  operation apply;
} operators[] = {
    {'^', 3, power},    {'%', 2, modulo},   {'/', 2, divide},
    {'*', 2, multiply}, {'-', 1, subtract}, {'+', 1, add},
};

static const char *at;
static long variables[26];

static void fail(const char *problem) {
  fprintf(stderr, "%s at '%s'\n", problem, at);
  exit(1);
}

static void skip_space(void) {
  for (;;) {
    if (*at == ' ' || *at == '\t' || *at == '\n')
      ++at;
    else if (*at == '#')
      while (*at && *at != '\n')
        ++at;
    else
      return;
  }
}

static const struct operator *find_operator(char symbol) {
  for (unsigned i = 0; i < sizeof operators / sizeof *operators; ++i)
    if (operators[i].symbol == symbol)
      return &operators[i];
  return 0;
}

static long parse_expression(int rank);

static long parse_primary(void) {
  skip_space();
  if (*at >= '0' && *at <= '9') {
    long value = 0;
    while (*at >= '0' && *at <= '9')
      value = value * 10 + (*at++ - '0');
    return value;
  }
  if (*at >= 'a' && *at <= 'z')
    return variables[*at++ - 'a'];
  if (*at == '-') {
    ++at;
    return -parse_primary();
  }
  if (*at != '(')
    fail("neither a number nor a name");
  ++at;
  const long value = parse_expression(1);
  skip_space();
  if (*at++ != ')')
    fail("no )");
  return value;
}

static long parse_expression(int rank) {
  long value = parse_primary();
  for (;;) {
    skip_space();
    const struct operator *found = find_operator(*at);
    if (!found || found->rank < rank)
      return value;
    ++at;
    value = found->apply(value, parse_expression(found->rank + 1));
  }
}

int main(int argc, char **argv) {
  const int rounds = argc > 1 ? atoi(argv[1]) : 300000;
  long sum = 0;
  for (int i = 0; i < rounds; ++i) {
    variables['x' - 'a'] = i;
    variables['y' - 'a'] = i % 17;
    at = "1 + x * (y + 3) - 20 + (x - y) * 4 # the first\n + 12 * x + y - (7 + x + y) + x * 2 + "
         "1234";
    sum += parse_expression(1);
  }
  printf("%ld\n", sum);
  return 0;
}
