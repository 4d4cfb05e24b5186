"""sign-macho.py [--flags N] [--entitlements TEXT] [--exec-flags N] [--no-hash] IN OUT

Replaces the ad-hoc signature of a Mach-O image by one with other flags and with
entitlements, of which TEXT is the inside of the dictionary. --no-hash leaves the
entitlements out of what is hashed."""
import argparse
import hashlib
import struct

PAGE = 4096
SEGMENT_PAGE = 16384
IDENTIFIER = b"test\0"


def blob(magic, contents):
    return struct.pack(">II", magic, 8 + len(contents)) + contents


def code_directory(code, special, text_size, options):
    pages = [code[i : i + PAGE] for i in range(0, len(code), PAGE)]
    hashes = [hashlib.sha256(page).digest() for page in pages]
    header_size = 88
    hash_offset = header_size + len(IDENTIFIER) + 32 * len(special)
    fields = struct.pack(">IIIIIIIBBBBIIIIQQQQ", 0x20400, options.flags, hash_offset, header_size,
                         len(special), len(pages), len(code), 32, 2, 0, 12, 0, 0, 0, 0, 0,
                         0, text_size, options.exec_flags)
    return blob(0xFADE0C02, fields + IDENTIFIER + b"".join(reversed(special)) + b"".join(hashes))


def signature(code, text_size, options):
    blobs = {0: b""}
    special = []
    if options.entitlements:
        plist = f'<plist version="1.0"><dict>{options.entitlements}</dict></plist>'
        blobs[5] = blob(0xFADE7171, plist.encode())
        if not options.no_hash:
            special = [bytes(32)] * 4 + [hashlib.sha256(blobs[5]).digest()]
    blobs[0] = code_directory(code, special, text_size, options)
    offset, index = 12 + 8 * len(blobs), b""
    for slot, contents in blobs.items():
        index += struct.pack(">II", slot, offset)
        offset += len(contents)
    return struct.pack(">III", 0xFADE0CC0, offset, len(blobs)) + index + b"".join(blobs.values())


def load_commands(data):
    offset = 32
    for _ in range(struct.unpack_from("<I", data, 16)[0]):
        command, size = struct.unpack_from("<II", data, offset)
        yield command, offset
        offset += size


def sign(data, options):
    for command, offset in load_commands(data):
        name = bytes(data[offset + 8 : offset + 24]).rstrip(b"\0")
        if command == 0x19 and name == b"__TEXT":
            text_size = struct.unpack_from("<Q", data, offset + 48)[0]
        if command == 0x19 and name == b"__LINKEDIT":
            linkedit = offset
        if command == 0x1D:
            signature_command = offset
    start = struct.unpack_from("<I", data, signature_command + 8)[0]
    code = data[:start]
    # The size of the signature does not depend on what the pages hold.
    size = len(signature(code, text_size, options))
    struct.pack_into("<I", code, signature_command + 12, size)
    linkedit_size = start + size - struct.unpack_from("<Q", code, linkedit + 40)[0]
    struct.pack_into("<Q", code, linkedit + 48, linkedit_size)
    struct.pack_into("<Q", code, linkedit + 32, -(-linkedit_size // SEGMENT_PAGE) * SEGMENT_PAGE)
    return code + signature(code, text_size, options)


parser = argparse.ArgumentParser()
parser.add_argument("--flags", type=lambda text: int(text, 0), default=2)
parser.add_argument("--exec-flags", type=lambda text: int(text, 0), default=1)
parser.add_argument("--entitlements")
parser.add_argument("--no-hash", action="store_true")
parser.add_argument("input")
parser.add_argument("output")
arguments = parser.parse_args()
image = sign(bytearray(open(arguments.input, "rb").read()), arguments)
open(arguments.output, "wb").write(image)
