"""What a call of the system costs through WASI: writing many buffers, reading a clock."""

from measure import compare, interleave


def run(toolchain, options):
    native = toolchain.make_native("io.c", ["-O2", "-static"])
    compiled = toolchain.compile(toolchain.make_wasm("io.c"), "")
    rows = []
    for mode, text in (("write", "500,000 times 16 buffers to /dev/null"),
                       ("clock", "4,000,000 times the monotonic clock")):
        reference, measured = interleave([[native, mode], [compiled, mode]],
                                         options.rounds or 7)
        rows.append(compare(f"{text}, against static C", measured.wall, reference.wall))
    return rows
