// An interpreter of byte code for a stack machine: a switch in a loop, unpredictable targets.

#include "../workload.h"

enum { LIMIT = SIZE(10000000, 500) };

enum operation {
  PUSH,
  LOAD,
  STORE,
  LOAD_FROM,
  STORE_TO,
  ADD,
  SUBTRACT,
  MULTIPLY,
  REMAINDER,
  XOR,
  SHIFT,
  LESS,
  EQUAL,
  JUMP,
  JUMP_UNLESS,
  CALL,
  RETURN,
  STOP
};

enum { STACK = 256, MEMORY = 1024, VARIABLES = 2, MOST_CODE = 256 };

struct machine {
  int64_t stack[STACK], memory[MEMORY], variables[VARIABLES];
  int32_t calls[STACK];
  uint64_t steps;
};

#define BINARY(OPERATION, RESULT)                                                                  \
  case OPERATION: {                                                                                \
    const int64_t right = *top--, left = *top;                                                     \
    *top = (RESULT);                                                                               \
    break;                                                                                         \
  }

static int64_t run(struct machine *machine, const int32_t *code) {
  int64_t *top = machine->stack;
  int32_t *caller = machine->calls;
  const int32_t *at = code;
  uint64_t steps = 0;
  for (;; ++steps)
    switch ((enum operation) * at++) {
    case PUSH:
      *++top = *at++;
      break;
    case LOAD:
      *++top = machine->variables[*at++];
      break;
    case STORE:
      machine->variables[*at++] = *top--;
      break;
    case LOAD_FROM:
      *top = machine->memory[(uint64_t)*top % MEMORY];
      break;
    case STORE_TO:
      machine->memory[(uint64_t)top[-1] % MEMORY] = *top;
      top -= 2;
      break;
      BINARY(ADD, (int64_t)((uint64_t)left + (uint64_t)right))
      BINARY(SUBTRACT, (int64_t)((uint64_t)left - (uint64_t)right))
      BINARY(MULTIPLY, (int64_t)((uint64_t)left * (uint64_t)right))
      BINARY(REMAINDER, right == 0 ? 0 : left % right)
      BINARY(XOR, left ^ right)
      BINARY(SHIFT, (int64_t)((uint64_t)left >> (right & 63)))
      BINARY(LESS, left < right)
      BINARY(EQUAL, left == right)
    case JUMP:
      at = code + *at;
      break;
    case JUMP_UNLESS:
      at = *top-- ? at + 1 : code + *at;
      break;
    case CALL:
      *caller++ = (int32_t)(at + 1 - code);
      at = code + *at;
      break;
    case RETURN:
      at = code + *--caller;
      break;
    case STOP:
      machine->steps = steps;
      return *top;
    }
}

struct code {
  int32_t words[MOST_CODE], count;
};

static void append(struct code *code, const int32_t *words, size_t count) {
  memcpy(code->words + code->count, words, count * sizeof *words);
  code->count += (int32_t)count;
}

#define EMIT(CODE, ...)                                                                            \
  append(CODE, (const int32_t[]){__VA_ARGS__},                                                     \
         sizeof((const int32_t[]){__VA_ARGS__}) / sizeof(int32_t))

// A place for the target of a jump, which is filled in once it is known.
static int32_t *emit_hole(struct code *code) { return &code->words[code->count++]; }

enum variable { I, X };

// x = x * 5 + i; x = x ^ (x >> 7); memory[i] = x
static void emit_function(struct code *code) {
  EMIT(code, LOAD, X, PUSH, 5, MULTIPLY, LOAD, I, ADD, STORE, X);
  EMIT(code, LOAD, X, LOAD, X, PUSH, 7, SHIFT, XOR, STORE, X);
  EMIT(code, LOAD, I, LOAD, X, STORE_TO, RETURN);
}

// for (i = 0; i < limit; ++i)
//   if (i % 3 == 0 || memory[x] < x) call; else memory[x] = memory[i * 7] - i;
static void emit_program(struct code *code, int32_t limit) {
  EMIT(code, JUMP);
  int32_t *const to_begin = emit_hole(code);
  const int32_t function = code->count;
  emit_function(code);
  *to_begin = code->count;
  EMIT(code, PUSH, 0, STORE, I, PUSH, 1, STORE, X);
  const int32_t loop = code->count;
  EMIT(code, LOAD, I, PUSH, limit, LESS, JUMP_UNLESS);
  int32_t *const to_end = emit_hole(code);
  EMIT(code, LOAD, I, PUSH, 3, REMAINDER, JUMP_UNLESS);
  int32_t *const to_call = emit_hole(code);
  EMIT(code, LOAD, X, LOAD_FROM, LOAD, X, LESS, PUSH, 0, EQUAL, JUMP_UNLESS);
  int32_t *const also_to_call = emit_hole(code);
  EMIT(code, LOAD, X, LOAD, I, PUSH, 7, MULTIPLY, LOAD_FROM, LOAD, I, SUBTRACT, STORE_TO, JUMP);
  int32_t *const to_next = emit_hole(code);
  *to_call = *also_to_call = code->count;
  EMIT(code, CALL, function);
  *to_next = code->count;
  EMIT(code, LOAD, I, PUSH, 1, ADD, STORE, I, JUMP, loop);
  *to_end = code->count;
  EMIT(code, LOAD, X, STOP);
}

int main(int argc, char **argv) {
  static struct machine machine;
  static struct code code;
  emit_program(&code, size_from(argc, argv, LIMIT));
  uint64_t sum = (uint64_t)run(&machine, code.words);
  for (int i = 0; i < MEMORY; ++i)
    sum = mix(sum, (uint64_t)machine.memory[i]);
  return finish(mix(sum, machine.steps));
}
