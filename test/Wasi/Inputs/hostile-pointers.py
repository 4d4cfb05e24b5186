"""Prints a program that gives each function of wasi.def addresses that are not in memory.

   hostile-pointers.py WASI_DEF PAGES: PAGES is the size of the memory.

The program ends with status 0, or the number of the row, from 1, of a function that took
such an address, or refused one which is just inside. Descriptor 0 must be a socket, 3 a directory that has to
stay as it is; one argument, one variable and the file "file" in it are to be had."""

import re
import struct
import sys

FAULT = 21
# What is in memory: a path, a list of a good buffer, and a buffer of zeros.
PATH, LIST, ZEROS = 0, 64, 1024
SOCKET, DIRECTORY, FILE = 0, 3, 4


class Pointer:
    """The address of a structure of some bytes."""

    def __init__(self, size):
        self.size = size

    def good(self):
        return [ZEROS]

    def inside(self, end):
        return [[end - self.size]]

    def outside(self, end):
        return [[a] for a in (end - self.size + 1, end - 1, end, 2**31, 2**32 - self.size,
                              2**32 - 1) if end < a + self.size and a < 2**32]


class Array:
    """An address and a number of elements of some bytes; these are the ones to begin with."""

    def __init__(self, size, *good):
        self.size = size
        self.start = list(good)

    def good(self):
        return self.start

    def inside(self, end):
        return [[end - self.size, 1]] + ([[end, 0]] if end < 2**32 else [])

    def outside(self, end):
        pairs = [(0, end // self.size + 1), (end - self.size + 1, 1), (end, 1), (end + 1, 0),
                 (1, 2**32 - 1), (2**32 - 1, 1), (2**32 - 1, 2**32 - 1), (2**31, 2**31),
                 # These would be inside if the product or the sum were of 32 bits.
                 (16, 2**32 // self.size + 1), (2**32 - self.size, 2)]
        return [[a, n] for a, n in pairs if a + n * self.size > end and max(a, n) < 2**32]


class Buffers(Array):
    """A list of buffers: the list can be outside, and what it holds."""

    def __init__(self):
        super().__init__(8, LIST, 1)

    def outside(self, end):
        return super().outside(end) + [[bad, 2] for bad in bad_lists(end)]


def bytes_at(*good):
    return Array(1, *good)


def bad_lists(end):
    """By their addresses: lists of a good buffer and one that is not in memory."""
    buffers = bytes_at().outside(end)
    return {LIST + 16 * (i + 1): struct.pack("<IIII", ZEROS, 8, *buffer)
            for i, buffer in enumerate(buffers)}


NAME = bytes_at(PATH, 4)
BUFFER = bytes_at(ZEROS, 8)
# The operands of each function: numbers, and what is an address.
OPERANDS = {
    "args_get": [Pointer(4), Pointer(2)],
    "args_sizes_get": [Pointer(4), Pointer(4)],
    "environ_get": [Pointer(4), Pointer(4)],
    "environ_sizes_get": [Pointer(4), Pointer(4)],
    "clock_res_get": [0, Pointer(8)],
    "clock_time_get": [0, 0, Pointer(8)],
    "fd_fdstat_get": [FILE, Pointer(24)],
    "fd_filestat_get": [FILE, Pointer(64)],
    "fd_pread": [FILE, Buffers(), 0, Pointer(4)],
    "fd_prestat_get": [DIRECTORY, Pointer(8)],
    "fd_prestat_dir_name": [DIRECTORY, BUFFER],
    "fd_pwrite": [FILE, Buffers(), 0, Pointer(4)],
    "fd_read": [FILE, Buffers(), Pointer(4)],
    "fd_readdir": [DIRECTORY, BUFFER, 0, Pointer(4)],
    "fd_seek": [FILE, 0, 0, Pointer(8)],
    "fd_tell": [FILE, Pointer(8)],
    "fd_write": [FILE, Buffers(), Pointer(4)],
    "path_create_directory": [DIRECTORY, NAME],
    "path_filestat_get": [DIRECTORY, 0, NAME, Pointer(64)],
    "path_filestat_set_times": [DIRECTORY, 0, NAME, 0, 0, 0],
    "path_link": [DIRECTORY, 0, NAME, DIRECTORY, NAME],
    "path_open": [DIRECTORY, 0, NAME, 0, 0, 0, 0, Pointer(4)],
    "path_readlink": [DIRECTORY, NAME, BUFFER, Pointer(4)],
    "path_remove_directory": [DIRECTORY, NAME],
    "path_rename": [DIRECTORY, NAME, DIRECTORY, NAME],
    "path_symlink": [NAME, DIRECTORY, NAME],
    "path_unlink_file": [DIRECTORY, NAME],
    "random_get": [BUFFER],
    "sock_accept": [SOCKET, 0, Pointer(4)],
    "sock_recv": [SOCKET, Buffers(), 0, Pointer(4), Pointer(2)],
    "sock_send": [SOCKET, Buffers(), 0, Pointer(4)],
}
WITHOUT_ADDRESSES = {"fd_advise", "fd_allocate", "fd_close", "fd_datasync", "fd_fdstat_set_flags",
                     "fd_fdstat_set_rights", "fd_filestat_set_size", "fd_filestat_set_times",
                     "fd_renumber", "fd_sync", "proc_exit", "proc_raise", "sched_yield",
                     "sock_shutdown"}


def operand_lists(name, choose):
    """All lists of operands in which one is bad, as choose gives it, and all others good."""
    if name == "poll_oneoff":
        # Both lists have the same number of elements.
        for first, count in choose(Array(48)):
            yield [first, ZEROS, count, ZEROS]
        for second, count in choose(Array(32)):
            yield [ZEROS, second, count, ZEROS]
        for result in choose(Pointer(4)):
            yield [ZEROS, ZEROS, 1, *result]
        return
    operands = OPERANDS[name]
    good = [o.good() if isinstance(o, (Pointer, Array)) else [o] for o in operands]
    for i, operand in enumerate(operands):
        if isinstance(operand, (Pointer, Array)):
            for bad in choose(operand):
                yield sum(good[:i], []) + bad + sum(good[i + 1:], [])


def check_function(name, number, types, end):
    """A function that makes all calls of one function."""
    print(f"  (func $check_{name}")
    for choose, test in ((lambda o: o.outside(end), "ne"), (lambda o: o.inside(end), "eq")):
        for operands in operand_lists(name, choose):
            assert len(operands) == len(types), name
            call = " ".join(f"({t}.const {o})" for t, o in zip(types, operands))
            # Earlier results must not be taken for a list of buffers.
            print(f"    (memory.fill (i32.const {end - 64}) (i32.const 0) (i32.const 64))")
            print(f"    (if (i32.{test} (i32.const {FAULT}) (call ${name} {call}))"
                  f" (then (call $proc_exit (i32.const {number}))))")
    print("  )")


def text(data):
    return "".join(f"\\{byte:02x}" for byte in data)


def main():
    pages = int(sys.argv[2])
    end = pages * 65536
    with open(sys.argv[1]) as rows:
        found = re.findall(r'^W2N_WASI\((\w+), "(\w*):(\w*)"', rows.read(), re.MULTILINE)
    types = {name: [{"i": "i32", "I": "i64"}[o] for o in operands] for name, operands, _ in found}
    checked = [*OPERANDS, "poll_oneoff"]
    assert {*checked, *WITHOUT_ADDRESSES} == set(types), "a function is missing here"
    print("(module")
    for name in checked:
        print(f'  (import "wasi_snapshot_preview1" "{name}"'
              f' (func ${name} (param {" ".join(types[name])}) (result i32)))')
    print('  (import "wasi_snapshot_preview1" "proc_exit" (func $proc_exit (param i32)))')
    print(f'  (memory (export "memory") {pages})')
    lists = {PATH: b"none", 8: b"file", LIST: struct.pack("<II", ZEROS, 8), **bad_lists(end)}
    for address, data in lists.items():
        print(f'  (data (i32.const {address}) "{text(data)}")')
    for name in checked:
        check_function(name, [*types].index(name) + 1, types[name], end)
    print('  (func (export "_start")')
    # The file is for reading, writing and seeking, and becomes descriptor FILE.
    print(f"    (if (call $path_open (i32.const {DIRECTORY}) (i32.const 0) (i32.const 8)"
          " (i32.const 4) (i32.const 0) (i64.const 0x2000ff) (i64.const 0) (i32.const 0)"
          f" (i32.const {ZEROS})) (then unreachable))")
    for name in checked:
        print(f"    (call $check_{name})")
    print("  ))")


main()
