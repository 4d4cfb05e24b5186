"""linkedit-order.py IMAGE: the parts of a Mach-O image's __LINKEDIT in the order of their offsets,
with the bytes between each and the one before it, unless these only align it to 16."""
import struct
import sys

LINKEDIT_DATA = {0x1D: "signature", 0x26: "function starts", 0x29: "data in code",
                 0x80000033: "exports", 0x80000034: "fixups"}

data = open(sys.argv[1], "rb").read()
parts, offset = [], 32
for _ in range(struct.unpack_from("<I", data, 16)[0]):
    kind, length = struct.unpack_from("<II", data, offset)
    if kind == 0x19 and data[offset + 8 :].startswith(b"__LINKEDIT\0"):
        start, size = struct.unpack_from("<QQ", data, offset + 40)
    elif kind == 0x2:
        symbols, count, strings, strings_size = struct.unpack_from("<IIII", data, offset + 8)
        parts += [(symbols, count * 16, "symbols"), (strings, strings_size, "strings")]
    elif kind == 0xB:
        indirect, count = struct.unpack_from("<II", data, offset + 56)
        parts.append((indirect, count * 4, "indirect symbols"))
    elif kind in LINKEDIT_DATA:
        parts.append((*struct.unpack_from("<II", data, offset + 8), LINKEDIT_DATA[kind]))
    offset += length
end = start
for offset, length, name in sorted(part for part in parts if part[1]):
    gap = data[end:offset]
    if offset < end:
        print("overlap")
    elif len(gap) >= 16 or any(gap):
        print(f"gap of {len(gap)} bytes")
    print(name)
    end = offset + length
print("end" if end == start + size == len(data) else "more")
