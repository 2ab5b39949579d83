"""`quizbank import`: reads another system's file and writes a bank of drafts, or nothing at all."""

import argparse
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from quizbank.exchange.texts import plain_line
from quizbank.imports.account import summary, table
from quizbank.imports.bank.compose import Composed, composed
from quizbank.imports.bank.ids import slug_of
from quizbank.imports.bank.place import around_of
from quizbank.imports.choose import reader_of
from quizbank.imports.reader import File, Found, NotReadable, Reader, from_disk, in_order
from quizbank.library import Library
from quizbank.model.picture import FOLDER as PICTURES
from quizbank.problems.advice import installing
from quizbank.problems.wording import counted

_SHOWN = 3  # questions that a preview shows


def add_command(commands: Any, read: Callable[[Path], Library | None]) -> None:
    """Add the command `import`. `read` returns the library of a folder, or None after saying that it is no project."""
    parser = commands.add_parser("import", help="make a bank of drafts from another system's questions")
    parser.add_argument("file", type=Path, metavar="FILE", help="the file to read; its content says which format it has")
    parser.add_argument("--chapter", required=True, metavar="PAGE", help="the page of the chapter that the questions belong to")
    parser.add_argument("--as", dest="name", default="", metavar="NAME", help="the bank's name; without it, the file's")
    parser.add_argument("--columns", default="", metavar="OUR=THEIRS,…", help='columns of a table: "stem=Question,right=Ans"')
    parser.add_argument("--preview", action="store_true", help="show what would be taken, and write nothing")
    parser.add_argument("--out", type=Path, help="the bank's file, if not quizzes/NAME.yml")
    parser.add_argument("--root", type=Path, default=Path(), help="the folder that holds docs/ and quizzes/")
    parser.set_defaults(run=lambda options: _import(options, read))


def _import(options: argparse.Namespace, read: Callable[[Path], Library | None]) -> int:
    """Write the bank and its pictures. Returns 1, with nothing written, if the file or the command cannot be read."""
    library = read(options.root)
    if library is None:
        return 1
    try:
        return _imported(options, library)
    except NotReadable as fault:
        print(f"{options.file}:{fault.line}: {fault.message}", file=sys.stderr)
    except ImportError as missing:
        print(
            f"expected the package {missing.name} of the extra 'exchange', got none; once: {installing('exchange')}",
            file=sys.stderr,
        )
    return 1


def _imported(options: argparse.Namespace, library: Library) -> int:
    """Read the file, say what is in it, and write the bank. Raises NotReadable, and ImportError where a library is missing."""
    name = options.name or slug_of(options.file.stem)
    target: Path = options.out or options.root / "quizzes" / f"{name}.yml"
    around = around_of(library, options.chapter, name)
    if not options.preview and target.exists():
        raise NotReadable(f"expected the name of a new bank, got '{name}', which is there as {target}; choose another by --as")
    file = from_disk(options.file, columns_of(options.columns))
    reader = reader_of(file)
    found = reader.read(file)
    bank = composed(found.taken, around)
    bank = replace(bank, refused=in_order([*found.refused, *bank.refused]))
    print(*_told(file, reader, found, bank, options.preview), sep="\n")
    if not bank.taken:
        raise NotReadable("expected a question that a bank can take, got none")
    if not options.preview:
        write(bank, target)
        print(summary(str(target), len(bank.taken), bank.drafts, name))
    return 0


def columns_of(text: str) -> dict[str, str]:
    """Return what `--columns` says: our names of columns and theirs. Raises NotReadable."""
    pairs = [part.partition("=") for part in text.split(",") if part.strip()]
    for ours, sign, theirs in pairs:
        if not (ours.strip() and sign and theirs.strip()):
            raise NotReadable(f"expected columns such as \"stem=Question,right=Ans\", got '{ours}{sign}{theirs}'")
    return {ours.strip(): theirs.strip() for ours, _, theirs in pairs}


def _told(file: File, reader: Reader, found: Found, bank: Composed, preview: bool) -> Iterator[str]:
    count = len(bank.taken) + len(bank.refused)
    yield f"{file.name}: {reader.title}, {counted(count, 'question')}"
    yield from (f"  {line}" for line in found.told)
    if preview:
        for one in bank.taken[:_SHOWN]:
            kind = f"{one.question.kind}: " if one.question.kind else ""
            yield f"  {one.line}: {kind}{plain_line(one.question.stem)[:100]}"
    yield from table(file.name, bank.taken, bank.refused)


def write(bank: Composed, target: Path) -> None:
    """Write a bank with its pictures. The bank comes last, so that none is there without its pictures."""
    folder = target.parent / PICTURES
    target.parent.mkdir(parents=True, exist_ok=True)
    for name, data in bank.pictures.items():
        folder.mkdir(exist_ok=True)
        (folder / name).write_bytes(data)
    with target.open("x", encoding="utf-8", newline="\n") as file:
        file.write(bank.text)
