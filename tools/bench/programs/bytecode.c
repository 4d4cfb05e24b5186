/* An interpreter of a stack machine: most of its instructions are of a few kinds, and one that
   ends a line of a program is as good as never reached. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

enum {
  PUSH,
  LOAD,
  STORE,
  ADD,
  SUBTRACT,
  MULTIPLY,
  DIVIDE,
  REMAINDER,
  AND,
  OR,
  XOR,
  SHIFT,
  LESS,
  EQUAL,
  NOT,
  JUMP,
  BRANCH,
  CALL,
  RETURN,
  PRINT,
  SWAP,
  DUPLICATE,
  DROP,
  STOP
};

struct machine {
  uint32_t stack[256];
  uint32_t calls[64];
  uint32_t memory[256];
  uint32_t top, depth, position;
  uint64_t steps;
};

static void fail(struct machine *m, const char *problem) {
  fprintf(stderr, "%s at %u\n", problem, m->position);
  exit(1);
}

static void push(struct machine *m, uint32_t value) {
  if (m->top == 256)
    fail(m, "the stack is full");
  m->stack[m->top++] = value;
}

static uint32_t pop(struct machine *m) {
  if (m->top == 0)
    fail(m, "the stack is empty");
  return m->stack[--m->top];
}

static void step(struct machine *m, const uint32_t *code, uint32_t size) {
  if (m->position >= size)
    fail(m, "the program has no end");
  const uint32_t instruction = code[m->position++];
  const uint32_t operand = instruction >> 8;
  uint32_t right;
  switch (instruction & 255) {
  case PUSH:
    push(m, operand);
    break;
  case LOAD:
    push(m, m->memory[operand & 255]);
    break;
  case STORE:
    m->memory[operand & 255] = pop(m);
    break;
  case ADD:
    right = pop(m);
    push(m, pop(m) + right);
    break;
  case SUBTRACT:
    right = pop(m);
    push(m, pop(m) - right);
    break;
  case MULTIPLY:
    right = pop(m);
    push(m, pop(m) * right);
    break;
  case DIVIDE:
    right = pop(m);
    if (!right)
      fail(m, "division by zero");
    push(m, pop(m) / right);
    break;
  case REMAINDER:
    right = pop(m);
    if (!right)
      fail(m, "division by zero");
    push(m, pop(m) % right);
    break;
  case AND:
    right = pop(m);
    push(m, pop(m) & right);
    break;
  case OR:
    right = pop(m);
    push(m, pop(m) | right);
    break;
  case XOR:
    right = pop(m);
    push(m, pop(m) ^ right);
    break;
  case SHIFT:
    right = pop(m);
    push(m, pop(m) >> (right & 31));
    break;
  case LESS:
    right = pop(m);
    push(m, pop(m) < right);
    break;
  case EQUAL:
    right = pop(m);
    push(m, pop(m) == right);
    break;
  case NOT:
    push(m, !pop(m));
    break;
  case JUMP:
    m->position = operand;
    break;
  case BRANCH:
    if (pop(m))
      m->position = operand;
    break;
  case CALL:
    if (m->depth == 64)
      fail(m, "too many calls");
    m->calls[m->depth++] = m->position;
    m->position = operand;
    break;
  case RETURN:
    if (m->depth == 0)
      fail(m, "no call to return from");
    m->position = m->calls[--m->depth];
    break;
  case PRINT:
    printf("%u\n", pop(m));
    break;
  case SWAP: {
    right = pop(m);
    const uint32_t left = pop(m);
    push(m, right);
    push(m, left);
    break;
  }
  case DUPLICATE:
    right = pop(m);
    push(m, right);
    push(m, right);
    break;
  case DROP:
    pop(m);
    break;
  default:
    fail(m, "unknown instruction");
  }
  ++m->steps;
}

#define I(NAME, OPERAND) ((uint32_t)(OPERAND) << 8 | NAME)

int main(int argc, char **argv) {
  const uint32_t rounds = argc > 1 ? (uint32_t)atoi(argv[1]) : 4000000;
  /* sum = 0; for (i = rounds; i; --i) sum = (sum ^ i) + f(i); f(n) = n * n >> 3 */
  const uint32_t code[] = {
      I(LOAD, 1),     I(LOAD, 0), I(XOR, 0),   I(LOAD, 0),     I(CALL, 11),     I(ADD, 0),
      I(STORE, 1),    I(LOAD, 0), I(PUSH, 1),  I(SUBTRACT, 0), I(JUMP, 16),     I(DUPLICATE, 0),
      I(MULTIPLY, 0), I(PUSH, 3), I(SHIFT, 0), I(RETURN, 0),   I(DUPLICATE, 0), I(STORE, 0),
      I(BRANCH, 0),   I(LOAD, 1), I(PRINT, 0), I(STOP, 0),
  };
  static struct machine m;
  m.memory[0] = rounds;
  while (code[m.position] != STOP)
    step(&m, code, sizeof code / sizeof *code);
  printf("%llu steps\n", (unsigned long long)m.steps);
  return 0;
}
