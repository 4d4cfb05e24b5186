//===- main.c - Executing the commands --------------------------------------===//

#include "harness.h"

enum { MAXIMUM_REGISTRATIONS = 64, MAXIMUM_REASONS = 8 };

struct registration {
  struct text name;
  w2n_instance *instance;
};

// Why commands were skipped, and how many.
struct reason {
  struct text text;
  uint64_t count;
};

struct run {
  struct text script;
  w2n_store *store;
  struct reader reader;
  uint32_t line;
  uint64_t passed;
  uint64_t failed;
  struct reason reasons[MAXIMUM_REASONS];
  uint32_t reason_count;
  struct registration registrations[MAXIMUM_REGISTRATIONS];
  uint32_t registration_count;
};

// A call as the script asks for it, and how it ended.
struct outcome {
  struct text field;
  // Null, or why there was nothing to call.
  const char *problem;
  // Null, or why it did not return.
  w2n_trap *trap;
  struct values values;
  uint32_t result_count;
  // Slots that the results take.
  uint32_t slot_count;
};

// Begins the report of a failure; what failed follows.
static void begin_failure(struct run *run) {
  ++run->failed;
  print_text(run->script);
  print(".wast:");
  print_number(run->line);
  print(": failed: ");
}

static int resolve(void *data, const w2n_import *import, w2n_extern *result) {
  const struct run *run = data;
  const struct text module = {import->module, import->module_length};
  const struct text name = {import->name, import->name_length};
  // The latest registration of a name holds.
  for (uint32_t i = run->registration_count; i-- > 0;)
    if (same_text(module, run->registrations[i].name))
      return run->registrations[i].instance &&
             w2n_find_export(run->registrations[i].instance, name.bytes, name.length, result);
  return same_text(module, c_text("spectest")) && find_spectest_item(run->store, name, result);
}

static w2n_trap *instantiate(struct run *run, uint32_t module, w2n_instance **instance) {
  return w2n_instantiate(run->store, spectest_modules[module], resolve, run, 0, instance);
}

static int contains(struct text text, struct text part) {
  for (uint64_t i = 0; i + part.length <= text.length; ++i)
    if (same_text((struct text){text.bytes + i, part.length}, part))
      return 1;
  return 0;
}

// Whether two messages mean the same: the suite's and ours are each sometimes longer.
static int same_message(struct text expected, const char *message) {
  const struct text actual = c_text(message);
  return contains(actual, expected) || contains(expected, actual);
}

// Parameters before the colon of a signature, results after it. A v128 takes two slots.
static void count_results(const char *signature, struct outcome *outcome) {
  outcome->result_count = 0;
  outcome->slot_count = 0;
  while (*signature && *signature != ':')
    ++signature;
  while (*signature && *++signature) {
    ++outcome->result_count;
    outcome->slot_count += *signature == 'v' ? 2 : 1;
  }
}

static uint32_t count_parameters(const char *signature) {
  uint32_t count = 0;
  while (signature[count] && signature[count] != ':')
    ++count;
  return count;
}

static void get(const w2n_extern *item, struct outcome *outcome) {
  if (item->kind != W2N_EXTERN_GLOBAL) {
    outcome->problem = "is not a global";
    return;
  }
  outcome->values.slots[0] = item->object.global->low;
  outcome->values.slots[1] = item->object.global->high;
  outcome->result_count = 1;
  outcome->slot_count = item->value_type == W2N_VALUE_V128 ? 2 : 1;
}

static void invoke(struct run *run, const w2n_extern *item, uint32_t argument_count,
                   struct outcome *outcome) {
  if (item->kind != W2N_EXTERN_FUNCTION) {
    outcome->problem = "is not a function";
    return;
  }
  const char *signature = item->object.function->type->signature;
  count_results(signature, outcome);
  if (count_parameters(signature) != argument_count)
    outcome->problem = "has another number of parameters";
  else if (outcome->slot_count > MAXIMUM_SLOTS)
    outcome->problem = "has more results than the harness has room for";
  else
    outcome->trap = w2n_call(run->store, item->object.function, outcome->values.slots);
}

// Reads an action and performs it.
static void perform(struct run *run, struct outcome *outcome) {
  const uint8_t kind = read_u8(&run->reader);
  const uint32_t slot = read_u32(&run->reader);
  outcome->field = read_text(&run->reader);
  outcome->problem = 0;
  w2n_trap_free(outcome->trap);
  outcome->trap = 0;
  outcome->values.count = 0;
  const uint32_t argument_count = read_u32(&run->reader);
  for (uint32_t i = 0; i < argument_count; ++i)
    if (!read_argument(&run->reader, &outcome->values))
      outcome->problem = "was given arguments that the harness cannot pass";
  w2n_instance *instance = slot == SPECTEST_NO_SLOT ? 0 : spectest_instances[slot];
  w2n_extern item;
  if (!instance)
    outcome->problem = "belongs to a module that has no instance";
  else if (!w2n_find_export(instance, outcome->field.bytes, outcome->field.length, &item))
    outcome->problem = "is not exported";
  if (outcome->problem)
    return;
  if (kind == SPECTEST_GET)
    get(&item, outcome);
  else
    invoke(run, &item, argument_count, outcome);
}

// Reports a call that ended otherwise than the script says.
static void fail_action(struct run *run, const struct outcome *outcome) {
  begin_failure(run);
  print_text(outcome->field);
  print(" ");
  if (outcome->problem) {
    print(outcome->problem);
  } else if (outcome->trap) {
    print(w2n_trap_exception(outcome->trap) ? "threw: " : "trapped: ");
    print(w2n_trap_message(outcome->trap));
  } else {
    print("returned");
    for (uint32_t i = 0; i < outcome->slot_count; ++i) {
      print(" ");
      print_hexadecimal(outcome->values.slots[i]);
    }
  }
  print("\n");
}

static void pass_if(struct run *run, int condition, const struct outcome *outcome) {
  if (condition)
    ++run->passed;
  else
    fail_action(run, outcome);
}

static int returned(const struct outcome *outcome) { return !outcome->problem && !outcome->trap; }

static int trapped(const struct outcome *outcome) {
  return !outcome->problem && outcome->trap && !w2n_trap_exception(outcome->trap);
}

static int threw(const struct outcome *outcome) {
  return !outcome->problem && outcome->trap && w2n_trap_exception(outcome->trap);
}

static void do_action(struct run *run, uint8_t command) {
  static struct outcome outcome;
  perform(run, &outcome);
  if (command == SPECTEST_ACTION) {
    pass_if(run, returned(&outcome), &outcome);
  } else if (command == SPECTEST_ASSERT_EXCEPTION) {
    pass_if(run, threw(&outcome), &outcome);
  } else if (command == SPECTEST_ASSERT_RETURN) {
    const uint32_t count = read_u32(&run->reader);
    int matches = count == outcome.result_count;
    outcome.values.count = 0;
    for (uint32_t i = 0; i < count; ++i)
      matches &= match_result(&run->reader, &outcome.values);
    pass_if(run, returned(&outcome) && matches, &outcome);
  } else {
    const struct text text = read_text(&run->reader);
    const int is_as_expected =
        trapped(&outcome) && (command == SPECTEST_ASSERT_EXHAUSTION
                                  ? w2n_trap_code(outcome.trap) == W2N_TRAP_STACK_EXHAUSTED
                                  : same_message(text, w2n_trap_message(outcome.trap)));
    pass_if(run, is_as_expected, &outcome);
  }
}

static void fail_instance(struct run *run, const char *what, const w2n_trap *trap) {
  begin_failure(run);
  print(what);
  if (trap)
    print(w2n_trap_message(trap));
  print("\n");
}

static void do_instantiate(struct run *run) {
  const uint32_t module = read_u32(&run->reader);
  const uint32_t slot = read_u32(&run->reader);
  w2n_trap *trap = instantiate(run, module, &spectest_instances[slot]);
  if (!trap)
    ++run->passed;
  else
    fail_instance(run, "no instance: ", trap);
  w2n_trap_free(trap);
}

// assert_unlinkable and assert_uninstantiable.
static void do_failed_instance(struct run *run, int is_link_error) {
  w2n_instance *instance;
  const uint32_t module = read_u32(&run->reader);
  const struct text text = read_text(&run->reader);
  w2n_trap *trap = instantiate(run, module, &instance);
  if (trap && (w2n_trap_code(trap) == W2N_TRAP_LINK) == is_link_error &&
      !w2n_trap_exception(trap) && same_message(text, w2n_trap_message(trap)))
    ++run->passed;
  else
    fail_instance(run, trap ? "another reason: " : "instantiated", trap);
  w2n_trap_free(trap);
}

static void do_register(struct run *run) {
  const uint32_t slot = read_u32(&run->reader);
  const struct text name = read_text(&run->reader);
  if (run->registration_count == MAXIMUM_REGISTRATIONS) {
    begin_failure(run);
    print("more registrations than the harness has room for\n");
    return;
  }
  w2n_instance *instance = slot == SPECTEST_NO_SLOT ? 0 : spectest_instances[slot];
  run->registrations[run->registration_count++] = (struct registration){name, instance};
  if (instance) {
    ++run->passed;
    return;
  }
  begin_failure(run);
  print("there is no instance to register\n");
}

static void skip(struct run *run, struct text because) {
  uint32_t i = 0;
  while (i < run->reason_count && !same_text(run->reasons[i].text, because))
    ++i;
  if (i == MAXIMUM_REASONS) {
    begin_failure(run);
    print("skipped for more reasons than the harness has room for\n");
    return;
  }
  run->reason_count += i == run->reason_count;
  run->reasons[i].text = because;
  ++run->reasons[i].count;
}

static void do_command(struct run *run, uint8_t command) {
  switch (command) {
  case SPECTEST_INSTANTIATE:
    do_instantiate(run);
    return;
  case SPECTEST_REGISTER:
    do_register(run);
    return;
  case SPECTEST_ASSERT_UNLINKABLE:
    do_failed_instance(run, 1);
    return;
  case SPECTEST_ASSERT_UNINSTANTIABLE:
    do_failed_instance(run, 0);
    return;
  case SPECTEST_PASSED:
    ++run->passed;
    return;
  case SPECTEST_FAILED:
    begin_failure(run);
    print_text(read_text(&run->reader));
    print("\n");
    return;
  case SPECTEST_SKIPPED:
    skip(run, read_text(&run->reader));
    return;
  default:
    do_action(run, command);
    return;
  }
}

static void print_sums(const struct run *run) {
  print_text(run->script);
  print(": passed ");
  print_number(run->passed);
  print(" of ");
  print_number(run->passed + run->failed);
  for (uint32_t i = 0; i < run->reason_count; ++i) {
    print(", skipped ");
    print_number(run->reasons[i].count);
    print(" (");
    print_text(run->reasons[i].text);
    print(")");
  }
  print("\n");
  print_flush();
}

// Called by the runtime's start-up code.
int w2n_main(int argc, char **argv, char **envp);
int w2n_main(int argc, char **argv, char **envp) {
  (void)argc;
  (void)argv;
  (void)envp;
  static struct run run;
  run.reader.next = spectest_script;
  run.script = read_text(&run.reader);
  run.store = w2n_store_new();
  if (!run.store) {
    print("the system has no memory for a store\n");
    print_flush();
    return 1;
  }
  for (uint8_t command; (command = read_u8(&run.reader)) != SPECTEST_END;) {
    run.line = read_u32(&run.reader);
    do_command(&run, command);
  }
  print_sums(&run);
  w2n_store_delete(run.store);
  return run.failed != 0;
}
