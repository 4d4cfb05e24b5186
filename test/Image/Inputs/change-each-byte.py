"""change-each-byte.py IMAGE DIRECTORY: writes copies of a Mach-O image, each with one
byte changed: every 61st, and each of the signature but for its flags and identifier."""
import os
import sys

source, directory = sys.argv[1:]
data = open(source, "rb").read()
signature = data.index(bytes.fromhex("fade0cc0"))
flags = range(signature + 36, signature + 40)
# Where lld puts it: behind the table of blobs (24 bytes) and the header (88).
identifier_start = signature + 24 + 88
identifier = range(identifier_start, data.index(b"\0", identifier_start) + 1)

for offset in [*range(0, signature, 61), *range(signature, len(data))]:
    if offset in flags or offset in identifier:
        continue
    changed = bytearray(data)
    changed[offset] ^= 1 << offset % 8
    open(os.path.join(directory, f"{offset:08x}"), "wb").write(changed)
