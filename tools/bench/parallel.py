"""What more threads are worth to a large module, and the memory that it takes to compile."""

import filecmp
import pathlib
import statistics

import large_module
from measure import BenchError, Row, compare, interleave
from toolchain import check_output, find

MEGABYTES = 5
# Two threads against one, and bytes of memory for each byte of the module.
BOUND = 1 / 1.7
MEMORY_BOUND = 100


def run(toolchain, options):
    text, module = toolchain.output("large.wat"), toolchain.output("large.wasm")
    large_module.write(text, MEGABYTES)
    check_output([find("wat2wasm", toolchain.build / "bin"), text, "-o", module])
    outputs = [toolchain.output(f"large-{threads}.o") for threads in (1, 2)]
    one, two = interleave([toolchain.compile_command(module, output, "-c", f"-j{threads}")
                           for threads, output in enumerate(outputs, 1)], options.rounds or 3)
    if not filecmp.cmp(*outputs, shallow=False):
        raise BenchError("the object depends on the number of threads")
    size = pathlib.Path(module).stat().st_size
    peak = statistics.median(two.peak)
    return [
        compare(f"{size / 1e6:.1f} MB at -O2, -j2 against -j1", two.wall, one.wall, BOUND),
        compare("the same in processor time", two.cpu, one.cpu),
        Row("memory for each byte of the module, -j2", peak / size, "B", bound=MEMORY_BOUND),
    ]
