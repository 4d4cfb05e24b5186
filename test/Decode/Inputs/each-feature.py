"""Checks that every feature is refused by its name where it is off: each-feature.py FILE COMPILER.

The features are those that COMPILER --print-features lists; one without a module here is a
failure. FILE is overwritten.
"""

import subprocess
import sys


def vector(content):
    return bytes([len(content)]) + content


def section(identifier, content):
    return bytes([identifier]) + vector(content)


def function(code, parameters="", results="", more=b""):
    types = b"\x01\x60" + vector(bytes.fromhex(parameters)) + vector(bytes.fromhex(results))
    code = section(10, b"\x01" + vector(b"\0" + bytes.fromhex(code) + b"\x0b"))
    return section(1, types) + section(3, b"\x01\0") + more + code


MEMORY = section(5, b"\x01\0\1")

MODULES = {
    "mutable-globals": section(6, b"\x01\x7f\x01\x41\0\x0b") + section(7, b"\x01\x01g\x03\0"),
    "sign-extension": function("20 00 c0", "7f", "7f"),
    "nontrapping-fptoint": function("20 00 fc 00", "7d", "7f"),
    "multi-value": section(1, b"\x01\x60\0\x02\x7f\x7f"),
    "bulk-memory": function("41 00 41 00 41 00 fc 0b 00", more=MEMORY),
    "reference-types": section(4, b"\x01\x6f\0\0"),
    "simd": function("20 00 fd 4d", "7b", "7b"),
    "relaxed-simd": function("20 00 20 01 fd 80 02", "7b 7b", "7b"),
    "tail-call": function("12 00"),
    "exceptions": section(1, b"\x01\x60\0\0") + section(13, b"\x01\0\0"),
    "legacy-exceptions": function("06 40 19 0b"),
    "extended-const": section(6, b"\x01\x7f\0\x41\1\x41\2\x6a\x0b"),
    "multi-memory": section(5, b"\x02\0\1\0\1"),
    "memory64": section(5, b"\x01\4\1"),
    "function-references": section(1, b"\x02\x60\0\0\x60\x01\x64\0\0"),
    "gc": section(1, b"\x01\x5f\0"),
    "threads": section(5, b"\x01\3\1\2"),
    "custom-page-sizes": section(5, b"\x01\x08\1\0"),
    "wide-arithmetic": function("20 00 20 01 fc 16", "7e 7e", "7e 7e"),
}


def compile_module(compiler, path, *options):
    done = subprocess.run(
        [compiler, path, "--emit=header", "-o", "-", *options], capture_output=True, text=True
    )
    return done.returncode, done.stderr


def outcome(compiler, path, flag, default):
    if flag not in MODULES:
        return "NOT TESTED"
    with open(path, "wb") as file:
        file.write(b"\0asm\x01\0\0\0" + MODULES[flag])
    status, said = compile_module(compiler, path)
    if default != "on":
        wanted = f"requires feature '{flag}', which is not supported"
        return "refused" if status == 1 and wanted in said else f"NOT REFUSED: {said}"
    if status != 0:
        return f"NOT ACCEPTED: {said}"
    status, said = compile_module(compiler, path, f"--disable={flag}")
    wanted = f"requires feature '{flag}', which is not enabled"
    return "accepted, and refused where it is off" if status == 1 and wanted in said else f"NOT: {said}"


def main():
    path, compiler = sys.argv[1:]
    printed = subprocess.run(
        [compiler, "--print-features"], check=True, capture_output=True, text=True
    )
    for line in printed.stdout.splitlines()[1:]:
        flag, default = line.split()[:2]
        # WebAssembly 1.0 is what every module needs.
        if flag != "mvp":
            print(f"{flag}: {outcome(compiler, path, flag, default)}")


main()
