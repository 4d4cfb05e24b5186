"""Like random_loops.py, with loops that end in other ways, and with other memories and calls.

    random_exits.py SEED FUNCTIONS FOLDER

Loops go on until a counter equals a number that it may miss, are left in the middle, run as often
as the loop around them has run, grow a memory, call through a table that never changes. Every loop
stores at an address that goes on advancing, and so traps where it misses its end."""

import random
import sys

import random_loops

STEPS = [1, 1, 2, 3, 4, 6, 8, 12, 16, 24, 4096, 32768, 65536, -1, -2, -4, -6, -8, -24, -32768]
ADVANCES = [1, 2, 4, 4, 4, 8, 8, 16, 12, 24, -4, -8, -4, -1, -16, 4096, 32768, -32768]
MISSES = [0, 1, 1, 1, 2, 3, 4, 8, 16]
LOADS = ["i32.load", "i32.load8_s", "i32.load16_u", "i64.load"]
STORES = ["i32.store", "i32.store8", "i32.store16"]
# Seeds take turns. The host looks at the first memory of a module.
MEMORIES = [["(memory $0 2 5)"], ["(memory $0 2 5)", "(memory $1 2)"],
            ["(memory $0 2 5)", "(memory $1 i64 2 3)"], ["(memory $0 2)"]]


def number():
    return random.choice(["(local.get $count)", "(local.get $q)", "(local.get $i)",
                          "(local.get $sum)", "(i32.load8_u offset=77 (i32.const 0))"])


def address(pointer, counter, memory):
    """An address that advances with a loop, as one of a memory."""
    text = f"(local.get {pointer})"
    if random.random() < 0.3:
        text = f"(i32.add {text} (i32.const {random.choice([4, 8, -4, -8, 16, 1, 40000])}))"
    if random.random() < 0.2:
        scaled = f"(i32.shl (local.get {counter}) (i32.const {random.randrange(5)}))"
        text = f"(i32.add {text} {scaled})"
    if "i64" not in memory:
        return text
    text = f"(i64.extend_i32_u {text})"
    if random.random() < 0.5:
        scaled = f"(i64.mul (i64.extend_i32_s (local.get {counter})) (i64.const 16))"
        text = f"(i64.add {text} {scaled})"
    return text


def access(pointers, counter, memories):
    memory = random.randrange(len(memories))
    offset = random.choice(random_loops.OFFSETS) if random.random() < 0.2 else 0
    place = address(random.choice(pointers), counter, memories[memory])
    return f"${memory} offset={offset} {place}"


def load(pointers, counter, memories):
    name = random.choice(LOADS)
    text = f"({name} {access(pointers, counter, memories)})"
    return f"(i32.wrap_i64 (i64.rotl {text} (i64.const 9)))" if name == "i64.load" else text


def statement(pointers, unused, counter, memories, label):
    """Stores by each of the unused pointers once at most, as in random_loops.py."""
    kind = random.randrange(14)
    value = load(pointers, counter, memories) if random.random() < 0.7 else number()
    counted = "(i32.add (local.get $sum) (local.get $count))"
    mixed = f"(i32.add (i32.rotl {counted} (i32.const 3)) {value})"
    if kind < 5 and unused:
        return f"({random.choice(STORES)} {access([unused.pop()], counter, memories)} {mixed})"
    if kind < 8:
        return f"(local.set $sum {mixed})"
    if kind == 8:
        return f"(local.set $sum (call_indirect (type $unary) {mixed} " \
               f"(i32.and {number()} (i32.const {random.choice([3, 3, 3, 7])}))))"
    if kind == 9:
        byte = f"(i32.load8_u {access(pointers, counter, memories)})"
        return f"(br_if $out{label} (i32.eq {byte} (i32.const 7)))"
    if kind == 10:
        return f"(if (i32.and {number()} (i32.const 1)) (then " \
               f"{statement(pointers, unused, counter, memories, label)}))"
    if kind == 11 and random.random() < 0.3:
        return f"(if (i32.eq (local.get {counter}) (i32.const {random.randrange(40)})) (then " \
               "(local.set $sum (i32.add (local.get $sum) (memory.grow (i32.const 1))))))"
    return f"(local.set $sum (i32.sub (i32.rotl (local.get $sum) (i32.const 1)) {value}))"


def again(counter, step, end):
    """Whether there is another iteration."""
    return random.choice([
        f"(i32.ne (local.get {counter}) {end})", f"(i32.ne (local.get {counter}) {end})",
        f"(i64.ne (i64.extend_i32_u (local.get {counter})) (i64.extend_i32_u {end}))",
        f"(i64.ne (i64.extend_i32_s (local.get {counter})) (i64.extend_i32_s {end}))",
        f"(i32.ne (i32.and (local.get {counter}) (i32.const 255)) "
        "(i32.load8_u offset=99 (local.get $q)))",
        f"(i32.ne (i32.and (local.get {counter}) (i32.const 0xFFFF)) "
        f"(i32.and {end} (i32.const 0xFFFF)))",
        f"(i32.{'lt' if step > 0 else 'gt'}_{random.choice('us')} (local.get {counter}) {end})",
        f"(i32.eqz (i32.eq {end} (local.get {counter})))",
    ])


def loop(depth, memories):
    """A loop that stores in each iteration at an address that advances."""
    counter, pointer, other = ("$i", "$p", "$q") if depth == 0 else ("$j", "$r", "$s")
    pointers = ["$p", "$r", "$q"][:random.choice([0, 0, 3])] + [pointer, pointer, other]
    unused = [other]
    step, advance = random.choice(STEPS), random.choice(ADVANCES)
    count = random.choice(["(local.get $count)"] * 4 + ["(i32.const 20)"])
    if depth:
        count = random.choice([count, "(local.get $i)",
                               "(i32.sub (local.get $count) (local.get $i))"])
    # Not known before: whether the end is missed depends on the call.
    by = f"(i32.const {random.choice(MISSES)})"
    missed = f"(i32.and (i32.shr_u (local.get $q) (i32.const 2)) {by})"
    start = random.choice(["(i32.const 0)", "(i32.const 0)", "(local.get $q)", "(i32.const -40)"])
    body = [statement(pointers, unused, counter, memories, depth)
            for _ in range(random.randint(0, 3))]
    if depth == 0 and random.random() < 0.4:
        body.append(loop(1, memories))
    body.append(f"({random.choice(STORES)} $0 (local.get {pointer}) "
                "(i32.add (local.get $sum) (local.get $count)))")
    if random.random() < 0.3:
        random.shuffle(body)
    reset = ""
    if depth:
        reset = "(local.set $r (i32.add (local.get $p) (i32.const 64))) " \
                f"(local.set $s (i32.add (local.get $q) (i32.const {random.choice([8, -16, 999])})))"
    text = "\n      ".join(body)
    return f"""{reset}
      (local.set {counter} {start})
      (local.set $end{depth} (i32.add (i32.mul {count} (i32.const {step}))
        (i32.add (local.get {counter}) {missed})))
      (block $out{depth} (loop $again{depth}
      {text}
      (local.set {pointer} (i32.add (local.get {pointer}) (i32.const {advance})))
      (local.set {other} (i32.add (local.get {other}) (i32.const {random.choice(ADVANCES)})))
      (local.set {counter} (i32.add (local.get {counter}) (i32.const {step})))
      (br_if $again{depth} {again(counter, step, f"(local.get $end{depth})")})))"""


EXTRA = """
  (type $unary (func (param i32) (result i32)))
  (table 9 9 funcref)
  (elem (i32.const 0) $other $twice $other $twice $other $none $twice)
  (func $twice (param i32) (result i32) (i32.mul (local.get 0) (i32.const 3)))
  (func $none)"""


def clear(memories):
    """Functions that set what the host does not, and make a number of it."""
    grown = f"(i32.const {random_loops.SIZE})"
    lines = [f"(memory.fill {grown} (i32.const 3)",
             f"  (i32.sub (i32.mul (memory.size) (i32.const 65536)) {grown}))"]
    number = "(i32.const 0)"
    if len(memories) > 1:
        kind = "i64" if "i64" in memories[1] else "i32"
        lines.append(f"(memory.fill $1 ({kind}.const 0) (i32.const 7) ({kind}.const 131072))")
        place = "(local.get $at)" if kind == "i32" else "(i64.extend_i32_u (local.get $at))"
        number = f"""(local $at i32) (local $sum i32)
    (loop $again
      (local.set $sum (i32.add (i32.rotl (local.get $sum) (i32.const 7)) (i32.load $1 {place})))
      (br_if $again (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 4)))
                              (i32.const 65536))))
    (local.get $sum)"""
    return f"""
  (func $clear {" ".join(lines)})
  (func $fold (result i32) {number})"""


def function_maker(memories):
    def function(index):
        return f"""  (func (export "f{index}") (param $p i32) (param $q i32) (param $count i32) (result i32)
    (local $i i32) (local $j i32) (local $r i32) (local $s i32) (local $sum i32)
    (local $end0 i32) (local $end1 i32)
    (call $clear)
    {loop(0, memories)}
    (i32.add (call $fold) (i32.add (local.get $sum) (local.get $i))))"""

    return function


def main():
    memories = MEMORIES[int(sys.argv[1]) % len(MEMORIES)]
    declared = "\n  ".join(memories) + EXTRA + clear(memories)
    module = random_loops.MODULE.replace("(memory {pages})", declared)
    random_loops.main(function_maker(memories), module)


if __name__ == "__main__":
    main()
