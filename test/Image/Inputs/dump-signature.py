"""dump-signature.py IMAGE: what a Mach-O image's signature consists of, read by other code than
the compiler's. Hashes are computed again, and those that are wrong are said to be."""
import hashlib
import struct
import sys

HEADER = [("version", "I"), ("flags", "I"), ("hashes", "I"), ("identifier", "I"), ("special", "I"),
          ("code", "I"), ("limit", "I"), ("hash size", "B"), ("hash type", "B"), ("platform", "B"),
          ("page", "B"), ("spare2", "I"), ("scatter", "I"), ("team", "I"), ("spare3", "I"),
          ("limit64", "Q"), ("base", "Q"), ("text", "Q"), ("exec flags", "Q"), ("runtime", "I"),
          ("pre-encrypt", "I")]


def load_command(data, wanted):
    offset = 32
    for _ in range(struct.unpack_from("<I", data, 16)[0]):
        command, size = struct.unpack_from("<II", data, offset)
        if command == wanted:
            return struct.unpack_from("<II", data, offset + 8)
        offset += size
    sys.exit("no such load command")


def text_at(blob, offset):
    return blob[offset : blob.index(0, offset)].decode()


def judge(wrong):
    return f"{wrong} wrong" if wrong else "right"


def dump_directory(blob, blobs, image):
    count = 21 if struct.unpack_from(">I", blob, 8)[0] >= 0x20500 else 19
    values = struct.unpack_from(">" + "".join(kind for _, kind in HEADER[:count]), blob, 8)
    field = dict(zip([name for name, _ in HEADER], values))
    print(f"version {field['version']:#x} flags {field['flags']:#x} exec {field['exec flags']:#x}"
          f" text {field['base']}+{field['text']}")
    if "runtime" in field:
        print(f"runtime {field['runtime']:#x}")
    print("identifier", text_at(blob, field["identifier"]))
    if field["team"]:
        print("team", text_at(blob, field["team"]))
    size, page = field["hash size"], 1 << field["page"]
    stored = [blob[field["hashes"] + i * size :][:size] for i in range(field["code"])]
    pages = [image[i : min(i + page, field["limit"])] for i in range(0, field["limit"], page)]
    wrong = sum(hashlib.sha256(p).digest() != h for p, h in zip(pages, stored, strict=True))
    print(f"{len(pages)} pages of {page}, {judge(wrong)}")
    for slot in range(1, field["special"] + 1):
        value = blob[field["hashes"] - slot * size :][:size]
        if any(value):
            matches = slot in blobs and hashlib.sha256(blobs[slot]).digest() == value
            print(f"slot {slot}", judge(not matches) if slot in blobs else value.hex())


with open(sys.argv[1], "rb") as file:
    image = file.read()
start, size = load_command(image, 0x1D)
signature = image[start : start + size]
magic, length, count = struct.unpack_from(">III", signature)
print(f"signature {magic:#x}, {size - length} bytes behind it, starts at {start % 16} of 16")
blobs = {}
for index in range(count):
    slot, offset = struct.unpack_from(">II", signature, 12 + 8 * index)
    blobs[slot] = signature[offset:][: struct.unpack_from(">I", signature, offset + 4)[0]]
for slot, blob in blobs.items():
    print(f"blob {slot:#x} {struct.unpack_from('>I', blob)[0]:#x}", f"{len(blob)} bytes")
    if slot == 0:
        dump_directory(blob, blobs, image)
    elif slot == 7:
        print("DER", blob[8:].hex(" "))
