"""Runs the programs of WebAssembly/wasi-testsuite that are for preview 1.

   run-suite.py [--host=LINK] SUITE SCRATCH COMMAND [OPTIONS...]: compiles each program with the
   options and runs it by the command, as the .json beside it says. With a host, each is
   compiled as a library and linked by LINK, with the object put behind its first word, to an
   executable that takes --dir and --env before its arguments."""

import argparse
import json
import pathlib
import shutil
import subprocess


def read_specification(program):
    path = program.with_suffix(".json")
    return json.loads(path.read_text()) if path.exists() else {}


def build(program, executable, host, options, capabilities):
    """Gives the options that the executable is to be run with."""
    if not host:
        compilation = ["wasm2native", program, "-o", executable] + options + capabilities
        subprocess.run(compilation, check=True)
        return []
    # The name of the file is that of the module in the host.
    module = shutil.copyfile(program, executable.with_name("app.wasm"))
    library = executable.with_name("app.o")
    subprocess.run(["wasm2native", "-c", module, "-o", library] + options, check=True)
    linker, *rest = host.split()
    subprocess.run([linker, library, *rest, "-o", executable], check=True)
    return capabilities


def run(program, scratch, command, host, options):
    """Gives what is wrong, or an empty string."""
    specification = read_specification(program)
    shutil.rmtree(scratch, ignore_errors=True)
    scratch.mkdir(parents=True)
    executable = scratch / program.stem
    capabilities = [f"--env={n}={v}" for n, v in specification.get("env", {}).items()]
    if specification.get("root"):
        shutil.copytree(program.parent / specification["root"], scratch / "root")
        capabilities.append(f"--dir={scratch / 'root'}::/")
    arguments = command.split() + [executable]
    arguments += build(program, executable, host, options, capabilities)
    arguments += specification.get("args", [])
    done = subprocess.run(arguments, capture_output=True, text=True, stdin=subprocess.DEVNULL)
    if done.returncode != specification.get("exit_code", 0):
        return f"exit status {done.returncode}: {done.stderr}"
    for stream in ("stdout", "stderr"):
        if stream in specification and getattr(done, stream) != specification[stream]:
            return f"{stream} is {getattr(done, stream)!r}"
    return ""


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--host")
    parser.add_argument("suite", type=pathlib.Path)
    parser.add_argument("scratch", type=pathlib.Path)
    parser.add_argument("command")
    parser.add_argument("options", nargs=argparse.REMAINDER)
    given = parser.parse_args()
    kinds = ("c", "assemblyscript")
    programs = sorted(p for kind in kinds for p in (given.suite / kind).glob("*.wasm"))
    passed = 0
    for program in programs:
        problem = run(program, given.scratch, given.command, given.host, given.options)
        if problem:
            print(f"failed: {program.parent.name}/{program.name}: {problem}")
        else:
            passed += 1
    print(f"passed {passed} of {len(programs)}")


main()
