"""sign-otherwise.py [OPTION...] IN OUT: replaces the signature of a Mach-O image by one as other
tools write them. They differ in:

--hashes LIST     a CodeDirectory for each of these hash types, the first the primary one:
                  1 SHA-1, 2 SHA-256, 3 SHA-256 cut to 20 bytes
--page N          pages of 2^N bytes
--version N       the version of the CodeDirectories
--flags N         their flags
--cms             there is something where a certificate's signature is
--cms-file FILE   the contents of FILE are there
--constraints     launch constraints of all kinds, and one on libraries
--reserve N       so many zeros behind the signature
--xml FILE        entitlements
--der HEX         the same in DER
--info FILE       an Info.plist that is sealed, but not embedded
--resources FILE  the same for resources
--other-flags N   the flags of all CodeDirectories but the first"""
import argparse
import hashlib
import struct

TYPES = {1: (hashlib.sha1, 20), 2: (hashlib.sha256, 32), 3: (hashlib.sha256, 20)}
FIELDS = [(0x20000, "I"), (0x20100, "I"), (0x20200, "I"), (0x20300, "IQ"), (0x20400, "QQQ"),
          (0x20500, "II"), (0x20600, "BBHII")]


def blob(magic, contents):
    return struct.pack(">II", magic, 8 + len(contents)) + contents


def sealed_files(options):
    files = {1: options.info, 3: options.resources}
    return {slot: open(name, "rb").read() for slot, name in files.items() if name}


def directory(kind, flags, code, text_size, blobs, options):
    algorithm, size = TYPES[kind]
    make = lambda content: algorithm(content).digest()[:size]
    page = 1 << options.page
    pages = [make(code[i : i + page]) for i in range(0, len(code), page)]
    hashed = {slot: blobs[slot] for slot in blobs if slot < 16} | sealed_files(options)
    last = max(hashed, default=0)
    special = [make(hashed[slot]) if slot in hashed else bytes(size) for slot in range(last, 0, -1)]
    identifier, team = b"com.example.other\0", b"TEAM123456\0" if options.cms else b""
    layout = "".join(fields for since, fields in FIELDS if since <= options.version)
    header = 8 + struct.calcsize(">IIIIIIIBBBB" + layout)
    values = {"I": 0, "Q": 0, "B": 0, "H": 0}
    tail = [values[field] for field in layout]
    if options.version >= 0x20200:
        tail[2] = header + len(identifier) if team else 0
    if options.version >= 0x20400:
        tail[5:8] = 0, text_size, 1
    if options.version >= 0x20500:
        tail[8] = 0xD0000
    hashes = header + len(identifier) + len(team) + size * last
    fields = struct.pack(">IIIIIIIBBBB" + layout, options.version, flags, hashes, header, last,
                         len(pages), len(code), size, kind, 0, options.page, *tail)
    return blob(0xFADE0C02, fields + identifier + team + b"".join(special + pages))


def signature(code, text_size, options):
    blobs = {2: blob(0xFADE0C01, bytes(4))}
    if options.xml:
        with open(options.xml, "rb") as file:
            blobs[5] = blob(0xFADE7171, file.read())
    if options.der:
        blobs[7] = blob(0xFADE7172, bytes.fromhex(options.der))
    if options.constraints:
        blobs.update({slot: blob(0xFADE8181, b"constraint %d" % slot) for slot in range(8, 12)})
    directories = {}
    for index, kind in enumerate(int(kind) for kind in options.hashes.split(",")):
        flags = options.other_flags if index and options.other_flags else options.flags
        directories[index and 0x1000 + index - 1] = directory(kind, flags, code, text_size, blobs,
                                                              options)
    blobs = {0: directories.pop(0)} | blobs | directories
    message = b"not checked" * 100 if options.cms else b""
    if options.cms_file:
        with open(options.cms_file, "rb") as file:
            message = file.read()
    blobs[0x10000] = blob(0xFADE0B01, message)
    offset, index = 12 + 8 * len(blobs), b""
    for slot, contents in blobs.items():
        index += struct.pack(">II", slot, offset)
        offset += len(contents)
    whole = struct.pack(">III", 0xFADE0CC0, offset, len(blobs)) + index + b"".join(blobs.values())
    return whole + bytes(options.reserve)


def sign(data, options):
    offset = 32
    for _ in range(struct.unpack_from("<I", data, 16)[0]):
        command, size = struct.unpack_from("<II", data, offset)
        name = bytes(data[offset + 8 : offset + 24]).rstrip(b"\0")
        if command == 0x19 and name == b"__TEXT":
            text_size = struct.unpack_from("<Q", data, offset + 48)[0]
        if command == 0x19 and name == b"__LINKEDIT":
            linkedit = offset
        if command == 0x1D:
            signature_command = offset
        offset += size
    start = struct.unpack_from("<I", data, signature_command + 8)[0]
    code = data[:start]
    size = len(signature(bytes(code), text_size, options))
    struct.pack_into("<I", code, signature_command + 12, size)
    linkedit_size = start + size - struct.unpack_from("<Q", code, linkedit + 40)[0]
    struct.pack_into("<Q", code, linkedit + 48, linkedit_size)
    struct.pack_into("<Q", code, linkedit + 32, -(-linkedit_size // 16384) * 16384)
    return code + signature(bytes(code), text_size, options)


number = lambda text: int(text, 0)
parser = argparse.ArgumentParser()
parser.add_argument("--hashes", default="2")
parser.add_argument("--page", type=number, default=12)
parser.add_argument("--version", type=number, default=0x20400)
parser.add_argument("--flags", type=number, default=2)
parser.add_argument("--other-flags", type=number)
parser.add_argument("--cms", action="store_true")
parser.add_argument("--cms-file")
parser.add_argument("--constraints", action="store_true")
parser.add_argument("--reserve", type=number, default=0)
parser.add_argument("--xml")
parser.add_argument("--der")
parser.add_argument("--info")
parser.add_argument("--resources")
parser.add_argument("input")
parser.add_argument("output")
arguments = parser.parse_args()
with open(arguments.input, "rb") as file:
    image = sign(bytearray(file.read()), arguments)
with open(arguments.output, "wb") as file:
    file.write(image)
