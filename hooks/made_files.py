"""The files that the engine makes for the site, as files of MkDocs: in memory where an author is writing, else on the disk."""

from collections.abc import Iterator

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

from build_state import Build

Made = Iterator[tuple[str, str | bytes]]


def files_of(made: Made, config: MkDocsConfig, build: Build, *, serving: bool) -> Iterator[File]:
    """Yield a file for each path with its content; `serving` says whether an author is writing."""
    yield from _kept(made, config, build) if serving else _put_aside(made, config, build)


def _kept(made: Made, config: MkDocsConfig, build: Build) -> Iterator[File]:
    """Yield files that stay in memory, where the next save finds out which of them are others."""
    for path, content in made:
        build.made[path] = content
        yield File.generated(config, path, content=content)


def _put_aside(made: Made, config: MkDocsConfig, build: Build) -> Iterator[File]:
    """Yield files that wait outside the memory: with those of all banks, it would be twice as large."""
    aside = build.put_aside()
    for path, content in made:
        place = aside / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content if isinstance(content, bytes) else content.encode())
        yield File.generated(config, path, abs_src_path=str(place))
