"""How large executables are, and how much of them is the runtime."""

import pathlib
import re

from measure import BenchError, Row
from toolchain import check_output

EXECUTABLE_BOUND = 200_000
RUNTIME_BOUND = 50_000
# Code of the runtime, in the sections of ELF and of Mach-O; what the module's functions
# are compiled to has a section of its own (w2n_text).
RUNTIME_CODE = re.compile(r"\.text(\..*)?|w2n_libc|__text|__w2n_libc|__stubs")


def run(toolchain, _options):
    module = toolchain.make_wasm("hello.c")
    rows = []
    for target in toolchain.targets():
        program = toolchain.compile(module, f".{target}", f"--target={target}")
        archive = toolchain.build / "lib" / "wasm2native" / target / "libw2n_program.a"
        rows += [
            Row(f"{target}: hello", pathlib.Path(program).stat().st_size, "B",
                bound=EXECUTABLE_BOUND),
            Row(f"{target}: the runtime's code in hello", code_size(toolchain, program), "B",
                bound=RUNTIME_BOUND),
            Row(f"{target}: all of the runtime's code", code_size(toolchain, str(archive)), "B",
                bound=RUNTIME_BOUND),
            Row(f"{target}: all of it with constants", text_size(toolchain, str(archive)), "B",
                bound=RUNTIME_BOUND),
        ]
    return rows


def code_size(toolchain, path):
    """The bytes of the runtime's code in an executable or an archive."""
    listing = check_output([toolchain.llvm_size, "-A", path])
    sizes = [int(columns[1]) for columns in map(str.split, listing.splitlines())
             if len(columns) == 3 and RUNTIME_CODE.fullmatch(columns[0])]
    if not sizes:
        raise BenchError(f"{path} has no code of the runtime")
    return sum(sizes)


def text_size(toolchain, archive):
    """The bytes that an archive's members have in sections that are never written to. Tables for
    unwinding are left out: the linker makes others of them, a tenth of the size."""
    listing = check_output([toolchain.llvm_size, "-t", archive])
    tables = check_output([toolchain.llvm_size, "-A", archive])
    return int(listing.splitlines()[-1].split()[0]) - sum(
        int(columns[1]) for columns in map(str.split, tables.splitlines())
        if columns and columns[0] == "__eh_frame")
