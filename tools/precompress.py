"""Packs the texts of a built site beside themselves, for hosts that send packed copies: `python tools/precompress.py site`.

Compressing while serving has to be quick; here it may take its time, and the files get a tenth smaller. The same files give the
same bytes. Brotli is used where its package is installed.
"""

import argparse
import gzip
import io
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

try:
    import brotli
except ImportError:
    brotli = None

TEXTS = {".html", ".htm", ".css", ".js", ".svg", ".json", ".xml", ".webmanifest", ".csv", ".txt"}


def _gzip(data: bytes) -> bytes:
    packed = io.BytesIO()
    # Not `gzip.compress`, whose header names another system under each Python.
    with gzip.GzipFile("", "wb", compresslevel=9, fileobj=packed, mtime=0) as file:
        file.write(data)
    return packed.getvalue()


def _brotli(data: bytes) -> bytes:
    packed: bytes = brotli.compress(data, quality=11)
    return packed


PACKERS: Mapping[str, Callable[[bytes], bytes]] = {".gz": _gzip, **({".br": _brotli} if brotli else {})}


def precompress(site: Path) -> dict[str, int]:
    """Write a packed copy of every text that gets smaller by it. Returns the bytes that are sent, by the ending of the copies.

    Raises FileNotFoundError where there is no built site.
    """
    if not (site / "index.html").is_file():
        raise FileNotFoundError(f"{site}: expected a built site, got no index.html")
    sizes = dict.fromkeys(("", *PACKERS), 0)
    for path in sorted(path for path in site.rglob("*") if path.is_file() and path.suffix in TEXTS):
        sizes[""] += path.stat().st_size
        for ending, pack in PACKERS.items():
            sizes[ending] += _packed(path, ending, pack)
    return sizes


def _packed(path: Path, ending: str, pack: Callable[[bytes], bytes]) -> int:
    """Write one copy, or remove an old one that would no longer help. Returns the bytes that are sent."""
    data = path.read_bytes()
    packed, copy = pack(data), path.with_name(path.name + ending)
    if len(packed) >= len(data):
        copy.unlink(missing_ok=True)
        return len(data)
    copy.write_bytes(packed)
    return len(packed)


def main() -> int:
    """Pack, and say how much it saves. Returns the exit status."""
    parser = argparse.ArgumentParser(description="Pack the texts of a built site beside themselves.")
    parser.add_argument("site", type=Path, help="the folder of the built site")
    try:
        sizes = precompress(parser.parse_args().site)
    except FileNotFoundError as fault:
        print(fault, file=sys.stderr)
        return 1
    names = {"": "as they are", ".gz": "in gzip", ".br": "in Brotli"}
    print("texts: " + ", ".join(f"{size / 1e6:.1f} MB {names[ending]}" for ending, size in sizes.items()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
