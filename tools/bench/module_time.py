"""How long a large module takes to compile in one thread, against wasm2c and clang -O3 on the same
module; and the memory that modules of several sizes take."""

import pathlib
import shlex

import large_module
from measure import Row, compare, interleave, run_once
from toolchain import check_output, find

MEGABYTES = 1.4
# Times by level, as multiples of the other way's.
BOUNDS = {"-O0": 0.1, "-O2": 0.5}
# Bytes of memory for each byte of a module, from 5 MB on.
SIZES = {1: None, 2.5: None, 5: 100}


def run(toolchain, rounds):
    module = toolchain.module or make_module(toolchain, MEGABYTES)
    return [*times(toolchain, module, rounds or 1),
            *(memory(toolchain, megabytes, bound) for megabytes, bound in SIZES.items())]


def make_module(toolchain, megabytes):
    text = toolchain.output(f"large-{megabytes}.wat")
    module = toolchain.output(f"large-{megabytes}.wasm")
    large_module.write(text, megabytes)
    check_output([find("wat2wasm", toolchain.build / "bin"), text, "-o", module])
    return module


def times(toolchain, module, rounds):
    source = toolchain.output("module.c")
    # Both steps are one command, whose time is that of its children as well.
    through_c = shlex.join([find("wasm2c", toolchain.build / "bin"), module, "-o", source]) + " && " \
        + shlex.join([toolchain.clang, "-w", "-O3", "-c", source, "-o", source + ".o"])
    commands = [toolchain.compile_command(module, toolchain.output("module.o"), "-c", "-j1", level)
                for level in BOUNDS]
    reference, *ours = interleave([["/bin/sh", "-c", through_c], *commands], rounds)
    size = pathlib.Path(module).stat().st_size
    return [compare(f"{size / 1e6:.1f} MB {level} -j1, against wasm2c and clang -O3", series.cpu,
                    reference.cpu, bound)
            for (level, bound), series in zip(BOUNDS.items(), ours)]


def memory(toolchain, megabytes, bound):
    module = make_module(toolchain, megabytes)
    _, _, peak = run_once(toolchain.compile_command(module, toolchain.output("module.o"), "-c",
                                                    "-j1"))
    size = pathlib.Path(module).stat().st_size
    return Row(f"{size / 1e6:.1f} MB at -O2, memory for each byte", peak / size, "B", bound=bound)
