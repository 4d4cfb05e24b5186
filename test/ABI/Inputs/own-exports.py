"""own-exports.py PROJECT: reads the names that a dynamic library exports and prints those that
are not of its runtime; fails where one that runtime/abi/exports.def lists is missing."""

import re
import sys

with open(sys.argv[1] + "/runtime/abi/exports.def") as file:
    runtime = {"w2n_" + name for name in re.findall(r"^W2N_EXPORT\((\w+)\)", file.read(), re.M)}
with open(sys.argv[1] + "/runtime/include/w2n.h") as file:
    declared = set(re.findall(r"^[a-z][\w *]*?\b(w2n_\w+)\(", file.read(), re.M))
loading = {"w2n_module_open", "w2n_module_close", "w2n_module_symbol"}
if declared - loading != runtime:
    sys.exit(f"w2n.h and exports.def differ: {sorted((declared - loading) ^ runtime)}")

# Names of C have an underscore in front in Mach-O.
exported = {re.sub(r"^_", "", line.strip()) for line in sys.stdin}
if runtime - exported:
    sys.exit(f"not exported: {sorted(runtime - exported)}")
print("\n".join(sorted(exported - runtime)))
