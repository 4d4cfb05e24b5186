"""Writes a module of random loops over linear memory, and a host that prints what they do.

    random_loops.py SEED FUNCTIONS FOLDER

The host calls each function with addresses near everything that wraps or ends. What it prints,
results, traps and contents of memory, has to be the same however the module was compiled."""

import random
import sys

PAGES = 2
SIZE = PAGES * 65536
STEPS = [1, 2, 4, 4, 8, 8, 16, 24, 12, -1, -4, -8, -16, 4096, 32768, 65532, 65536, -32768]
OFFSETS = [0, 0, 0, 4, 8, 16, 12, 1000, 32760, 65532, 0x7FFFFFF0, 0xFFFFFFF0]
STARTS = [0, 4, 8, 64, 1000, 65528, SIZE - 64, SIZE - 8, SIZE - 4, SIZE, 1 << 31,
          (1 << 32) - 65536 - 8, (1 << 32) - 65536, (1 << 32) - 32768, (1 << 32) - 64,
          (1 << 32) - 8, (1 << 32) - 4]
DISTANCES = [0, 4, 8, 12, 16, 20, 24, 32, 48, 64, 96, -4, -8, -16, -24, -32, -48, -64, -128]
COUNTS = [0, 1, 2, 3, 5, 8, 17, 100, 1000]

LOADS = ["i32.load", "i32.load", "i32.load8_u", "i32.load16_s"]
STORES = ["i32.store", "i32.store", "i32.store8", "i32.store16"]


def memarg():
    offset = random.choice(OFFSETS)
    return f" offset={offset}" if offset and random.random() < 0.4 else ""


def address(pointer):
    """A pointer, at times with something added to it or made from the counter."""
    constant = random.choice([0, 0, 0, 4, 8, -4, -8, 16, 2, -1, 5, 400, -32768, 40000])
    get = f"(local.get {pointer})"
    if constant == 0:
        return get
    if random.random() < 0.2:
        return f"(i32.add (i32.shl (local.get $i) (i32.const 2)) {get})"
    return f"(i32.add {get} (i32.const {constant}))"


def value(pointers):
    kind = random.randrange(5)
    load = f"({random.choice(LOADS)}{memarg()} {address(random.choice(pointers))})"
    if kind == 0:
        return "(local.get $sum)"
    if kind == 1:
        return f"(i32.add {load} (local.get $i))"
    return load


# A store that changes nothing, or whose value another replaces, is one that LLVM may leave out,
# and with it the load of what it stores: so pointers always advance, values are changed, and
# two stores of a body are by different pointers.


def statement(pointers, unused):
    """Stores by each of the unused pointers once at most."""
    kind = random.randrange(10)
    if kind < 4 and unused:
        pointer = unused.pop()
        number = f"(i32.rotl (i32.add {value(pointers)} (local.get $count)) (i32.const 13))"
        return f"({random.choice(STORES)}{memarg()} {address(pointer)} {number})"
    if kind < 7:
        # Nothing that makes a result known whatever is loaded: such a load need not trap.
        operation = random.choice(["i32.add", "i32.sub"])
        return f"(local.set $sum ({operation} (i32.rotl (local.get $sum) (i32.const 1)) {value(pointers)}))"
    if kind == 7:
        return f"(if (i32.and (local.get $i) (i32.const 3)) (then {statement(pointers, unused)}))"
    if kind == 8 and random.random() < 0.3:
        return "(local.set $sum (i32.div_u (local.get $sum) (i32.sub (i32.const 50) (local.get $i))))"
    if kind == 8 and random.random() < 0.3:
        return "(local.set $sum (call $other (local.get $sum)))"
    if not unused:
        return "(local.set $sum (i32.add (local.get $sum) (local.get $i)))"
    pointer = unused.pop()
    number = f"(f64.load{memarg()} {address(random.choice(pointers))})"
    return f"(f64.store{memarg()} {address(pointer)} (f64.neg {number}))"


def unrolled(pointers):
    """The same statement several times, as a producer unrolls it."""
    copies = random.choice([2, 4])
    step = random.choice([4, 8])
    to, source = random.choice(pointers), random.choice(pointers)
    kind = "i32" if step == 4 else "i64"
    lines = []
    for copy in range(copies):
        at = f"(i32.add (local.get {source}) (i32.const {copy * step}))"
        into = f"(i32.add (local.get {to}) (i32.const {copy * step}))"
        lines.append(f"({kind}.store {into} ({kind}.add ({kind}.load {at}) ({kind}.const 3)))")
    advance = "".join(
        f"(local.set {p} (i32.add (local.get {p}) (i32.const {copies * step})))"
        for p in pointers)
    return "\n      ".join(lines), advance


def again(pointers):
    """Whether there is another iteration."""
    return random.choice([
        "(i32.lt_u (local.get $i) (local.get $count))",
        "(i32.lt_s (local.get $i) (local.get $count))",
        "(i32.ne (local.get $i) (local.get $count))",
        "(i64.lt_u (i64.extend_i32_u (local.get $i)) (i64.extend_i32_u (local.get $count)))",
        f"(i32.lt_u (local.get {pointers[0]}) (local.get $end))",
        f"(i32.ne (local.get {pointers[0]}) (local.get $end))",
        f"(i32.ne (i32.mul (local.get $i) (i32.const {random.choice([2, 4, 12])})) (local.get $end))",
    ])


def loop(depth, label):
    pointers = ["$p", "$q"]
    if random.random() < 0.4:
        body, advance = unrolled(pointers)
    else:
        unused = random.sample(pointers, len(pointers))
        body = "\n      ".join(statement(pointers, unused) for _ in range(random.randint(1, 4)))
        advance = "".join(
            f"(local.set {p} (i32.add (local.get {p}) (i32.const {random.choice(STEPS)})))"
            for p in pointers)
    inner = ""
    if depth and random.random() < 0.4:
        inner = f"(local.set $saved (local.get $i)) (local.set $i (i32.const 0))\n" \
                f"      {loop(depth - 1, label + 'x')}\n      (local.set $i (local.get $saved))"
    parts = [body, inner, advance]
    if random.random() < 0.2:
        random.shuffle(parts)
    lines = "\n      ".join(filter(None, parts))
    condition = again(pointers)
    # A budget ends a loop whose own condition does not.
    if random.random() < 0.5:
        condition = f"(i32.and {condition} (i32.lt_u (local.get $i) (i32.const 5000)))"
    elif "$i" in condition or "lt" in condition:
        condition = "(i32.lt_u (local.get $i) (local.get $count))"
    return f"""(loop ${label}
      {lines}
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if ${label} {condition}))"""


def function(index):
    text = loop(1, "again")
    if random.random() < 0.5:
        text = f"(if (local.get $count) (then {text}))"
    return f"""  (func (export "f{index}") (param $p i32) (param $q i32) (param $count i32) (result i32)
    (local $i i32) (local $sum i32) (local $saved i32) (local $end i32)
    (local.set $sum (local.get $q))
    (local.set $end (i32.add (local.get $p) (i32.mul (local.get $count) (i32.const 4))))
    {text}
    (local.get $sum))"""


MODULE = """(module
  (memory {pages})
  (func $other (param i32) (result i32) (i32.rotl (local.get 0) (i32.const 5)))
{functions}
  (func (export "reset") (param i32)
    (local $at i32)
    (loop $again
      (i32.store (local.get $at) (i32.mul (i32.add (local.get $at) (local.get 0))
                                          (i32.const 0x9E3779B1)))
      (br_if $again (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 4)))
                              (i32.const {size})))))
  (func (export "hash") (result i32)
    (local $at i32) (local $sum i32)
    (loop $again
      (local.set $sum (i32.add (i32.rotl (local.get $sum) (i32.const 7))
                               (i32.load (local.get $at))))
      (br_if $again (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 4)))
                              (i32.const {size}))))
    (local.get $sum)))
"""

HOST = """#include "loops.h"
#include <stdio.h>

typedef w2n_trap *function(loops *, int32_t, int32_t, int32_t, int32_t *);
static function *const functions[] = {{{names}}};
static const uint32_t calls[][4] = {{{calls}}};

int main(void) {{
  loops *instance;
  if (loops_instantiate(NULL, NULL, &instance))
    return 1;
  for (unsigned i = 0; i < sizeof calls / sizeof *calls; ++i) {{
    const uint32_t *call = calls[i];
    int32_t result = 0;
    loops_reset(instance, (int32_t)i);
    w2n_trap *trap = functions[call[0]](instance, (int32_t)call[1], (int32_t)call[2],
                                        (int32_t)call[3], &result);
    printf("f%u(%#x, %#x, %u): ", call[0], call[1], call[2], call[3]);
    // A memory is in no defined state after a trap, and which of two traps comes first is open.
    if (trap)
      printf("trap\\n");
    else
      printf("%d, %d\\n", result, loops_hash(instance));
    w2n_trap_free(trap);
  }}
}}
"""


def main(function, module=MODULE):
    """Writes the module and its host, with functions that are made by a function of a number."""
    random.seed(int(sys.argv[1]))
    number, folder = int(sys.argv[2]), sys.argv[3]
    functions = "\n".join(function(i) for i in range(number))
    with open(f"{folder}/loops.wat", "w") as out:
        out.write(module.format(pages=PAGES, size=SIZE, functions=functions))
    calls = []
    for index in range(number):
        for _ in range(20):
            p, q = random.choice(STARTS), random.choice(STARTS)
            if random.random() < 0.5:
                p, q = random.randrange(0, SIZE - 9000), random.randrange(0, SIZE - 9000)
            if random.random() < 0.3:
                q = (p + random.choice(DISTANCES)) % (1 << 32)
            calls.append(f"{{{index}, {p}u, {q}u, {random.choice(COUNTS)}}}")
    with open(f"{folder}/host.c", "w") as out:
        out.write(HOST.format(names=", ".join(f"loops_try_f{i}" for i in range(number)),
                              calls=",\n  ".join(calls)))


if __name__ == "__main__":
    main(function)
