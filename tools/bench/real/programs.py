"""The programs that real-programs compares: where they come from and what they are run on."""

import dataclasses
import random

# How wasm2native compiles a module, and what runs the result on x86-64.
VARIANTS = {
    "guard": ([], []),
    "explicit": (["--bounds=explicit"], []),
    "aarch64": (["--target=aarch64-linux-gnu"], ["qemu-aarch64"]),
    "aarch64-explicit": (["--target=aarch64-linux-gnu", "--bounds=explicit"], ["qemu-aarch64"]),
}
INPUTS = ["text", "random", "zeros", "empty", "one"]


@dataclasses.dataclass
class Program:
    name: str
    package: str
    # Patterns of the files to compile, and the names of those that they match in vain.
    sources: list
    # Each a line of arguments, perhaps with "< FILE" behind it; they run in this order in
    # one folder.
    runs: list
    left_out: list = dataclasses.field(default_factory=list)
    flags: list = dataclasses.field(default_factory=list)
    wasi_flags: list = dataclasses.field(default_factory=list)
    # Commands that make sources.
    preparation: list = dataclasses.field(default_factory=list)


def make_inputs(folder):
    """Files to work on, the same each time."""
    numbers = random.Random(5)
    words = "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu".split()
    lines = (f"{' '.join(numbers.choices(words, k=9))}, {numbers.randrange(10**6)}\n"
             for _ in range(40000))
    (folder / "text").write_text("".join(lines))
    (folder / "random").write_bytes(numbers.randbytes(1 << 20))
    (folder / "zeros").write_bytes(bytes(3 << 20))
    (folder / "empty").write_bytes(b"")
    (folder / "one").write_bytes(b"x")


def for_inputs(*patterns):
    return [pattern.format(name) for name in INPUTS for pattern in patterns]


PROGRAMS = {program.name: program for program in [
    Program(
        "lua", "lua5.4", ["src/*.c"], left_out=["luac.c"],
        # Debian's header of paths, which depend on the architecture.
        preparation=[["touch", "src/lua5.4-deb-multiarch.h"]],
        flags=['-DDEB_HOST_MULTIARCH="any"', "-Isrc"],
        runs=["language.lua", "compute.lua", "- < compute.lua", "none.lua", "-v", "-x"]),
    Program(
        "minigzip", "zlib", ["*.c", "test/minigzip.c"], flags=["-DHAVE_UNISTD_H", "-I."],
        runs=for_inputs("-c -1 {}", "-c -6 {}", "-c -9 {}", "-6 {}", "-d {}.gz")
        + ["-d text", "-d < random", "none"]),
    Program(
        "bzip2", "bzip2",
        ["blocksort.c", "huffman.c", "crctable.c", "randtable.c", "compress.c", "decompress.c",
         "bzlib.c", "bzip2.c"],
        runs=for_inputs("-k -c -1 {}", "-k -c -9 {}", "-v {}", "-tvv {}.bz2", "-d {}.bz2")
        + ["-d < random", "none", "-s -c < text", "--help"]),
    Program(
        "lz4", "lz4", ["lib/lz4*.c", "lib/xxhash.c", "programs/*.c"], flags=["-Ilib"],
        # The fast levels search otherwise where a word has 32 bits.
        runs=for_inputs("-c -9 {}", "-c -12 {}", "-q -f -9 {0} {0}.lz4", "-t {}.lz4",
                        "-q -f -d {0}.lz4 {0}.back")
        + ["-d -c < random", "--list text.lz4", "none"]),
    Program(
        "sqlite3", "sqlite3", ["sqlite3.c", "shell.c"],
        preparation=[["./configure", "--disable-tcl", "--disable-readline"],
                     ["make", "sqlite3.c", "shell.c"]],
        # The long double of x86 is none that others have.
        flags=["-DSQLITE_THREADSAFE=0", "-DSQLITE_OMIT_LOAD_EXTENSION", "-DSQLITE_ENABLE_FTS5",
               "-DSQLITE_ENABLE_RTREE", "-DSQLITE_ENABLE_MATH_FUNCTIONS",
               "-DLONGDOUBLE_TYPE=double"],
        wasi_flags=["-DSQLITE_OMIT_WAL", "-DSQLITE_NOHAVE_SYSTEM",
                    '-DSQLITE_DEFAULT_UNIX_VFS="unix-none"'],
        runs=["-batch :memory: < queries.sql", "-batch file.db < queries.sql",
              "file.db .tables", "-json file.db < more.sql", "text .tables",
              "new.db < import.sql"]),
]}
