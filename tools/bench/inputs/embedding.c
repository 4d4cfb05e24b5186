/* What a host pays for: calls in both directions, and instances. Prints a name and nanoseconds a
   line, each the least of many short rounds, which take turns. */
#define _POSIX_C_SOURCE 200809L
#include "embedding.h"

#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>

enum { CALLS = 100000, ROUNDS = 60, INSTANCES = 200, LIVE = 10000, PROCESSES = 20 };

extern char **environ;
int32_t c_add(int32_t a, int32_t b);

static embedding *instance;
static embedding_imports imports;
static const char *static_program;

static int32_t add_of_host(void *context, embedding *caller, int32_t a, int32_t b) {
  (void)context;
  (void)caller;
  return (int32_t)((uint32_t)a + (uint32_t)b);
}

static void require(w2n_trap *trap) {
  if (!trap)
    return;
  fprintf(stderr, "%s\n", w2n_trap_message(trap));
  exit(1);
}

static volatile int32_t sink;

static void call_c(void) {
  int32_t sum = 0;
  for (int i = 0; i < CALLS; ++i)
    sum = c_add(sum, i);
  sink = sum;
}

static void call_export(void) {
  int32_t sum = 0;
  for (int i = 0; i < CALLS; ++i)
    sum = embedding_add(instance, sum, i);
  sink = sum;
}

static void try_export(void) {
  int32_t sum = 0;
  for (int i = 0; i < CALLS; ++i)
    require(embedding_try_add(instance, sum, i, &sum));
  sink = sum;
}

static void try_loading_export(void) {
  int32_t sum = 0;
  for (int i = 0; i < CALLS; ++i)
    require(embedding_try_add_loaded(instance, sum, i & 1023, &sum));
  sink = sum;
}

static void call_import(void) { sink = embedding_call_back(instance, CALLS); }

static void make_instances(void) {
  for (int i = 0; i < INSTANCES; ++i) {
    embedding *made;
    require(embedding_instantiate(&imports, NULL, &made));
    embedding_free(made);
  }
}

static void make_live_instances(void) {
  static embedding *live[LIVE];
  for (int i = 0; i < LIVE; ++i)
    require(embedding_instantiate(&imports, NULL, &live[i]));
  for (int i = 0; i < LIVE; ++i)
    if (embedding_add(live[i], i, 1) != i + 1)
      exit(1);
  for (int i = 0; i < LIVE; ++i)
    embedding_free(live[i]);
}

static void start_processes(void) {
  char *arguments[] = {(char *)static_program, NULL};
  for (int i = 0; i < PROCESSES; ++i) {
    pid_t child;
    int status;
    if (posix_spawn(&child, static_program, NULL, NULL, arguments, environ) != 0 ||
        waitpid(child, &status, 0) != child || status != 0)
      exit(1);
  }
}

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec * 1e9 + (double)time.tv_nsec;
}

struct subject {
  const char *name;
  void (*run)(void);
  int count;
  int rounds;
  double least;
};

static struct subject subjects[] = {
    {"c-call", call_c, CALLS, ROUNDS, 0},
    {"export", call_export, CALLS, ROUNDS, 0},
    {"try", try_export, CALLS, ROUNDS, 0},
    {"try-load", try_loading_export, CALLS, ROUNDS, 0},
    {"import", call_import, CALLS, ROUNDS, 0},
    {"instance", make_instances, INSTANCES, ROUNDS, 0},
    {"process", start_processes, PROCESSES, ROUNDS / 4, 0},
    {"live-instance", make_live_instances, LIVE, 1, 0},
};
enum { SUBJECTS = sizeof subjects / sizeof subjects[0] };

int main(int argc, char **argv) {
  if (argc != 2)
    return 2;
  static_program = argv[1];
  imports.host__add.function = add_of_host;
  require(embedding_instantiate(&imports, NULL, &instance));
  for (int round = 0; round < ROUNDS; ++round)
    for (int i = 0; i < SUBJECTS; ++i) {
      struct subject *subject = &subjects[i];
      if (round >= subject->rounds)
        continue;
      const double begin = now();
      subject->run();
      const double each = (now() - begin) / subject->count;
      if (round == 0 || each < subject->least)
        subject->least = each;
    }
  for (int i = 0; i < SUBJECTS; ++i)
    printf("%s %.3f\n", subjects[i].name, subjects[i].least);
}
