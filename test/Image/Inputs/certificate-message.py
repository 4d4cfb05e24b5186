"""certificate-message.py [--indefinite] [--developer-id] [--timestamp] OUT: writes something with
the structure of a certificate's signature. --indefinite leaves lengths to end markers."""
import argparse

SIGNED_DATA = "2a864886f70d010702"
DATA = "2a864886f70d010701"
TIMESTAMP = "2a864886f70d010910020e"
DEVELOPER_ID = "2a864886f763640601" + "0d"


def item(tag, *parts):
    content = b"".join(parts)
    if options.indefinite and tag & 0x20:
        return bytes([tag, 0x80]) + content + bytes(2)
    if len(content) < 0x80:
        return bytes([tag, len(content)]) + content
    return bytes([tag, 0x82]) + len(content).to_bytes(2, "big") + content


def identifier(text):
    return item(6, bytes.fromhex(text))


parser = argparse.ArgumentParser()
parser.add_argument("--indefinite", action="store_true")
parser.add_argument("--developer-id", action="store_true")
parser.add_argument("--timestamp", action="store_true")
parser.add_argument("output")
options = parser.parse_args()

number = item(2, b"\1")
certificate = item(0x30, item(4, bytes(200)))
if options.developer_id:
    certificate += item(0x30, item(0x30, identifier(DEVELOPER_ID), item(4, bytes(2))))
signer = [number, item(0x30), item(0x30), item(0xA0, item(0x30)), item(0x30), item(4, bytes(9))]
if options.timestamp:
    signer.append(item(0xA1, item(0x30, identifier(TIMESTAMP), item(0x31, item(0x30)))))
signed = item(0x30, number, item(0x31), item(0x30, identifier(DATA)), item(0xA0, certificate),
              item(0x31, item(0x30, *signer)))
with open(options.output, "wb") as file:
    file.write(item(0x30, identifier(SIGNED_DATA), item(0xA0, signed)))
