"""How long a module takes to compile, against clang making that module of its source."""

from measure import compare, interleave

# The bound is on what a user gets who asks for nothing: -O2.
BOUND = 2
LEVELS = ("-O0", "-O1", "-O2", "-O3", "-Os")
PROGRAMS = {"hello.c": 21, "greeting.c": 21, "words.cpp": 5}
BOUNDED = ("hello.c", "greeting.c")


def run(toolchain, options):
    return [row for source, usual in PROGRAMS.items()
            for row in compile_program(toolchain, source, options.rounds or usual)]


def compile_program(toolchain, source, rounds):
    module = toolchain.make_wasm(source)
    clang = toolchain.wasm_command(source, toolchain.output("discarded.wasm"))
    commands = [toolchain.compile_command(module, toolchain.output("discarded"), level)
                for level in LEVELS]
    reference, *times = interleave([clang, *commands], rounds)
    rows = []
    for level, series in zip(LEVELS, times):
        bound = BOUND if source in BOUNDED and level == "-O2" else None
        rows.append(compare(f"{source} {level}, against clang -O2", series.wall, reference.wall,
                            bound))
        rows.append(compare(f"{source} {level}, processor time", series.cpu, reference.cpu))
    return rows
