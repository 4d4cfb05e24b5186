// Threads have variables of their own with their first values, wait for each other, and have
// stacks as large as on macOS.
// RUN: %macos-cc -O1 %s -o %t
// RUN: %run %t | FileCheck %s
// CHECK: thread 43 1
// CHECK-NEXT: stack of 512 KiB: 1
// CHECK-NEXT: main 43 1
// CHECK-NEXT: 8000
#include <pthread.h>
#include <stdio.h>

static _Thread_local int Number = 42;
static _Thread_local int Zero;
static pthread_mutex_t Mutex = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t Condition = PTHREAD_COND_INITIALIZER;
static int Total;
static int Running;

static void *show(void *Name) {
  printf("%s %d %d\n", (const char *)Name, ++Number, ++Zero);
  return Name;
}

static void *first(void *Name) {
  show(Name);
  const char *High = pthread_get_stackaddr_np(pthread_self());
  const char *Low = High - pthread_get_stacksize_np(pthread_self());
  const char *Here = (const char *)&High;
  printf("stack of 512 KiB: %d\n", High - Low == 512 << 10 && Low < Here && Here < High);
  return 0;
}

static void *count(void *Unused) {
  for (int I = 0; I < 1000; ++I) {
    pthread_mutex_lock(&Mutex);
    ++Total;
    pthread_mutex_unlock(&Mutex);
  }
  pthread_mutex_lock(&Mutex);
  --Running;
  pthread_cond_signal(&Condition);
  pthread_mutex_unlock(&Mutex);
  return Unused;
}

int main(void) {
  pthread_t Thread;
  if (pthread_create(&Thread, 0, first, "thread") || pthread_join(Thread, 0))
    return 1;
  show("main");
  Running = 8;
  for (int I = 0; I < 8; ++I)
    if (pthread_create(&Thread, 0, count, 0) || pthread_detach(Thread))
      return 1;
  pthread_mutex_lock(&Mutex);
  while (Running)
    pthread_cond_wait(&Condition, &Mutex);
  pthread_mutex_unlock(&Mutex);
  printf("%d\n", Total);
}
