"""The programs that the benchmarks run, and what they compile with them."""

import pathlib
import shutil
import subprocess

from measure import BenchError, CommandFailed

INPUTS = pathlib.Path(__file__).resolve().parent / "inputs"
LLVM = "/usr/lib/llvm-22/bin"
# clang calls this one deprecated, but Debian's wasi-libc is installed under its name.
WASI = ["--target=wasm32-wasi", "-Wno-deprecated"]


def find(name, folder):
    path = shutil.which(name, path=str(folder)) or shutil.which(name)
    if not path:
        raise BenchError(f"{name} is not in {folder} nor in the PATH")
    return path


def check_output(command):
    """Runs a command and returns what it prints."""
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise CommandFailed(command, done.stderr.strip() or f"exit status {done.returncode}")
    return done.stdout


def is_cxx(source):
    return str(source).endswith(".cpp")


class Toolchain:
    """A build of wasm2native, the clang it is compared with, and a folder for results."""

    def __init__(self, build, folder):
        self.folder = folder
        self.build = build.resolve()
        if not (self.build / "bin" / "wasm2native").exists():
            raise BenchError(f"{build} has no bin/wasm2native: build it, or name another --build")
        self.wasm2native = str(self.build / "bin" / "wasm2native")
        self.clang = find("clang", LLVM)
        self.clangxx = find("clang++", LLVM)
        self.llvm_size = find("llvm-size", LLVM)

    def output(self, name):
        return str(self.folder / name)

    def targets(self):
        """The names of all targets."""
        lines = check_output([self.wasm2native, "--print-targets"]).splitlines()
        return [line.split()[0] for line in lines]

    def host_target(self):
        return check_output([self.clang, "-print-target-triple"])

    def wasm_command(self, source, output, options=("-O2",)):
        """The command that makes a module of a C or C++ program, one of inputs/ or any other."""
        compiler = [self.clangxx, "-fno-exceptions"] if is_cxx(source) else [self.clang]
        return [*compiler, *WASI, str(INPUTS / source), *options, "-o", output]

    def make_wasm(self, source, options=("-O2",), suffix=".wasm"):
        output = self.output(pathlib.Path(source).stem + suffix)
        check_output(self.wasm_command(source, output, options))
        return output

    def native_command(self, source, output, options):
        compiler = self.clangxx if is_cxx(source) else self.clang
        return [compiler, str(INPUTS / source), *options, "-o", output]

    def make_native(self, source, options, suffix=".native"):
        output = self.output(pathlib.Path(source).stem + suffix)
        check_output(self.native_command(source, output, options))
        return output

    def compile_command(self, module, output, *options):
        return [self.wasm2native, "--no-cache", *options, module, "-o", output]

    def compile(self, module, suffix, *options):
        """Compiles a module with wasm2native and returns the file's name."""
        output = str(pathlib.Path(module).with_suffix(suffix))
        check_output(self.compile_command(module, output, *options))
        return output
