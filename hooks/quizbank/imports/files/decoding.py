"""The text of a file whose encoding nobody says: UTF-8 and UTF-16 with and without a mark, else that of old Windows programs."""

import codecs

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LOOKED_AT = 2000  # bytes that show whether every other one is zero


def decoded(data: bytes) -> str:
    """Return the text. No file is refused: a byte that has no meaning becomes the sign for that."""
    marked = next((name for mark, name in _MARKS if data.startswith(mark)), "")
    if marked:
        return data.decode(marked, errors="replace")
    try:
        return data.decode(_bare_utf_16(data) or "utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _bare_utf_16(data: bytes) -> str:
    """Return the name of UTF-16 where the bytes have its form: half of those of Latin letters are zero."""
    start = data[:_LOOKED_AT]
    even, odd = start[::2].count(0), start[1::2].count(0)
    if len(start) >= 4 and max(even, odd) > len(start) // 5:
        return "utf-16-le" if odd > even else "utf-16-be"
    return ""


def looks_binary(data: bytes) -> bool:
    """Say whether a file is no text in any encoding."""
    return b"\x00" in data[:_LOOKED_AT] and not _bare_utf_16(data) and not any(data.startswith(mark) for mark, _ in _MARKS)
