"""Keeps rendered questions on the disk between the making of the scripts that bring them and that of the pages that show them."""

from collections.abc import Iterator, MutableMapping
from tempfile import TemporaryFile

# As the engine's renderer names a question: by its `id` in memory, and whether it has a link.
Key = tuple[int, bool]


class TextsAside(MutableMapping[Key, str]):
    """Texts by their keys, in a file that goes when it is closed."""

    def __init__(self) -> None:
        self._file = TemporaryFile()  # noqa: SIM115 - `close` closes it
        self._places: dict[Key, tuple[int, int]] = {}
        self._end = 0

    def __setitem__(self, key: Key, text: str) -> None:
        data = text.encode()
        self._file.seek(self._end)
        self._file.write(data)
        self._places[key] = self._end, len(data)
        self._end += len(data)

    def __getitem__(self, key: Key) -> str:
        start, length = self._places[key]
        self._file.seek(start)
        return self._file.read(length).decode()

    def __delitem__(self, key: Key) -> None:
        del self._places[key]

    def __iter__(self) -> Iterator[Key]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)

    def close(self) -> None:
        """Remove the file."""
        self._file.close()
