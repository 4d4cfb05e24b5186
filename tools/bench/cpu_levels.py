"""What several CPUs in one program are worth: kernels, against code for one CPU alone."""

import os

from measure import BenchError, Row, compare, interleave
from toolchain import check_output
from workloads import HERE

KERNELS = ("matrix.c", "spectral-norm.c", "heat.c", "hash-map.c")
LEVELS = "x86-64-v2,x86-64-v3,x86-64-v4"


def run(toolchain, options):
    if not toolchain.host_target().startswith("x86_64"):
        raise BenchError("cpu-levels is for x86-64 machines")
    return [row for source in KERNELS for row in run_kernel(toolchain, source, options.rounds or 9)]


def run_kernel(toolchain, source, rounds):
    module = toolchain.make_wasm(HERE / "programs" / source, ("-O3",))
    programs = [toolchain.compile(module, suffix, f"--cpu={cpu}")
                for suffix, cpu in ((".default", "x86-64-v2"), (".levels", LEVELS),
                                    (".native", "native"))]
    if len({check_output([program]) for program in programs}) != 1:
        raise BenchError(f"{source} prints something else on another CPU")
    default, levels, native = interleave([[program] for program in programs], rounds)
    return [compare(f"{source} for {LEVELS}, against the first", levels.cpu, default.cpu),
            compare(f"{source}, the same against --cpu=native", levels.cpu, native.cpu),
            Row(f"{source}, its executable", os.path.getsize(programs[1]), "B")]
