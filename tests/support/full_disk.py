"""A disk that is full: half of what is written arrives, and then an error."""

from errno import ENOSPC
from pathlib import Path

import pytest


def fill_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every later `Path.write_bytes` of the test write half and raise OSError."""

    def half(target: Path, data: bytes) -> int:
        with target.open("wb") as file:
            file.write(data[: len(data) // 2])
        raise OSError(ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", half)
