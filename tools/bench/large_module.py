"""Writes a module of some megabytes, in the text format: functions like those that a compiler makes,
no two alike, each time the same."""

import random

OPERATORS = {"i32": ("add", "sub", "mul", "and", "or", "xor", "shl", "shr_u", "rotl"),
             "i64": ("add", "sub", "mul", "and", "or", "xor", "shl", "shr_s"),
             "f64": ("add", "sub", "mul", "max")}
COMPARISONS = ("eq", "ne", "lt_s", "gt_u", "le_s")
# Locals 0 and 1 are parameters of type i32, then come so many of each type.
LOCALS = {"i32": range(6), "i64": range(6, 10), "f64": range(10, 14)}
# The locals that count loops, by nesting. Nothing else sets them: were a loop certain not to end, a
# compiler could leave out all that comes after calls of its function.
COUNTERS = range(14, 18)
BYTES_OF_FUNCTION = 1_745


class Writer:
    """Writes the body of one function. Statements nest up to four levels deep."""

    def __init__(self, generator, index):
        self.generator = generator
        self.index = index

    def value(self, kind, depth):
        chance = self.generator.random()
        if depth == 0 or chance < 0.2:
            return f"(local.get {self.generator.choice(LOCALS[kind])})"
        if chance < 0.3:
            return f"({kind}.const {self.generator.randrange(1000)})"
        if chance < 0.45:
            return f"({kind}.load offset={self.generator.randrange(0, 4096, 8)} {self.address()})"
        operator = self.generator.choice(OPERATORS[kind])
        return f"({kind}.{operator} {self.value(kind, depth - 1)} {self.value(kind, depth - 1)})"

    def address(self):
        return f"(i32.and {self.value('i32', 1)} (i32.const 65528))"

    def condition(self):
        return f"(i32.{self.generator.choice(COMPARISONS)} {self.value('i32', 2)} {self.value('i32', 1)})"

    def statements(self, nesting):
        return "\n".join(self.statement(nesting) for _ in range(self.generator.randrange(3, 7)))

    def statement(self, nesting):
        kind = self.generator.choice(tuple(OPERATORS))
        chance = self.generator.random()
        if nesting and chance < 0.2:
            return (f"(if {self.condition()} (then {self.statements(nesting - 1)})"
                    f" (else {self.statements(nesting - 1)}))")
        if nesting and chance < 0.3:
            counter = COUNTERS[nesting]
            return (f"(local.set {counter} (i32.const {self.generator.randrange(2, 9)}))"
                    f" (loop $l{nesting} {self.statements(nesting - 1)}"
                    f" (br_if $l{nesting} (local.tee {counter} (i32.sub (local.get {counter})"
                    " (i32.const 1)))))")
        if self.index and chance < 0.4:
            return (f"(local.set 2 (call {self.generator.randrange(self.index)}"
                    f" {self.value('i32', 2)} {self.value('i32', 1)}))")
        if chance < 0.6:
            return f"({kind}.store {self.address()} {self.value(kind, 2)})"
        return f"(local.set {self.generator.choice(LOCALS[kind])} {self.value(kind, 3)})"

    def function(self):
        return (f'(func (export "f{self.index}") (param i32 i32) (result i32)\n'
                "(local i32 i32 i32 i32 i64 i64 i64 i64 f64 f64 f64 f64 i32 i32 i32 i32)\n"
                f"{self.statements(3)}\n(local.get 2))\n")


def write(path, megabytes):
    """About so many million bytes, once they are in the binary format."""
    generator = random.Random(1)
    with open(path, "w", encoding="utf-8") as file:
        file.write("(module (memory 2)\n")
        for index in range(int(megabytes * 1e6) // BYTES_OF_FUNCTION):
            file.write(Writer(generator, index).function())
        file.write(")\n")
