"""How long modules of several sizes take to compile in one thread, the memory and what comes out,
against others that compile the same module."""

import pathlib
import shutil
import statistics

import large_module
from measure import Row, compare, interleave
from peers import full
from toolchain import check_output, find

# In millions of bytes; the others are asked for the second alone, since they need half a minute.
SIZES = (0.25, 1, 4)
COMPARED = 1
LEVELS = ("-O0", "-O2")
# Over the fastest of the others, at -O2 and at -O0.
BOUNDS = {"-O2": 0.5, "-O0": 0.1}


def run(toolchain, options):
    return [row for megabytes in SIZES
            for row in compile_module(toolchain, megabytes, options.rounds or 3)]


def make_module(toolchain, megabytes):
    text, module = (toolchain.output(f"made-{megabytes}.{suffix}") for suffix in ("wat", "wasm"))
    large_module.write(text, megabytes)
    check_output([find("wat2wasm", toolchain.build / "bin"), text, "-o", module])
    return module


def compile_module(toolchain, megabytes, rounds):
    module = make_module(toolchain, megabytes)
    size = pathlib.Path(module).stat().st_size
    objects = [toolchain.output(f"made{level}.o") for level in LEVELS]
    commands = [toolchain.compile_command(module, output, "-c", "-j1", level)
                for level, output in zip(LEVELS, objects)]
    rivals = others(toolchain, module) if megabytes == COMPARED else {}
    times = interleave([*commands, *rivals.values()], rounds)
    for level, output, series in zip(LEVELS, objects, times):
        name = f"{size / 1e6:.2f} MB at {level}"
        yield Row(name, statistics.median(series.cpu), "s")
        yield Row(f"{name}, memory for each byte", statistics.median(series.peak) / size, "B")
        yield Row(f"{name}, object", pathlib.Path(output).stat().st_size, "B")
        for rival, theirs in zip(rivals, times[len(LEVELS):]):
            yield compare(f"{name}, against {rival}", series.cpu, theirs.cpu, BOUNDS.get(level))


def others(toolchain, module):
    """Commands that compile a module, by their names."""
    commands = {}
    if shutil.which("wasm2c"):
        source = toolchain.output("made.w2c.c")
        check_output([full("wasm2c"), "-n", "bench", module, "-o", source])
        commands["clang -O3 on wasm2c's C"] = [toolchain.clang, "-O3", "-w", "-c", source, "-o",
                                               toolchain.output("made.w2c.o")]
    if shutil.which("wamrc"):
        commands["wamrc"] = [full("wamrc"), "-o", toolchain.output("made.aot"), module]
    return commands
