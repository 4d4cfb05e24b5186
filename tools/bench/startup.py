"""From the start of a process to its end: a program that prints one line."""

from measure import compare, interleave

BOUND = 1


def run(toolchain, options):
    native = toolchain.make_native("hello.c", ["-O2", "-static"])
    module = toolchain.make_wasm("hello.c")
    compiled = {name: toolchain.compile(module, f".{name}", f"--bounds={name}")
                for name in ("guard", "explicit")}
    reference, *times = interleave([[native], *([path] for path in compiled.values())],
                                   options.rounds or 500)
    return [compare(f"start to exit, {name} bounds, against static C", series.wall,
                    reference.wall, BOUND) for name, series in zip(compiled, times)]
