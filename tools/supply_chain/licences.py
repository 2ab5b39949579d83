"""The licences of everything that is installed, from the packages' own metadata, and whether a course may be made with them.

Nothing of these packages is handed out with a course: they build it. What a page or a zip does hold of theirs is the theme, and
that is under MIT. So a licence is refused where nobody may use the program for this, and where nobody can tell.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from typing import Any, NamedTuple

from supply_chain.locks import Locked

# Licences under which everyone may use a program for any purpose, as SPDX and the packages write them.
FREE = re.compile(
    r"MIT|MIT-0|MIT-CMU|HPND|ISC|Zlib|0BSD|Unlicense|CC0-1\.0|Python-2\.0|PSF-2\.0|PSFL?|BSD|BSD-[23]-Clause|Apache-2\.0"
    r"|MPL-2\.0|LGPL-[23][\w.+-]*|GPL-3[\w.+-]*|AGPL-3[\w.+-]*|CNRI-Python|BlueOak-1\.0\.0|ZPL-2\.1|NCSA"
)
_NAMES = (
    (r"MIT( License)?|The MIT License.*|Expat", "MIT"),
    (r"Apache( Software)?( License)?,?( Version)? ?2(\.0)?|Apache Software License|Apache License", "Apache-2.0"),
    (r"(BSD|3-Clause BSD|Modified BSD|New BSD|BSD 3-Clause)( License)?", "BSD-3-Clause"),
    (r"Mozilla Public License 2\.0.*|MPL[ -]?2\.0", "MPL-2.0"),
    (r"Python Software Foundation License|PSF License", "PSF-2.0"),
    (r"ISC License.*", "ISC"),
    (r"GNU Affero General Public License v3.*|AGPLv3.*|AGPL-3.*", "AGPL-3.0"),
    (r"GNU Lesser General Public License v2 or later.*", "LGPL-2.1-or-later"),
)
# Of packages that only another system installs, as their own metadata says it.
ELSEWHERE = {
    "brotlicffi": "MIT",
    "colorama": "BSD-3-Clause",
    "pyyaml-ft": "MIT",
}
# Packages whose metadata says less than their files, or nothing: what stands in the file of their licence.
READ_BY_US: Mapping[str, str] = {
    "rich-click": "MIT",
    "axe-playwright-python": "MIT AND MPL-2.0",  # its own files, and axe in them
}
HEAD = (
    "# Licences of what the project uses",
    "",
    "Written by `make audit` from the packages' own metadata. The last column names the lock files that hold a package: `site`",
    "is what building a course takes; the others are for what their names say. Only the theme is handed out with a course.",
    "",
    "| Package | Version | Licence | Lock |",
    "|---|---|---|---|",
)


class Licensed(NamedTuple):
    """A package with its licence as SPDX writes it; empty where it is not known."""

    name: str
    version: str
    licence: str


def licence_of(package: Locked) -> Licensed:
    """Return a package with its licence, from its metadata where it is installed."""
    try:
        stated = READ_BY_US.get(package.name) or _stated(distribution(package.name))
    except PackageNotFoundError:
        stated = ELSEWHERE.get(package.name, "")
    return Licensed(package.name, package.version, stated)


def refused(licensed: Iterable[Licensed]) -> Iterator[str]:
    """Yield a sentence for each package whose licence is not known, or not one under which everyone may use it."""
    for name, version, licence in licensed:
        if not licence:
            yield f"{name} {version}: expected a licence in its metadata, got none"
        elif not all(FREE.fullmatch(part) for part in _parts(licence)):
            yield f"{name} {version}: expected a free licence, got '{licence}'"


def page(licensed: Mapping[str, list[Licensed]]) -> str:
    """Return the list as a page of Markdown. `licensed` are the packages of each lock file by its name."""
    wanted: dict[Licensed, list[str]] = {}
    for lock, packages in licensed.items():
        for package in packages:
            wanted.setdefault(package, []).append(lock.removeprefix("requirements").removesuffix(".lock").lstrip("-") or "site")
    rows = [f"| {each.name} | {each.version} | {each.licence} | {', '.join(wanted[each])} |" for each in sorted(wanted)]
    return "\n".join([*HEAD, *rows, ""])


def _stated(package: Distribution) -> str:
    metadata: Any = package.metadata
    classifiers = [each.split(" :: ")[-1] for each in metadata.get_all("Classifier", []) if each.startswith("License ::")]
    candidates = [metadata.get("License-Expression"), metadata.get("License"), *classifiers]
    texts = (text.strip() for text in candidates if text and "\n" not in text.strip() and "UNKNOWN" not in text)
    names = [_spdx(text) for text in texts if text not in {"OSI Approved", "Dual License"}]
    return next((name for name in names if all(FREE.fullmatch(part) for part in _parts(name))), next(iter(names), ""))


def _spdx(text: str) -> str:
    return next((name for pattern, name in _NAMES if re.fullmatch(pattern, text, re.IGNORECASE)), text)


def _parts(licence: str) -> list[str]:
    return [part for part in re.split(r"\s+(?:AND|OR|WITH)\s+|[()]", licence) if part and not part.endswith("-exception")]
