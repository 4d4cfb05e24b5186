"""symbolize.py IMAGE DEBUG: what llvm-symbolizer knows, from DEBUG, of each compiled function of
IMAGE."""

import subprocess
import sys

image, debug = sys.argv[1:]
symbols = subprocess.run(["llvm-nm", "--defined-only", image], check=True, text=True, capture_output=True).stdout
for line in symbols.splitlines():
    address, _, name = line.split(maxsplit=2)
    if name.lstrip("_").startswith("wasm."):
        found = subprocess.run(["llvm-symbolizer", "--functions=short", f"--obj={debug}",
                                "0x" + address], check=True,
                               text=True, capture_output=True).stdout.splitlines()
        print(name, "is", found[0], "in", found[1])
