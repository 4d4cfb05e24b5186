"""check-names.py OUTPUT RUNNER: makes programs that invoke exports with odd names."""

import subprocess
import sys

output, runner = sys.argv[1:]
NAMES = [
    "memcpy", "memset", "memmove", "main", "_start", "exit", "malloc", "w2n_trap", "w2n_program",
    "w2n_invoke", "w2n_main", "w2n.function_table", "initialize", "entry", "llvm.trap", "\x01foo",
    "a b", 'quote"', "line\nbreak", "at@plt", "$", "\\", "*/", "--help", "-o", "\U0001F600", "%s",
    "memory.0", "x" * 1000,
]


def quoted(name):
    return '"' + "".join(f"\\{byte:02x}" for byte in name.encode()) + '"'


functions = [
    f"(func (export {quoted(name)}) (result i32) (i32.const {1000 + number}))"
    for number, name in enumerate(NAMES)
]
with open(output + ".wat", "w", encoding="utf-8") as text:
    text.write(f"(module (memory 1) {' '.join(functions)})")
for number, name in enumerate(NAMES):
    command = ["wasm2native", output + ".wat", f"--invoke={name}", "-o", output]
    subprocess.run(command, check=True)
    result = subprocess.run([*runner.split(), output], check=True, capture_output=True, text=True)
    if result.stdout != f"{1000 + number}\n":
        sys.exit(f"{name!r}: {result.stdout!r}")
for target in ("x86_64-apple-macos", "arm64-apple-macos", "aarch64-linux"):
    command = ["wasm2native", output + ".wat", f"--target={target}", "-c", "-o", output + ".o"]
    subprocess.run(command, check=True)
