"""patch.py INPUT OUTPUT version|features|name|machine: a library whose note or header says something else."""

import struct
import sys

with open(sys.argv[1], "rb") as file:
    data = bytearray(file.read())
note = data.index(b"w2n-library\0") - 12
if sys.argv[3] == "version":
    struct.pack_into("<I", data, note + 8, 99)
elif sys.argv[3] == "features":
    struct.pack_into("<Q", data, note + 24, 2**50 - 1)
elif sys.argv[3] == "name":
    data[note + 32] ^= 1
elif sys.argv[3] == "machine":
    struct.pack_into("<H", data, 18, 243)
with open(sys.argv[2], "wb") as file:
    file.write(data)
