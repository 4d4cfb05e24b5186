"""The few parts of the binary format that generated modules need."""

I32, I64, F64, V128, EMPTY, FUNCREF = 0x7F, 0x7E, 0x7C, 0x7B, 0x40, 0x70


def unsigned(number):
    """LEB128."""
    result = bytearray()
    while number >= 0x80:
        result.append(number & 0x7F | 0x80)
        number >>= 7
    result.append(number)
    return bytes(result)


def signed(number):
    """LEB128 of a number with a sign."""
    result = bytearray()
    while not -64 <= number < 64:
        result.append(number & 0x7F | 0x80)
        number >>= 7
    result.append(number & 0x7F)
    return bytes(result)


def sized(content):
    return unsigned(len(content)) + content


def vector(items):
    items = list(items)
    return unsigned(len(items)) + b"".join(items)


def name(text):
    return sized(text.encode())


def func_type(parameters, results):
    return b"\x60" + sized(bytes(parameters)) + sized(bytes(results))


def code(body, local_types=()):
    """A function body; local_types are pairs of a number and a type."""
    declared = vector(unsigned(count) + bytes([kind]) for count, kind in local_types)
    return sized(declared + body + b"\x0b")


def i32_const(number):
    return b"\x41" + signed(number)


def local_get(index):
    return b"\x20" + unsigned(index)


def local_set(index):
    return b"\x21" + unsigned(index)


def local_tee(index):
    return b"\x22" + unsigned(index)


def call(index):
    return b"\x10" + unsigned(index)


def i32_load(offset=0):
    return b"\x28\x02" + unsigned(offset)


def i32_store(offset=0):
    return b"\x36\x02" + unsigned(offset)


BR, BR_IF, BLOCK, LOOP, IF, ELSE, END = (
    b"\x0c", b"\x0d", b"\x02", b"\x03", b"\x04", b"\x05", b"\x0b")
DROP, RETURN, UNREACHABLE = b"\x1a", b"\x0f", b"\x00"
I32_ADD, I32_SUB, I32_MUL, I32_XOR = b"\x6a", b"\x6b", b"\x6c", b"\x73"

# In the order in which they are in a module, with their numbers.
SECTIONS = {"types": 1, "imports": 2, "functions": 3, "tables": 4, "memories": 5, "tags": 13,
            "globals": 6, "exports": 7, "elements": 9, "bodies": 10, "data": 11}


def module(**sections):
    """A module of sections, each a list of encoded entries."""
    result = b"\0asm\1\0\0\0"
    for section, number in SECTIONS.items():
        if section in sections:
            result += bytes([number]) + sized(vector(sections[section]))
    return result
