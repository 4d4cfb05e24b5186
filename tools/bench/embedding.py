"""What a host in C pays: calls of exports and imports, and instances."""

import statistics

from measure import Row
from toolchain import INPUTS, check_output

# Against a C call into another object file.
CALL_BOUND = 2
TRY_BOUND = 6
IMPORT_BOUND = 2
# Against fork and exec of a static program, and in seconds.
INSTANCE_BOUND = 0.1
INSTANCE_SECONDS = 20e-6


def make_host(toolchain):
    """The host, and the static program that it starts for comparison."""
    module = str(INPUTS / "embedding.wat")
    objects = [toolchain.output("embedding.o"), toolchain.output("embedding_add.o")]
    check_output([toolchain.wasm2native, "-c", module, "-o", objects[0]])
    check_output([toolchain.wasm2native, "--emit=header", module, "-o",
                  toolchain.output("embedding.h")])
    check_output([toolchain.clang, "-O2", "-c", str(INPUTS / "embedding_add.c"), "-o",
                  objects[1]])
    target = check_output([toolchain.clang, "-print-target-triple"]).split("-")[0] + "-linux"
    host = toolchain.output("embedding")
    check_output([toolchain.clang, "-O2", f"-I{toolchain.build}/lib/wasm2native/include",
                  f"-I{toolchain.folder}", str(INPUTS / "embedding.c"), *objects,
                  f"{toolchain.build}/lib/wasm2native/{target}/libw2n_library.a", "-o", host])
    return host, toolchain.make_native("embedding_nothing.c", ["-O2", "-static"])


def run(toolchain, options):
    host, static_program = make_host(toolchain)
    series = {}
    for _ in range(options.rounds or 5):
        for line in check_output([host, static_program]).splitlines():
            name, nanoseconds = line.split()
            series.setdefault(name, []).append(float(nanoseconds) * 1e-9)
    best = {name: statistics.median(values) for name, values in series.items()}

    def against(name, measured, reference, bound=None):
        return Row(name, best[measured], "s", best[reference],
                   best[measured] / best[reference], bound)

    return [
        against("call of an export, against C", "export", "c-call", CALL_BOUND),
        against("call that gives traps, against C", "try", "c-call", TRY_BOUND),
        against("the same where a trap is possible", "try-load", "c-call"),
        against("import called back, against C", "import", "c-call", IMPORT_BOUND),
        against("instance made and freed, against a process", "instance", "process",
                INSTANCE_BOUND),
        Row("the same, in seconds", best["instance"], "s", bound=INSTANCE_SECONDS),
        Row("each of 10,000 live instances", best["live-instance"], "s"),
    ]
