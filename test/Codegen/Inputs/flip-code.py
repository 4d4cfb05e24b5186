"""flip-code.py FROM TO: copies a Mach-O file with one bit of its w2n_text section changed."""

import re
import subprocess
import sys

source, target = sys.argv[1:]
sections = subprocess.run(["llvm-objdump", "--macho", "--private-headers", source],
                          check=True, capture_output=True, text=True).stdout
offset = int(re.search(r"sectname __w2n_text.*?offset (\d+)", sections, re.DOTALL)[1])
with open(source, "rb") as file:
    content = bytearray(file.read())
content[offset] ^= 1
with open(target, "wb") as file:
    file.write(content)
