"""`quizbank export`: writes files for other systems, and says what they hold and what they leave out."""

import argparse
import json
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from quizbank.exchange.made_of import made_of
from quizbank.exports import NAMES, load_format
from quizbank.exports.account import Account, divided
from quizbank.exports.changes import changes
from quizbank.exports.collect import collected
from quizbank.exports.format import Collection, Format
from quizbank.library import Library
from quizbank.offline.edition import source_time
from quizbank.problems.advice import installing
from quizbank.problems.problem import did_you_mean
from quizbank.problems.report import report
from quizbank.problems.wording import counted
from quizbank.site.downloads import ACCOUNT, FOLDER

_EXTRA = f"run once: {installing('exchange')}"
_SHOWN = 5  # ids that are named where many are concerned


def add_command(commands: Any, read: Callable[[Path], Library | None]) -> None:
    """Add the command `export`. `read` returns the library of a folder, or None after saying that it is no project."""
    export = commands.add_parser("export", help="write the questions as files for other systems")
    export.add_argument("formats", nargs="*", metavar="FORMAT", help=f"one of {', '.join(NAMES)}; all of them if none is named")
    export.add_argument("--chapter", action="append", default=[], metavar="BANK", help="only quizzes/BANK.yml; may be repeated")
    export.add_argument("--site", default=os.environ.get("SITE_URL", ""), help="the site's address, for links to the notes")
    export.add_argument("--out", type=Path, default=Path(FOLDER), help="the folder for the files")
    export.add_argument("--root", type=Path, default=Path(), help="the folder that holds docs/ and quizzes/")
    export.set_defaults(run=lambda options: _export(options, read))


def _export(options: argparse.Namespace, read: Callable[[Path], Library | None]) -> int:
    """Write the files, unless banks have problems: what is lost in silence is lost for good once a teacher has taken it away."""
    library = read(options.root)
    if library is None:
        return 1
    faults = [*report([problem for problem in library.problems if problem.severity == "error"]), *_unknown(options, library)]
    loaded = {} if faults else _loaded(options.formats or NAMES, faults)
    for fault in faults:
        print(fault, file=sys.stderr)
    if faults:
        return 1
    site = options.site and f"{options.site.rstrip('/')}/"
    everything = collected(library, site, source_time(options.root), changes(library, options.root))
    wanted = tuple(deck for deck in everything.decks if not options.chapter or deck.name in options.chapter)
    held = replace(everything, decks=wanted)
    accounts = {name: _write(format_, name, held, options.out, not options.chapter) for name, format_ in loaded.items()}
    if not options.chapter and not options.formats:
        files = made_of(options.root / bank.file for bank in library.banks.values())
        told = {name: _account(account, loaded[name], options.out / name, everything) for name, account in accounts.items()}
        text = json.dumps({"of": files, "formats": told}, ensure_ascii=False, indent=1)
        (options.out / ACCOUNT).write_text(text + "\n", encoding="utf-8")
    return 0


def _unknown(options: argparse.Namespace, library: Library) -> Iterator[str]:
    for name in options.formats:
        if name not in NAMES:
            yield f"expected the name of a format ({', '.join(NAMES)}), got '{name}'{did_you_mean(name, NAMES)}"
    for name in options.chapter:
        if name not in library.banks:
            known = ", ".join(library.banks)
            yield f"expected the name of a published bank ({known}), got '{name}'{did_you_mean(name, library.banks)}"


def _loaded(names: Sequence[str], faults: list[str]) -> dict[str, Format]:
    """Return the formats; add to `faults` those whose library is not installed."""
    formats: dict[str, Format] = {}
    for name in names:
        try:
            formats[name] = load_format(name)
        except ImportError as error:
            faults.append(f"{name}: expected the package '{error.name}', which is not installed: {_EXTRA}")
    return dict(sorted(formats.items(), key=lambda each: each[1].rank))


def _write(format_: Format, name: str, collection: Collection, out: Path, whole: bool) -> Account:
    """Write a file for each chapter, if `whole` one for all, and what lies beside them. Returns the account, which is printed."""
    held, account = divided(collection, format_)
    folder = out / name
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob(f"*.{format_.ending}") if whole else ():
        old.unlink()  # of a bank that is gone
    for deck in held.decks:
        if deck.questions:
            (folder / f"{deck.name}.{format_.ending}").write_bytes(format_.write(held.only(deck)))
    if whole:
        (folder / f"{_whole_name(collection)}.{format_.ending}").write_bytes(format_.write(held))
    for file, data in format_.beside(held):
        (folder / file).write_bytes(data)
    for line in _told(name, format_, account):
        print(line)
    return account


def _whole_name(collection: Collection) -> str:
    return f"{collection.id}-all"


def _told(name: str, format_: Format, account: Account) -> Iterator[str]:
    yield f"{name}: {counted(account.taken.total(), 'question')} for {format_.title}"
    for (kind, reason), ids in sorted(account.left.items()):
        yield f"  left out, {kind} ({len(ids)}): {reason}: {_some(ids)}"
    for (kind, loss), ids in sorted(account.lessened.items()):
        yield f"  {kind} ({len(ids)}): {loss}: {_some(ids)}"


def _some(ids: Sequence[str]) -> str:
    return ", ".join(ids[:_SHOWN]) + (f" and {len(ids) - _SHOWN} more" if len(ids) > _SHOWN else "")


def _account(account: Account, format_: Format, folder: Path, collection: Collection) -> dict[str, Any]:
    """Return what the page of downloads says of a format: its files, what it holds, and what not, by kind, with the reasons."""
    whole, held = f"{_whole_name(collection)}.{format_.ending}", divided(collection, format_)[0]
    decks = {f"{deck.name}.{format_.ending}": deck.name for deck in collection.decks} | {whole: ""}
    files = [folder / name for name in sorted(decks) if (folder / name).is_file()]
    return {
        "title": format_.title,
        "how": format_.how,
        "beside": [[f"{folder.name}/{name}", len(data)] for name, data in format_.beside(held)],
        "files": [[f"{folder.name}/{file.name}", file.stat().st_size, decks[file.name]] for file in files],
        "taken": dict(sorted(account.taken.items())),
        "left": [[kind, reason, len(ids)] for (kind, reason), ids in sorted(account.left.items())],
        "lessened": [[kind, loss, len(ids)] for (kind, loss), ids in sorted(account.lessened.items())],
    }
