//===- profile_values.c - Counts the targets of indirect calls -------------===//

#include "core/profile.h"

// More targets than anything is done about.
enum { MOST_TARGETS = 16 };

// Called by instrumented code before a call of what target says; data is of the function that
// calls, and index numbers its calls.
void __llvm_profile_instrument_target(uint64_t target, void *data, uint32_t index);

// The linker has a number of nodes for us, which are used up one by one; null where all are.
static struct w2n_profile_node *create_node(void) {
  static uint64_t used;
  struct w2n_profile_sections sections;
  w2n_profile_find_sections(&sections);
  const uint64_t number = __atomic_fetch_add(&used, 1, __ATOMIC_RELAXED);
  return number < (uint64_t)(sections.nodes_end - sections.nodes) ? sections.nodes + number : 0;
}

void __llvm_profile_instrument_target(uint64_t target, void *data, uint32_t index) {
  const struct w2n_profile_data *function = data;
  if (!target || !function->values)
    return;
  struct w2n_profile_node **link = &function->values[index];
  for (unsigned known = 0; *link; link = &(*link)->next, ++known) {
    if ((*link)->value == target) {
      ++(*link)->count;
      return;
    }
    if (known == MOST_TARGETS)
      return;
  }
  struct w2n_profile_node *node = create_node();
  if (!node)
    return;
  node->value = target;
  node->count = 1;
  *link = node;
}
