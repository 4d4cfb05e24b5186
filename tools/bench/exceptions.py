"""What ways of raising exceptions cost, where nothing is thrown and where something is.

All three are made by clang of one source; docs/design.md says what follows from it.
"""

from measure import BenchError, compare, interleave
from toolchain import check_output

WAYS = ("memory", "register")
# What is run, and how often: argument by argument as exceptions.cpp takes them.
WORK = {
    "calls that throw nothing": ("calls", "1000"),
    "parser that throws nothing": ("parser", "1000000"),
    "throw across 1 call": ("0", "200000"),
    "throw across 10 calls": ("9", "100000"),
    "throw across 100 calls": ("99", "20000"),
}


def run(toolchain, options):
    programs = [toolchain.make_native("exceptions.cpp", ["-O2", "-static", f"-DVIA_{way.upper()}"],
                                      f".{way}")
                for way in ("tables", *WAYS)]
    rounds = options.rounds or 15
    return [row for name, arguments in WORK.items()
            for row in run_work(name, [[path, *arguments] for path in programs], rounds)]


def run_work(name, commands, rounds):
    if len({check_output(command) for command in commands}) != 1:
        raise BenchError(f"{name}: the programs print different results")
    tables, *times = interleave(commands, rounds)
    return [compare(f"{name}, via {way}, against tables", series.wall, tables.wall)
            for way, series in zip(WAYS, times)]
