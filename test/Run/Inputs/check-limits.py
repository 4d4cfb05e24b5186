"""check-limits.py OUTPUT RUNNER OPTION...: compiles and runs modules of extreme shapes."""

import subprocess
import sys

output, runner, *options = sys.argv[1:]


def leb128(number):
    encoded = b""
    while number >= 128:
        encoded += bytes([number & 127 | 128])
        number >>= 7
    return encoded + bytes([number])


def section(kind, content):
    return bytes([kind]) + leb128(len(content)) + content


def binary(body):
    """A module whose export f takes and gives an i32."""
    code = b"\x00" + body + b"\x0b"
    return (b"\0asm\1\0\0\0" + section(1, b"\x01\x60\x01\x7f\x01\x7f") + section(3, b"\x01\x00")
            + section(7, b"\x01\x01f\x00\x00") + section(10, b"\x01" + leb128(len(code)) + code))


def text(fields):
    return f"(module {fields})".encode()


def check(name, module, arguments, expected):
    with open(output + ".in", "wb") as file:
        file.write(module)
    subprocess.run(["wasm2native", output + ".in", "--invoke=f", "-o", output, *options], check=True)
    command = [*runner.split(), output, *map(str, arguments)]
    result = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    if result != [str(value) for value in expected]:
        sys.exit(f"{name}: {result[:10]}")


I32 = "i32 "
GET = b"\x20\x00"
check("parameters", text(
    f'(func (export "f") (param {I32 * 1000}) (result i32)'
    " (i32.sub (local.get 999) (local.get 0)))"), range(1000), [999])
check("results", text(
    f'(func (export "f") (result {I32 * 1000}) '
    + " ".join(f"i32.const {n}" for n in range(1000)) + ")"), [], range(1000))
check("locals", text(
    f'(func (export "f") (param i32) (result i32) (local {I32 * 50000})'
    " (local.set 50000 (local.get 0)) (i32.add (local.get 50000) (local.get 25000)))"), [5], [5])
check("br_table", text(
    '(func (export "f") (param i32) (result i32) ' + "block " * 1001 + "local.get 0 br_table "
    + " ".join(str(n % 1001) for n in range(10000)) + " 0 end "
    + " ".join(f"i32.const {n} return end" for n in range(1000)) + " i32.const -1)"),
    [9876], [9876 % 1001])
DEPTH = 10000
check("blocks", binary(b"\x02\x40" * DEPTH + b"\x0b" * DEPTH + GET), [5], [5])
check("ifs", binary((GET + b"\x04\x40") * DEPTH + b"\x41\x07\x21\x00" + b"\x0b" * DEPTH + GET), [5], [7])
# Counts down in each loop until the condition of the innermost one fails.
check("loops", binary(b"\x03\x40" * DEPTH + GET + b"\x41\x01\x6b\x22\x00\x0d\x00"
                      + b"\x0b" * DEPTH + GET), [5], [0])
check("operands", text(
    '(func (export "f") (param i32) (result i32) ' + "local.get 0 " * 50001
    + "i32.xor " * 50000 + ")"), [5], [5])
check("functions", text("(func) " * 5000 + '(func (export "f") (result i32) i32.const 1)'), [], [1])
check("elements", text(
    "(table 100000 funcref) (elem (i32.const 0) " + "$g " * 100000 + ") (func $g (result i32)"
    ' i32.const 3) (func (export "f") (param i32) (result i32) '
    "(call_indirect (result i32) (local.get 0)))"), [99999], [3])
check("data", text(
    '(memory 100) (data (i32.const 0) "' + "abcdefgh" * 700000 + '")'
    '(func (export "f") (param i32) (result i32) (i32.load (local.get 0)))'), [5000000], [1684234849])
