"""size.py KIB LIBRARY...: fails where the code of a runtime archive is more than so many KiB."""

import subprocess
import sys

budget = int(sys.argv[1]) * 1024

for archive in sys.argv[2:]:
    table = subprocess.check_output(["llvm-size", "--format=sysv", archive], text=True)
    size = 0
    for line in table.splitlines():
        words = line.split()
        if words and (words[0].startswith((".text", "w2n_")) or words[0] in ("__text", "__w2n_libc")):
            size += int(words[1])
    print(archive, size)
    if not 0 < size <= budget:
        sys.exit(f"the runtime's code is {size} bytes, of at most {budget}")
