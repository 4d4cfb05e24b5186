"""Compiles with each option of --help, with a cache that has the code made without it."""
import re
import subprocess

MODULE = """(module
  (import "wasi_snapshot_preview1" "random_get" (func $random (param i32 i32) (result i32)))
  (memory (export "memory") 1)
  (func (export "other"))
  (func (export "_start")
    (drop (call $random (i32.const 0) (i32.const 8)))
    (i32.store (i32.const 0) (i32.popcnt (i32.load (i32.const 4))))
    (f32.store (i32.const 0) (f32.sqrt (f32.load (i32.const 4))))))
"""
# The options that the code follows from, with a value for which it is another.
CODE = {
    "--target": "--target=aarch64-linux",
    "-O": "-O0",
    "--cpu": "--cpu=x86-64",
    "--cpu-features": "--cpu-features=-popcnt",
    "--bounds": "--bounds=explicit",
    "--precise-traps": "--precise-traps",
    "--deterministic": "--deterministic",
    "--placement": "-c --placement=program",
    "-c": "-c",
    "--emit": "--emit=obj",
    "--invoke": "--invoke=other",
    "--dir": "--dir=/tmp",
    "--env": "--env=A=B",
    "--inherit-env": "--inherit-env=A",
    "--arg0": "--arg0=a",
    "--runtime-dirs": "--runtime-dirs",
    "--listen": "--listen=127.0.0.1:8080",
    "--no-clock": "--no-clock",
    "--no-random": "--no-random",
    "-g": "-g",
    "--part-size": "--part-size=1",
    "--profile-generate": "--profile-generate",
    "--profile-use": "--profile-use=a.proftext",
}
# Those that it does not follow from.
SAME_CODE = {
    "--disable": "--disable=simd",
    "--enable": "--enable=simd",
    "-j": "-j1",
    "--sign": "--sign=none",
    "--install-name": "--install-name=a",
    "--current-version": "--current-version=2",
    "--compatibility-version": "--compatibility-version=2",
    "--identifier": "--identifier=a",
    "--team-id": "--team-id=ABCDEFGHIJ",
    "--hardened-runtime": "--hardened-runtime",
    "--entitlements": "--entitlements=a.plist",
    "--allow-weak-entitlements": "--entitlements=weak.plist --allow-weak-entitlements",
    "--time-report": "--time-report",
    "-v": "-v",
}
# Those with which nothing is compiled, and those that every compilation here has.
# The password is for a certificate, which only another program can read.
OTHER = {"-o", "-MD", "-MF", "--cache-dir", "--cache-size", "--no-cache", "--p12-password-file",
         "--print-targets", "--print-features", "--print-limits", "--version", "-h", "--help"}
# What some options are only for.
LIBRARY = "--target=arm64-apple-macos --emit=dylib "
PROGRAM = "--target=arm64-apple-macos "
BASE = {"--sign": LIBRARY, "--install-name": LIBRARY, "--current-version": LIBRARY,
        "--compatibility-version": LIBRARY, "--identifier": PROGRAM, "--team-id": PROGRAM,
        "--hardened-runtime": PROGRAM, "--entitlements": PROGRAM,
        "--allow-weak-entitlements": PROGRAM}
PROPERTY_LIST = """<?xml version="1.0" encoding="UTF-8"?>
<plist version="1.0"><dict><key>com.apple.security.{}</key><true/></dict></plist>
"""


def compile_module(options, *more):
    command = ["wasm2native", "a.wat", "-v", "-o", "out", *options.split(), *more]
    done = subprocess.run(command, text=True, capture_output=True, check=True)
    with open("out", "rb") as file:
        return file.read(), "cache: " in done.stderr and done.stderr.rstrip().endswith("hit")


def check(option, options, same_code):
    base = BASE.get(option, "")
    expected, _ = compile_module(base + options, "--no-cache")
    # In a folder of its own, so that no other option's code is found.
    cache = f"--cache-dir=cache{option}"
    compile_module(base, cache)
    actual, hit = compile_module(base + options, cache)
    if actual != expected:
        yield f"{option}: with the cache there is another output"
    if hit != same_code:
        yield f"{option}: {'a hit' if hit else 'a miss'}"


with open("a.wat", "w") as module:
    module.write(MODULE)
with open("a.proftext", "w") as profile:
    profile.write(":ir\nwasm:_start\n1\n1\n1\n")
for name, entitlement in (("a", "app-sandbox"), ("weak", "cs.allow-jit")):
    with open(f"{name}.plist", "w") as entitlements:
        entitlements.write(PROPERTY_LIST.format(entitlement))
help_text = subprocess.run(["wasm2native", "--help"], text=True, capture_output=True).stdout
names = re.findall(r"^  (-[-\w]+)(?:,(-[-\w]+))?", help_text, re.MULTILINE)
problems = [f"{name}: not listed in every-option.py"
            for pair in names for name in pair
            if name and name not in {*CODE, *SAME_CODE, *OTHER}]
for table in (CODE, SAME_CODE):
    for name, options in table.items():
        problems += check(name, options, table is SAME_CODE)
print("\n".join(problems) or "all options are listed, and none makes a difference")
