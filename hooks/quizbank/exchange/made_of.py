"""Which questions something was made of, so that what is older than the banks is seen to be."""

import hashlib
from collections.abc import Iterable
from pathlib import Path


def made_of(files: Iterable[Path]) -> str:
    """Return a hash of the contents of files, in the order of their names: sixteen hexadecimal digits."""
    digest = hashlib.sha256()
    for path in sorted(files):
        digest.update(f"{path.name}\0".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
