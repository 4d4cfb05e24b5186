"""How fast compiled code is: small programs, against clang -O3 for the same CPU."""

from measure import BenchError, compare, interleave
from toolchain import check_output

KERNELS = ("../programs/sieve.c", "../programs/matrix.c", "../programs/bodies.c",
           "../programs/hash-map.c", "../programs/quick-sort.c")


def run(toolchain, rounds):
    march = f"-march={toolchain.host_cpu()}"
    return [row for source in KERNELS for row in run_kernel(toolchain, source, march, rounds or 7)]


def run_kernel(toolchain, source, march, rounds):
    # Contracted operations round differently, and wasm has none.
    native = toolchain.make_native(source, ["-O3", march, "-ffp-contract=off", "-lm"])
    module = toolchain.make_wasm(source, ("-O3",))
    expected = check_output([native])
    compiled = {name: toolchain.compile(module, f".{name}", f"--bounds={name}")
                for name in ("guard", "explicit")}
    for path in compiled.values():
        if check_output([path]) != expected:
            raise BenchError(f"{path} does not print what the native program prints")
    reference, *times = interleave([[native], *([path] for path in compiled.values())], rounds)
    return [compare(f"{source}, {name} bounds, against native -O3", series.wall, reference.wall)
            for name, series in zip(compiled, times)]
