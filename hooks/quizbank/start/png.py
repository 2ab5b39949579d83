"""Writes PNG files (W3C Recommendation, third edition) with nothing but the standard library."""

import struct
import zlib
from collections.abc import Iterable

SIGNATURE = b"\x89PNG\r\n\x1a\n"
_RGBA, _EIGHT_BITS = 6, 8


def png_bytes(width: int, height: int, rows: Iterable[bytes]) -> bytes:
    """Return a picture of `height` rows, each of `width` pixels as four bytes: red, green, blue and how opaque."""
    head = struct.pack(">IIBBBBB", width, height, _EIGHT_BITS, _RGBA, 0, 0, 0)
    data = zlib.compress(b"".join(b"\0" + row for row in rows), 9)
    return SIGNATURE + _chunk(b"IHDR", head) + _chunk(b"IDAT", data) + _chunk(b"IEND", b"")


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
