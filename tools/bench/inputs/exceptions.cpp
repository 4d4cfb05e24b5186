// One program, and three ways in which a call can end in an exception:
//
//   VIA_TABLES     the compiler's: tables that an unwinder looks return addresses up in
//   VIA_MEMORY     a word in memory, which is compared with 0 after each call that may
//                  throw
//   VIA_REGISTER   the same word as a second result of each such call
//
// The first argument says what to run, the second how often.

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct Exception {
  long Code;
};

#define UNLIKELY(CONDITION) __builtin_expect(!!(CONDITION), 0)
#define OUT_OF_LINE __attribute__((noinline))

#if defined(VIA_TABLES)
using Fallible = long;
#define RETURN(VALUE) return VALUE
#define THROW(CODE)                                                                                \
  throw Exception { CODE }
#define CALL(VARIABLE, EXPRESSION) const long VARIABLE = EXPRESSION
#define CALL_OR(VARIABLE, EXPRESSION, HANDLER)                                                     \
  long VARIABLE;                                                                                   \
  try {                                                                                            \
    VARIABLE = EXPRESSION;                                                                         \
  } catch (const Exception &Caught) {                                                              \
    VARIABLE = HANDLER(Caught);                                                                    \
  }
#elif defined(VIA_MEMORY)
using Fallible = long;
static Exception Record;
static Exception *volatile Pending;
#define RETURN(VALUE) return VALUE
#define THROW(CODE)                                                                                \
  do {                                                                                             \
    Record = {CODE};                                                                               \
    Pending = &Record;                                                                             \
    return 0;                                                                                      \
  } while (0)
#define CALL(VARIABLE, EXPRESSION)                                                                 \
  const long VARIABLE = EXPRESSION;                                                                \
  if (UNLIKELY(Pending))                                                                           \
  return 0
#define CALL_OR(VARIABLE, EXPRESSION, HANDLER)                                                     \
  long VARIABLE = EXPRESSION;                                                                      \
  if (UNLIKELY(Pending)) {                                                                         \
    const Exception &Caught = *Pending;                                                            \
    Pending = nullptr;                                                                             \
    VARIABLE = HANDLER(Caught);                                                                    \
  }
#elif defined(VIA_REGISTER)
static Exception Record;
struct Fallible {
  long Value;
  Exception *Thrown;
};
#define RETURN(VALUE)                                                                              \
  return { VALUE, nullptr }
#define THROW(CODE)                                                                                \
  do {                                                                                             \
    Record = {CODE};                                                                               \
    return {0, &Record};                                                                           \
  } while (0)
#define CALL(VARIABLE, EXPRESSION)                                                                 \
  const Fallible VARIABLE##Result = EXPRESSION;                                                    \
  if (UNLIKELY(VARIABLE##Result.Thrown))                                                           \
    return VARIABLE##Result;                                                                       \
  const long VARIABLE = VARIABLE##Result.Value
#define CALL_OR(VARIABLE, EXPRESSION, HANDLER)                                                     \
  const Fallible VARIABLE##Result = EXPRESSION;                                                    \
  const long VARIABLE = UNLIKELY(VARIABLE##Result.Thrown) ? HANDLER(*VARIABLE##Result.Thrown)      \
                                                          : VARIABLE##Result.Value
#else
#error "define one of VIA_TABLES, VIA_MEMORY, VIA_REGISTER"
#endif

static long codeOf(const Exception &Caught) { return Caught.Code; }

/// Nothing but calls: the most that checks can cost.
OUT_OF_LINE static Fallible fibonacci(long N) {
  if (N < 0)
    THROW(N);
  if (N < 2)
    RETURN(N);
  CALL(First, fibonacci(N - 1));
  CALL(Second, fibonacci(N - 2));
  RETURN(First + Second);
}

// A parser by recursive descent, as programs have it.

static const char *Next;

static Fallible sum();

OUT_OF_LINE static Fallible number() {
  if (*Next == '(') {
    ++Next;
    CALL(Inner, sum());
    if (*Next++ != ')')
      THROW(2);
    RETURN(Inner);
  }
  if (*Next < '0' || *Next > '9')
    THROW(1);
  long Value = 0;
  while (*Next >= '0' && *Next <= '9')
    Value = 10 * Value + (*Next++ - '0');
  RETURN(Value);
}

OUT_OF_LINE static Fallible product() {
  CALL(First, number());
  long Value = First;
  while (*Next == '*') {
    ++Next;
    CALL(Factor, number());
    Value = (Value * Factor) % 1000003;
  }
  RETURN(Value);
}

OUT_OF_LINE static Fallible sum() {
  CALL(First, product());
  long Value = First;
  while (*Next == '+') {
    ++Next;
    CALL(Term, product());
    Value += Term;
  }
  RETURN(Value);
}

static long parse(const char *Text) {
  Next = Text;
  CALL_OR(Value, sum(), codeOf);
  return Value;
}

/// Throws Depth calls away from its first caller.
OUT_OF_LINE static Fallible descend(long Depth) {
  if (Depth == 0)
    THROW(1);
  CALL(Below, descend(Depth - 1));
  RETURN(3 * Below + Depth);
}

static long throwAcross(long Depth) {
  CALL_OR(Value, descend(Depth), codeOf);
  return Value;
}

static long callFibonacci(long N) {
  CALL_OR(Value, fibonacci(N), codeOf);
  return Value;
}

int main(int Count, char **Arguments) {
  if (Count != 3)
    return 1;
  const char *const What = Arguments[1];
  const long Times = atol(Arguments[2]);
  long Sum = 0;
  for (long I = 0; I < Times; ++I) {
    if (!strcmp(What, "calls"))
      Sum += callFibonacci(25);
    else if (!strcmp(What, "parser"))
      Sum += parse("1+2*(3+4*(5+6)*7+8)*(9+10)+11*12*13+(14)+((15+16)*17+18)+19*20*(21+22)");
    else
      Sum += throwAcross(atol(What));
  }
  printf("%ld\n", Sum);
  return 0;
}
