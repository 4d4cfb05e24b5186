"""Prints a module in text that gives each pointer of each function of WASI bad addresses.

   hostile.py WASI.DEF MODULE [i64]: i64 makes the memory one with 64-bit addresses.

The exit status is 0 if each call gives the errno fault, else the number of one that does not.
The memory has one page. What the calls need beside a bad
pointer is a directory 3 that is preopened and beneath which "file" exists, and a socket 0."""

import re
import sys

FAULT = 21
SIZE = 0x10000

# Of each function its operands in order: "*N" is a pointer to N bytes; "[N" one to as many
# structures of N bytes as the operand behind it says; "$" one to a path whose length is behind
# it; "=N" is what the operand is instead.
CALLS = {
    "args_get": ["*8", "*10"],
    "args_sizes_get": ["*4", "*4"],
    "environ_get": ["*4", "*3"],
    "environ_sizes_get": ["*4", "*4"],
    "clock_res_get": ["=1", "*8"],
    "clock_time_get": ["=1", "=0", "*8"],
    "fd_fdstat_get": ["=1", "*24"],
    "fd_filestat_get": ["=1", "*64"],
    "fd_pread": ["FILE", "[8", "=1", "=0", "*4"],
    "fd_prestat_get": ["=3", "*8"],
    "fd_prestat_dir_name": ["=3", "[1", "=1"],
    "fd_pwrite": ["FILE", "[8", "=1", "=0", "*4"],
    "fd_read": ["FILE", "[8", "=1", "*4"],
    "fd_readdir": ["=3", "[1", "=9", "=0", "*4"],
    "fd_seek": ["FILE", "=0", "=0", "*8"],
    "fd_tell": ["FILE", "*8"],
    "fd_write": ["FILE", "[8", "=1", "*4"],
    "path_create_directory": ["=3", "$", "=4"],
    "path_filestat_get": ["=3", "=0", "$", "=4", "*64"],
    "path_filestat_set_times": ["=3", "=0", "$", "=4", "=0", "=0", "=0"],
    "path_link": ["=3", "=0", "$", "=4", "=3", "$", "=4"],
    "path_open": ["=3", "=0", "$", "=4", "=0", "=2", "=0", "=0", "*4"],
    "path_readlink": ["=3", "$", "=4", "[1", "=9", "*4"],
    "path_remove_directory": ["=3", "$", "=4"],
    "path_rename": ["=3", "$", "=4", "=3", "$", "=4"],
    "path_symlink": ["$", "=4", "=3", "$", "=4"],
    "path_unlink_file": ["=3", "$", "=4"],
    "poll_oneoff": ["[48", "[32", "=1", "*4"],
    "random_get": ["[1", "=9"],
    "sock_accept": ["=0", "=0", "*4"],
    "sock_recv": ["=0", "[8", "=1", "=0", "*4", "*2"],
    "sock_send": ["=0", "[8", "=1", "=0", "*4"],
}
UNSTABLE = {
    "fd_filestat_get": ["=1", "*56"],
    "path_filestat_get": ["=3", "=0", "$", "=4", "*56"],
    "poll_oneoff": ["[56", "[32", "=1", "*4"],
}
# "file" is at 0; lists of buffers whose only one is good, is partly outside, wraps around, and
# has no bytes beyond the end.
GOOD, PARTLY, WRAPS, BEYOND = 16, 24, 32, 40
DATA = {0: b"file", GOOD: (64, 1), PARTLY: (SIZE - 1, 2), WRAPS: (0xFFFFFFFF, 0xFFFFFFFF),
        BEYOND: (SIZE + 1, 0)}
FILE_DESCRIPTOR = 1024


def good(operand):
    if operand == "FILE":
        return f"(i32.load (i32.const {FILE_DESCRIPTOR}))"
    return operand[1:] if operand[0] == "=" else {"[8": GOOD, "$": 0}.get(operand, 128)


def bad_calls(operands):
    """The operands of calls in which one pointer is bad."""
    normal = [good(operand) for operand in operands]

    def changed(*changes):
        return [dict(changes).get(place, value) for place, value in enumerate(normal)]

    for place, operand in enumerate(operands):
        if operand[0] == "*":
            for address in (SIZE - int(operand[1:]) + 1, SIZE, 0xFFFFFFFF):
                yield changed((place, address))
        elif operand == "$":
            yield changed((place, SIZE - 3))
            yield changed((place, SIZE + 1), (place + 1, 0))
            yield changed((place, 1), (place + 1, 0xFFFFFFFF))
        elif operand[0] == "[":
            size = int(operand[1:])
            counts = place + 1 + operands[place + 1:].index("=" + good_count(operands, place))
            yield changed((place, SIZE - size * int(normal[counts]) + 1))
            yield changed((place, SIZE + 1), (counts, 0))
            # So many that their size has no 32 bits, and starts again at 0.
            yield changed((counts, min((1 << 32) // size + 1, 0xFFFFFFFF)))
            yield changed((place, 0xFFFFFFFF), (counts, 0xFFFFFFFF))
            if operand == "[8":
                yield from (changed((place, lists)) for lists in (PARTLY, WRAPS, BEYOND))


def good_count(operands, place):
    return next(operand[1:] for operand in operands[place + 1:] if operand[0] == "=")


def escaped(content):
    if isinstance(content, tuple):
        content = b"".join(number.to_bytes(4, "little") for number in content)
    return "".join(f"\\{byte:02x}" for byte in content)


def main():
    rows, module, *address = sys.argv[1:]
    with open(rows) as text:
        functions = re.findall(r'^W2N_WASI\((\w+), (\w*), (\w*), \w+, (\w+)\)', text.read(), re.M)
    calls = {**CALLS, **UNSTABLE} if module == "wasi_unstable" else CALLS
    types = {"i": "i32", "I": "i64"}
    imports, body = [f'(import "{module}" "proc_exit" (func $proc_exit (param i32)))'], []
    for name, letters, results, unstable in functions:
        if name not in calls or (module == "wasi_unstable" and unstable == "NONE"):
            continue
        signature = "".join(f" (param {types[letter]})" for letter in letters)
        imports.append(f'(import "{module}" "{name}" (func ${name}{signature} (result i32)))')
        for values in bad_calls(calls[name]):
            operands = (value if str(value)[0] == "(" else f"({types[letter]}.const {value})"
                        for letter, value in zip(letters, values))
            call = f"(call ${name} " + " ".join(operands) + ")"
            body.append(f"(if (i32.ne {call} (i32.const {FAULT}))"
                        f" (then (call $proc_exit (i32.const {len(body) + 1}))))")
    opened = (f"(call $path_open (i32.const 3) (i32.const 0) (i32.const 0) (i32.const 4) (i32.const 0)"
              f" (i64.const 0x66) (i64.const 0) (i32.const 0) (i32.const {FILE_DESCRIPTOR}))")
    index = address[0] if address else "i32"
    body = [f"(if {opened} (then unreachable))"] + body
    if address:
        body = [line.replace("(i32.load (i32.const", "(i32.load (i64.const") for line in body]
    print("(module", *imports, f'(memory (export "memory") {index} 1)', sep="\n  ")
    for place, content in DATA.items():
        print(f'  (data ({index}.const {place}) "{escaped(content)}")')
    print('  (func (export "_start")', *body, sep="\n    ")
    print("  ))")


main()
