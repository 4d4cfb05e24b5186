"""Tests once for each CPU of macOS: those here, and those of programs in other folders.

All are for %cpu, with %run for that. %macho-cc and %macho-ld make programs without
wasm2native and without our headers for hosts, %macos-cc with those. The files of other folders are taken as they are, where they run anything:
before all others on their PATH is a wasm2native that compiles for macOS unless it is told
what for, so that scripts that tests use need not know.
"""

import copy
import os
import re

import lit.formats
import lit.Test

CPUS = {"x86_64", "aarch64"}

# What says of this machine more than macOS would.
ABSENT_FEATURES = {
    "aarch64", "linux", "noexec", "qemu-aarch64", "qemu-x86_64", "run-aarch64", "x86_64",
    "x86-64-v3",
}  # fmt: skip


class CPUTest(lit.Test.Test):
    """A test whose file is the same for other CPUs, but whose outputs are its own."""

    def __init__(self, suite, path, config, source):
        super().__init__(suite, path, config)
        self.source = source

    def getSourcePath(self):
        return self.source


def runs_something(text):
    return re.search(r"%run(?![-\w])|%host ", text)


def required_features(text):
    return set(re.findall(r"[\w-]+", " ".join(re.findall(r"REQUIRES:(.*)", text))))


class CPUFormat(lit.formats.ShTest):
    """Finds the tests of folders for each CPU, except those in left_out: CPU, folder and
    file, and why it says nothing about macOS."""

    def __init__(self, cpus, folders, left_out):
        super().__init__(execute_external=False)
        self.cpus = cpus
        self.folders = folders
        self.left_out = left_out

    def configuration(self, cpu, config):
        """config for a CPU, with a compiler for it, which is written here."""
        commands = os.path.join(config.test_exec_root, "MacOS", cpu, "bin")
        os.makedirs(commands, exist_ok=True)
        compiler = os.path.join(config.bin_dir, "wasm2native")
        script = os.path.join(commands, "wasm2native")
        with open(script, "w") as text:
            text.write(
                f'#!/bin/sh\ncase " $*" in *" --target"*) exec {compiler} "$@" ;; esac\n'
                f'exec {compiler} --target={cpu}-apple-macos "$@"\n'
            )
        os.chmod(script, 0o755)
        result = copy.copy(config)
        result.environment = dict(config.environment)
        result.environment["PATH"] = commands + os.pathsep + config.environment["PATH"]
        values = dict(config.substitutions)
        result.substitutions = [
            (name, values[f"%run-macos-{cpu}"] if name == "%run" else value)
            for name, value in config.substitutions
        ]
        archives = f"{values['%build']}/lib/wasm2native/{cpu}-apple-macos"
        result.substitutions = self.host(cpu, values, archives) + result.substitutions
        libsystem = f"{archives}/libSystem.tbd"
        result.substitutions += [
            ("%macos-cc", values[f"%macos-cc-{cpu}"]),
            ("%cpu", cpu),
            ("%libsystem", libsystem),
            (
                "%macho-cc",
                f"clang --target={cpu}-apple-macos12 -std=c11 -ffreestanding"
                " -fno-stack-protector -O1 -c",
            ),
            (
                "%macho-ld",
                f"ld64.lld -arch {cpu} -platform_version macos 12.0 14.0 -fixup_chains"
                " -adhoc_codesign",
            ),
        ]
        self.machine_features = config.available_features & ABSENT_FEATURES - CPUS
        self.machine_features.add({"arm64": "aarch64"}.get(cpu, cpu))
        result.available_features = set(config.available_features) - ABSENT_FEATURES
        result.available_features.add(f"macos-{cpu}")
        return result

    def host(self, cpu, values, archives):
        """What test/Embed makes hosts with."""
        project = values["%project"]
        folders = [f"{project}/runtime", f"{project}/runtime/include", f"{project}/test/Embed/Inputs"]
        command = [values["%python"], f"{project}/test/MacOS/Inputs/host.py"]
        command += ["'" + values[f"%run-macos-{cpu}"] + "'", values[f"%macos-cc-{cpu}"]]
        command += ["-std=c11", "-Wall", "-Wextra", "-Werror"] + ["-I" + folder for folder in folders]
        return [("%host ", " ".join(command) + " "), ("%runtime", f"{archives}/libw2n_library.a")]

    def with_features(self, config, required):
        """config with what a test requires of this machine, which then is there: that a test
        is for two systems is no reason to leave it out."""
        result = copy.copy(config)
        result.available_features = config.available_features | (required & self.machine_features)
        return result

    def getTestsInDirectory(self, test_suite, path_in_suite, lit_config, local_config):
        root = test_suite.source_root
        for cpu in self.cpus:
            config = self.configuration(cpu, local_config)
            for folder in self.folders:
                for name in sorted(os.listdir(os.path.join(root, folder))):
                    path = (cpu, folder, name)
                    source = os.path.join(root, folder, name)
                    if not name.endswith(tuple(config.suffixes)) or "/".join(path) in self.left_out:
                        continue
                    with open(source, encoding="utf-8") as test:
                        text = test.read()
                    if runs_something(text):
                        test_config = self.with_features(config, required_features(text))
                        yield CPUTest(test_suite, path_in_suite + path, test_config, source)
