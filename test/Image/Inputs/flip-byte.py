"""flip-byte.py INPUT OUTPUT OFFSET [MASK]: copies a file with one byte changed.

OFFSET is a number, or NAME+NUMBER where NAME is a string whose first occurrence in
the file counts, or signature+NUMBER (a Mach-O image's code signature). MASK says which bits, the lowest if it is left out."""
import struct
import sys


def signature_offset(data):
    """The dataoff of LC_CODE_SIGNATURE (0x1d)."""
    commands, offset = struct.unpack_from("<I", data, 16)[0], 32
    for _ in range(commands):
        command, size, where = struct.unpack_from("<III", data, offset)
        if command == 0x1D:
            return where
        offset += size
    sys.exit("no signature")


def parse_offset(text, data):
    base, _, addend = text.rpartition("+")
    if not base:
        return int(addend, 0) % len(data)
    if base == "signature":
        return signature_offset(data) + int(addend, 0)
    return data.index(base.encode()) + int(addend, 0)


source, destination, where, *mask = sys.argv[1:]
data = bytearray(open(source, "rb").read())
data[parse_offset(where, data)] ^= int(mask[0], 0) if mask else 1
open(destination, "wb").write(data)
