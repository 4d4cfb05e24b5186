"""The programs and kernels that are measured and compared, and how they become modules."""

import dataclasses
import fnmatch
import pathlib

from measure import BenchError

HERE = pathlib.Path(__file__).resolve().parent
GROUPS = ("programs", "kernels")
SOURCES = (".c", ".cpp")
# What the modules are made with, beside -O3.
KINDS = {"scalar": (), "simd": ("-msimd128",)}
# Contracted operations round differently, and wasm has none.
NATIVE = ("-O3", "-ffp-contract=off", "-Wno-unused-command-line-argument", "-lm")


@dataclasses.dataclass(frozen=True)
class Workload:
    group: str
    path: pathlib.Path

    @property
    def name(self):
        return self.path.stem

    def matches(self, pattern):
        names = (self.name, f"{self.group}/{self.name}")
        return any(fnmatch.fnmatch(name, pattern) for name in names)

    def make_wasm(self, toolchain, kind, *options):
        return toolchain.make_wasm(self.path, ("-O3", *KINDS[kind], *options), f".{kind}.wasm")

    def make_native(self, toolchain, suffix, *options):
        return toolchain.make_native(self.path, [*NATIVE, *options], suffix)


def choose(patterns):
    """The workloads whose name (lu) or group and name (kernels/lu) one of the patterns matches; all
    of them where there is no pattern."""
    every = [Workload(group, path) for group in GROUPS
             for path in sorted((HERE / group).iterdir()) if path.suffix in SOURCES]
    for pattern in patterns:
        if not any(workload.matches(pattern) for workload in every):
            raise BenchError(f"there is no program or kernel '{pattern}'")
    return [workload for workload in every
            if not patterns or any(map(workload.matches, patterns))]
