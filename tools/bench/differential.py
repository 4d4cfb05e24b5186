"""Whether all programs and kernels print in every mode what they print natively, on small
problems."""

import shutil

from bundle import Bundle
from measure import BenchError, Row
from toolchain import check_output
from workloads import KINDS, choose

LEVELS = ("-O0", "-O1", "-O2", "-O3", "-Os")
OTHERS = ("-O2 --precise-traps", "-O2 --bounds=explicit", "-O3 --bounds=explicit",
          "-O3 --cpu=native", "-O3 --cpu=native --bounds=explicit --precise-traps")
# The modes that differ most from each other.
QUICK = {"scalar": ("-O0", "-O3", "-O3 --bounds=explicit", "-O2 --precise-traps"),
         "simd": ("-O2", "-O3 --cpu=native")}
FOREIGN = "aarch64-linux"
EMULATOR = "qemu-aarch64"


def run(toolchain, options):
    modes = list(make_modes(toolchain, options))
    workloads = choose(options.only)
    failures = [failure for checked in ([Bundle(workloads)] if options.quick else workloads)
                for failure in check(toolchain, checked, modes)]
    if failures:
        raise BenchError("; ".join(failures))
    return [Row(f"{len(workloads)} programs in {len(modes)} modes, differences", 0, "", bound=0)]


def make_modes(toolchain, options):
    """Triples: the kind of module, options of wasm2native, and what comes before a program to run
    it."""
    emulator = shutil.which(EMULATOR)
    foreign = emulator and not toolchain.host_target().startswith("aarch64")
    for kind in options.kinds or KINDS:
        for mode in options.modes or (QUICK[kind] if options.quick else LEVELS + OTHERS):
            yield kind, mode.split(), []
        if foreign and not options.modes:
            for level in ("-O3",) if options.quick else ("-O0", "-O3"):
                yield kind, [level, f"--target={FOREIGN}"], [emulator]


def check(toolchain, workload, modes):
    """What went wrong, as sentences."""
    expected = check_output([workload.make_native(toolchain, ".native", "-DSMALL")])
    modules = {kind: workload.make_wasm(toolchain, kind, "-DSMALL")
               for kind in {kind for kind, _, _ in modes}}
    for index, (kind, mode, prefix) in enumerate(modes):
        name = f"{workload.name}, {kind}, {' '.join(mode)}"
        try:
            program = toolchain.compile(modules[kind], f".{index}", *mode)
            printed = check_output([*prefix, program])
            if printed != expected:
                yield f"{name}: {difference(printed, expected)}"
        except BenchError as error:
            yield f"{name}: {error}"


def difference(printed, expected):
    """The first line that differs, after the one before, which in a bundle is a program's name."""
    lines, wanted = printed.splitlines(), expected.splitlines()
    at = next((index for index, pair in enumerate(zip(lines, wanted)) if pair[0] != pair[1]),
              min(len(lines), len(wanted)))
    before = f"after '{wanted[at - 1]}' " if at else ""
    found, native = ("nothing" if at >= len(text) else f"'{text[at]}'" for text in (lines, wanted))
    return f"{before}prints {found}, the native program {native}"
