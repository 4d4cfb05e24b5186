"""Other ways from a module to something that runs, each as its documentation has it."""

import dataclasses
import pathlib
import shutil
from typing import Callable

from measure import BenchError
from toolchain import check_output

HERE = pathlib.Path(__file__).resolve().parent


@dataclasses.dataclass(frozen=True)
class Peer:
    """A compiler or an engine: what it needs in the PATH, whether it knows v128, and how it makes a
    command of a module (a path), which it may do only where all that it needs is there."""

    name: str
    needs: tuple
    simd: bool
    make: Callable

    def found(self):
        return all(map(shutil.which, self.needs))

    def takes(self, kind):
        return self.simd or kind != "simd"


def sibling(module, suffix):
    return str(pathlib.Path(module).with_suffix(suffix))


def full(name):
    return shutil.which(name)


def wasm2c(toolchain, module):
    # It makes an identifier of the file's name, which must not begin with a digit.
    path = pathlib.Path(module)
    source = str(path.with_name(f"module-{path.stem}.c"))
    header = str(path.with_name(f"module-{path.stem}.h"))
    program = sibling(module, ".wasm2c")
    check_output([full("wasm2c"), "-n", "bench", module, "-o", source])
    check_output([toolchain.clang, "-O3", "-w", "-ffp-contract=off", f'-DMODULE_HEADER="{header}"',
                  str(HERE / "wasm2c_host.c"), source, "-lwasm-rt-impl", "-lm", "-o", program])
    return [program]


def w2c2(toolchain, module):
    """Its headers and its WASI are not installed: they lie beside the program that was built."""
    for checkout in pathlib.Path(full("w2c2")).resolve().parents:
        if (checkout / "w2c2" / "w2c2_base.h").exists():
            break
    else:
        raise BenchError("w2c2 is not in its source folder, where w2c2_base.h is")
    libraries = sorted(str(path) for path in (checkout / "wasi").rglob("lib*.a"))
    folder = pathlib.Path(sibling(module, ".w2c2.d"))
    folder.mkdir()
    program = sibling(module, ".w2c2")
    check_output([full("w2c2"), module, str(folder / "bench.c")])
    check_output([toolchain.clang, "-O3", "-w", "-ffp-contract=off", f"-I{checkout}/w2c2",
                  f"-I{checkout}/wasi", f"-I{folder}", str(HERE / "w2c2_host.c"),
                  str(folder / "bench.c"), *libraries, "-lm", "-o", program])
    return [program]


def node(_toolchain, module):
    # V8 would run a long loop to its end in the code of its first compiler, which is made quickly.
    return [full("node"), "--no-liftoff", "--no-warnings", str(HERE / "node_host.mjs"), module]


def wamrc(*options):
    def make(_toolchain, module):
        output = sibling(module, f".{len(options)}.aot")
        check_output([full("wamrc"), "--opt-level=3", *options, "-o", output, module])
        return [full("iwasm"), output]
    return make


def wasmedge(_toolchain, module):
    output = sibling(module, ".wasmedge.so")
    check_output([full("wasmedge"), "compile", "--optimize", "3", module, output])
    return [full("wasmedge"), output]


def wasmtime(_toolchain, module):
    output = sibling(module, ".cwasm")
    check_output([full("wasmtime"), "compile", module, "-o", output])
    return [full("wasmtime"), "run", "--allow-precompiled", output]


def wasmer(_toolchain, module):
    output = sibling(module, ".wasmu")
    check_output([full("wasmer"), "compile", "--llvm", module, "-o", output])
    return [full("wasmer"), "run", output]


PEERS = (
    Peer("wasm2c", ("wasm2c",), False, wasm2c),
    Peer("w2c2", ("w2c2",), False, w2c2),
    Peer("node --no-liftoff", ("node",), True, node),
    Peer("wamrc", ("wamrc", "iwasm"), True, wamrc()),
    Peer("wamrc --enable-segue", ("wamrc", "iwasm"), True, wamrc("--enable-segue")),
    Peer("wasmedge", ("wasmedge",), True, wasmedge),
    Peer("wasmtime", ("wasmtime",), True, wasmtime),
    Peer("wasmer --llvm", ("wasmer",), True, wasmer),
)
