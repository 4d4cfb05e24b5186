"""Writes a module whose only function nests so many blocks: nest.py DEPTH FILE."""

import sys


def vector_of_bytes(content):
    size = len(content)
    leb128 = b""
    while size >= 0x80:
        leb128 += bytes([size & 0x7F | 0x80])
        size >>= 7
    return leb128 + bytes([size]) + content


depth = int(sys.argv[1])
body = b"\0" + b"\x02\x40" * depth + b"\x0b" * depth + b"\x0b"
with open(sys.argv[2], "wb") as module:
    module.write(b"\0asm\x01\0\0\0" + b"\x01\x04\x01\x60\0\0" + b"\x03\x02\x01\0")
    module.write(b"\x0a" + vector_of_bytes(b"\x01" + vector_of_bytes(body)))
