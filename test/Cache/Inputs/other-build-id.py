"""Changes a bit of the identifier that the linker gave to an ELF file."""
import re
import subprocess
import sys

notes = subprocess.run(["llvm-readelf", "-n", sys.argv[1]], text=True, capture_output=True).stdout
identifier = bytes.fromhex(re.search(r"Build ID: (\w+)", notes).group(1))
with open(sys.argv[1], "rb") as file:
    content = file.read()
assert content.count(identifier) == 1
with open(sys.argv[1], "wb") as file:
    file.write(content.replace(identifier, bytes([identifier[0] ^ 1]) + identifier[1:]))
