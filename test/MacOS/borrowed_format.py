"""The tests of programs once more, for macOS: compiled for it, and run by w2n-machorun.

They are the files of other folders as they are. Two commands stand before all others on
their PATH: a wasm2native that compiles for macOS unless told otherwise, and one that %run
becomes. So scripts that tests use need not know either.
"""

import copy
import os

import lit.formats
import lit.Test

# What says of this machine more than macOS would.
ABSENT_FEATURES = {
    "aarch64", "linux", "noexec", "qemu-aarch64", "qemu-x86_64", "run-aarch64", "x86_64",
    "x86-64-v3",
}  # fmt: skip


class BorrowedTest(lit.Test.Test):
    """A test whose file is another one's, but whose outputs are its own."""

    def __init__(self, suite, path, config, source):
        super().__init__(suite, path, config)
        self.source = source

    def getSourcePath(self):
        return self.source


def write_command(path, line):
    with open(path, "w") as script:
        script.write(f"#!/bin/sh\n{line}\n")
    os.chmod(path, 0o755)


class BorrowedFormat(lit.formats.ShTest):
    """Borrows all tests of folders, once for each CPU, except those in left_out: a file
    relative to the test root, and why it says nothing about macOS."""

    def __init__(self, cpus, folders, left_out):
        super().__init__(execute_external=False)
        self.cpus = cpus
        self.folders = folders
        self.left_out = left_out

    def configuration(self, cpu, config):
        """config with the two commands for this CPU, which are written here."""
        commands = os.path.join(config.test_exec_root, "MacOS", cpu, "bin")
        os.makedirs(commands, exist_ok=True)
        compiler = os.path.join(config.bin_dir, "wasm2native")
        write_command(
            os.path.join(commands, "wasm2native"),
            f'case " $*" in *" --target"*) exec {compiler} "$@" ;; esac\n'
            f'exec {compiler} --target={cpu}-apple-macos "$@"',
        )
        run = os.path.join(commands, "run")
        write_command(run, f'exec {os.path.join(config.bin_dir, "w2n-machorun")} {cpu} "$@"')
        result = copy.copy(config)
        result.environment = dict(config.environment)
        result.environment["PATH"] = commands + os.pathsep + config.environment["PATH"]
        result.substitutions = [
            (name, run if name == "%run" else value) for name, value in config.substitutions
        ]
        result.available_features = set(config.available_features) - ABSENT_FEATURES
        return result

    def getTestsInDirectory(self, test_suite, path_in_suite, lit_config, local_config):
        yield from super().getTestsInDirectory(
            test_suite, path_in_suite, lit_config, local_config
        )
        root = test_suite.source_root
        for cpu in self.cpus:
            config = self.configuration(cpu, local_config)
            for folder in self.folders:
                for name in sorted(os.listdir(os.path.join(root, folder))):
                    file = f"{folder}/{name}"
                    if not name.endswith(tuple(config.suffixes)) or file in self.left_out:
                        continue
                    path = path_in_suite + (cpu, folder, name)
                    yield BorrowedTest(test_suite, path, config, os.path.join(root, file))
