"""Modules that have far more of one thing than compilers write, each a function of how many."""

from wasm_binary import (BLOCK, BR, BR_IF, DROP, ELSE, EMPTY, END, FUNCREF, I32, I32_ADD, I32_MUL,
                         I32_SUB, I32_XOR, IF, LOOP, RETURN, V128, call, code, func_type,
                         i32_const, i32_load, i32_store, local_get, local_set, local_tee, module,
                         name, sized, unsigned, vector)

MEMORY = [b"\x00\x02"]
# Types 0 and 1.
TYPES = [func_type([], []), func_type([I32, I32], [I32])]


def export(text, index, kind=0):
    return name(text) + bytes([kind]) + unsigned(index)


def program(body, local_types=((10, I32),), others=(), types=(), **sections):
    """A program whose function 0 is _start and calls function 1, which takes and gives i32 and
    has this body; others are (type, code) of further functions. No operand is known."""
    start = code(i32_const(0) + (i32_const(0) + i32_load()) * 2 + call(1) + i32_store())
    return module(types=[*TYPES, *types],
                  functions=[b"\0", b"\1", *(unsigned(kind) for kind, _ in others)],
                  bodies=[start, code(body, local_types), *(text for _, text in others)],
                  exports=[export("_start", 0), *sections.pop("exports", [])],
                  memories=MEMORY, **sections)


def tiny_functions(count):
    others = [(1, code(local_get(0) + i32_const(index) + I32_ADD)) for index in range(count)]
    indices = [unsigned(2 + index) for index in range(count)]
    indirect = local_get(0) + local_get(1) + local_get(0) + b"\x11\x01\x00"
    return program(indirect, others=others, tables=[b"\x70\x00" + unsigned(count)],
                   elements=[b"\x00" + i32_const(0) + END + vector(indices)])


def chain_of_functions(count):
    others = [(1, code(local_get(0) + local_get(1) + call(3 + index) + i32_const(index) + I32_XOR))
              for index in range(count)]
    others.append((1, code(local_get(0))))
    return program(local_get(0) + local_get(1) + call(2), others=others)


def straight_line(count):
    operations = (I32_ADD, I32_MUL, I32_XOR, I32_SUB)
    return program(b"".join(
        local_get(index % 11) + local_get((index * 7 + 3) % 11) + operations[index % 4]
        + local_set((index * 5) % 11) for index in range(count)) + local_get(0))


def dependent_loads(count):
    return program(local_get(0) + i32_load() * count)


def deep_expression(count):
    return program(local_get(0) + b"".join(
        i32_const(index) + local_get(1) + I32_XOR for index in range(count)) + I32_MUL * count)


def locals_in_branches(count):
    assign = b"".join(local_get(0) + local_set(2 + index) for index in range(count))
    branches = (local_get(1) + IF + bytes([EMPTY]) + assign + END) * 2
    read = b"".join(local_get(2 + index) + I32_ADD for index in range(count))
    loop = LOOP + bytes([EMPTY]) + branches + local_get(0) + BR_IF + b"\0" + END
    return program(loop + local_get(0) + read, [(count, I32)])


def jump_table(count):
    targets = b"".join(unsigned(index % 50) for index in range(count))
    blocks = (BLOCK + bytes([EMPTY])) * 50
    table = local_get(0) + b"\x0e" + unsigned(count) + targets + unsigned(0)
    ends = b"".join(END + local_get(0) + i32_const(index) + I32_MUL + local_set(0)
                    for index in range(50))
    return program(blocks + table + ends + local_get(0))


def jump_targets(count):
    blocks = (BLOCK + bytes([EMPTY])) * count
    table = local_get(0) + b"\x0e" + vector(map(unsigned, range(count))) + unsigned(0)
    ends = (END + local_get(0) + local_get(1) + I32_XOR + local_set(0)) * count
    return program(blocks + table + ends + local_get(0))


def nested(count, opening, closing):
    return program(opening * count + local_get(0) + local_get(1) + I32_ADD + local_set(0)
                   + closing * count + local_get(0))


EXIT = local_get(0) + BR_IF + b"\0"


def nested_blocks(count):
    return nested(count, BLOCK + bytes([EMPTY]) + EXIT, END)


def nested_loops(count):
    return nested(count, LOOP + bytes([EMPTY]), EXIT + END)


def nested_ifs(count):
    return nested(count, local_get(1) + IF + bytes([EMPTY]),
                  ELSE + local_get(0) + i32_const(1) + I32_SUB + local_set(0) + END)


def nested_tries(count):
    # Of catch_all, to the block around it.
    opening = BLOCK + bytes([EMPTY]) + b"\x1f" + bytes([EMPTY]) + b"\x01\x02\x00"
    return program(opening * count + b"\x08\x00" + (END + END) * count + local_get(0),
                   tags=[b"\x00\x00"])


def chain_of_ifs(count):
    return program((local_get(0) + IF + bytes([I32]) + local_get(0) + local_get(1) + I32_ADD
                    + ELSE + local_get(1) + END + local_set(0)) * count + local_get(0))


def exports(count):
    return program(local_get(0), exports=[export(f"f{index}", 1) for index in range(count)])


def exported_functions(count):
    others = [(1, code(local_get(0) + i32_const(index) + I32_ADD)) for index in range(count)]
    return program(local_get(0), others=others,
                   exports=[export(f"f{index}", 2 + index) for index in range(count)])


def imports(count):
    return module(types=TYPES, functions=[b"\1"],
                  imports=[name("m") + name(f"i{index}") + b"\0\1" for index in range(count)],
                  bodies=[code(local_get(0) + b"".join(local_get(1) + call(index)
                                                       for index in range(count)))],
                  exports=[export("f", count)])


def global_variables(count):
    read = b"".join(b"\x23" + unsigned(index) + I32_ADD + local_tee(0) + b"\x24" + unsigned(index)
                    + local_get(0) for index in range(count))
    return program(local_get(0) + read,
                   globals=[bytes([I32]) + b"\1" + i32_const(index) + END
                            for index in range(count)])


def data_segments(count):
    return program(local_get(0), data=[b"\0" + i32_const(index % 60000) + END + sized(b"wasm")
                                       for index in range(count)])


def element_segments(count):
    return program(local_get(0), tables=[b"\x70\x00" + unsigned(100)],
                   elements=[b"\0" + i32_const(index % 100) + END + vector([b"\1"])
                             for index in range(count)])


def tables(count):
    body = b"".join(local_get(1) + local_get(0) + b"\x11\x01" + unsigned(index)
                    for index in range(count))
    return program(local_get(0) + body, tables=[bytes([FUNCREF]) + b"\x00\x0a"] * count)


def calls(count):
    other = code(local_get(0) + local_get(1) + I32_MUL + i32_load() + local_get(1) + call(2))
    return program(local_get(0) + (local_get(1) + call(2)) * count, others=[(1, other)])


def parameters(count):
    """Functions with a thousand parameters and a thousand results."""
    wide = func_type([I32] * 1000, [I32] * 1000)
    passed = b"".join(map(local_get, range(1000)))
    others = [(2, code(passed + call(3 + index))) for index in range(count)]
    others.append((2, code(passed)))
    return program(local_get(0) * 1000 + call(2) + I32_ADD * 999, others=others, types=[wide])


def shuffles(count):
    shuffle = b"".join(local_get(3) + b"\xfd\x0d" + bytes((lane * 7 + index) % 32
                                                          for lane in range(16))
                       for index in range(count))
    return program(local_get(0) + b"\xfd\x11" + local_tee(2) + local_get(1) + b"\xfd\x11"
                   + local_set(3) + shuffle + b"\xfd\x1b\x00", [(2, V128)])


def small_loops(count):
    """Each adds the numbers at one address to those at another."""
    body = (local_get(3) + local_get(3) + i32_load() + local_get(2) + i32_load(1024) + I32_ADD
            + i32_store() + local_get(3) + i32_const(4) + I32_ADD + local_set(3) + local_get(2)
            + i32_const(4) + I32_ADD + local_tee(2) + local_get(1) + b"\x49" + BR_IF + b"\0")
    loop = (local_get(0) + local_set(2) + local_get(1) + local_set(3)
            + LOOP + bytes([EMPTY]) + body + END)
    return program(loop * count + local_get(0))


def neighbours(count, in_loop=False):
    """Loads and stores of p + k, with each sum in 32 bits."""
    body = b"".join(
        local_get(0) + i32_const(4 * index) + I32_ADD
        + local_get(1) + i32_const(4 * ((index * 31) % count)) + I32_ADD + i32_load()
        + local_get(2) + I32_ADD + i32_store() for index in range(count))
    if in_loop:
        body = (LOOP + bytes([EMPTY]) + body + local_get(0) + i32_const(4 * count) + I32_ADD
                + local_tee(0) + local_get(1) + b"\x49" + BR_IF + b"\0" + END)
    return program(body + local_get(0))


def neighbours_in_loop(count):
    return neighbours(count, in_loop=True)


def stores(count):
    return program(b"".join(local_get(0) + local_get(1) + i32_store(4 * (index % 10000))
                            for index in range(count)) + local_get(0))


def returns(count):
    return program((local_get(0) + IF + bytes([EMPTY]) + local_get(1) + RETURN + END
                    + local_get(1) + local_get(0) + I32_ADD + local_set(0)) * count + local_get(0))


def backward_branches(count):
    return program(LOOP + bytes([EMPTY])
                   + (local_get(0) + local_get(1) + I32_SUB + local_tee(0) + BR_IF + b"\0") * count
                   + END + BLOCK + bytes([EMPTY]) + BR + b"\0" + END + local_get(0))


# The number of each that a test begins with.
CASES = {tiny_functions: 25_000, chain_of_functions: 10_000, straight_line: 40_000,
         dependent_loads: 15_000, deep_expression: 15_000, locals_in_branches: 12_500,
         jump_table: 25_000, jump_targets: 2_500, nested_blocks: 2_500, nested_loops: 2_500,
         nested_ifs: 2_500, nested_tries: 250, chain_of_ifs: 5_000, exports: 4_000,
         exported_functions: 4_000, imports: 5_000, global_variables: 25_000,
         data_segments: 12_500, element_segments: 12_500, tables: 2_500, calls: 2_500,
         parameters: 10, shuffles: 2_500, small_loops: 500, neighbours: 2_500,
         neighbours_in_loop: 2_500, stores: 10_000, returns: 5_000, backward_branches: 2_500}
# Those that no program can have.
LIBRARIES = (imports,)
