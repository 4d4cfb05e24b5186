"""signing-changes.py UNSIGNED SIGNED: what signing a Mach-O image has changed."""
import struct
import sys

before, after = (open(name, "rb").read() for name in sys.argv[1:])
count, size = struct.unpack_from("<II", before, 16)
new_count, new_size = struct.unpack_from("<II", after, 16)
command = struct.unpack_from("<I", after, 32 + size)[0]
print(new_count - count, "more load command of", new_size - size, "bytes,",
      "LC_CODE_SIGNATURE" if command == 0x1D else hex(command))

names = {}
for offset, name in ((16, "ncmds"), (20, "sizeofcmds")):
    names.update(dict.fromkeys(range(offset, offset + 4), name))
names.update(dict.fromkeys(range(32 + size, 32 + new_size), None))
offset = 32
for _ in range(count):
    kind, length = struct.unpack_from("<II", before, offset)
    if kind == 0x19 and before[offset + 8 :].startswith(b"__LINKEDIT\0"):
        names.update(dict.fromkeys(range(offset + 32, offset + 40), "__LINKEDIT.vmsize"))
        names.update(dict.fromkeys(range(offset + 48, offset + 56), "__LINKEDIT.filesize"))
    offset += length
changed = [names.get(i, hex(i)) for i in range(len(before)) if before[i] != after[i]]
print("changed:", *dict.fromkeys(name for name in changed if name))
