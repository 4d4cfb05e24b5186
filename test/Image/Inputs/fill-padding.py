"""fill-padding.py IN OUT: fills the room behind a Mach-O image's load commands, up to its first
section, with one more command (LC_RPATH), but for the last 8 bytes."""
import struct
import sys

data = bytearray(open(sys.argv[1], "rb").read())
count, size = struct.unpack_from("<II", data, 16)
offset, first = 32, len(data)
for _ in range(count):
    kind, length = struct.unpack_from("<II", data, offset)
    if kind == 0x19:
        for section in range(struct.unpack_from("<I", data, offset + 64)[0]):
            start = struct.unpack_from("<I", data, offset + 72 + 80 * section + 48)[0]
            first = min(first, start or first)
    offset += length
room = (first - offset - 8) // 8 * 8
if room < 16:
    sys.exit("too little room")
struct.pack_into("<III4s", data, offset, 0x8000001C, room, 12, b"abc")
struct.pack_into("<II", data, 16, count + 1, size + room)
open(sys.argv[2], "wb").write(data)
