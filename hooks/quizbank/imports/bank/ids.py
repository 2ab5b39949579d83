"""Ids that follow from what is asked: the same question gets the same id at the next import, wherever it then stands."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from hashlib import sha256

from quizbank.exchange.texts import plain_line

LONGEST = 48  # characters of a slug before a hash
_HASH = 6
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_BETWEEN = re.compile(r"[^a-z0-9]+")


def slug_of(words: str) -> str:
    """Return words as a slug, as many as fit; '' where there are none in Latin letters."""
    return _cut(_whole(words))


def _whole(words: str) -> str:
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    return _BETWEEN.sub("-", plain.replace("'", "")).strip("-")


def _cut(slug: str) -> str:
    if len(slug) <= LONGEST:
        return slug
    return slug[: LONGEST + 1].rpartition("-")[0].strip("-") or slug[:LONGEST]


def hashed(slug: str, text: str) -> str:
    """Return a slug with a hash of all that is said behind it."""
    return f"{slug or 'question'}-{sha256(text.encode()).hexdigest()[:_HASH]}"


def new_ids(questions: Sequence[tuple[str, str, str]], taken: Collection[str]) -> list[str]:
    """Return an id for each question, given as its own id ('' for none), its stem and all its texts.

    A question keeps its own id if that is a free slug. Else the id is the stem as a slug; a stem that is longer than that, one
    without Latin letters, and one that shares its slug gets a hash of itself behind it. No position counts, so another order
    changes nothing. Two questions with the same texts get the same id. `taken` are those of other banks.
    """
    own = Counter(name for name, _, _ in questions if name)
    bare = Counter(_bare(stem) for name, stem, _ in questions if not _stays(name, own, taken))
    kept = {name for name, _, _ in questions if _stays(name, own, taken)}
    is_free: Callable[[str], bool] = lambda slug: bool(slug) and bare[slug] == 1 and slug not in taken and slug not in kept  # noqa: E731
    stems = Counter(plain_line(stem) for _, stem, _ in questions)
    return [
        name if _stays(name, own, taken) else _made(stem, whole, is_free, stems[plain_line(stem)] == 1)
        for name, stem, whole in questions
    ]


def _stays(name: str, own: Counter[str], taken: Collection[str]) -> bool:
    return bool(_SLUG.fullmatch(name)) and len(name) <= 100 and own[name] == 1 and name not in taken


def _bare(stem: str) -> str:
    """Return the slug of a stem that says all of it, or ''."""
    slug = _whole(plain_line(stem))
    return slug if len(slug) <= LONGEST and plain_line(stem).isascii() else ""


def _made(stem: str, whole: str, is_free: Callable[[str], bool], alone: bool) -> str:
    bare = _bare(stem)
    return bare if is_free(bare) else hashed(slug_of(plain_line(stem)), plain_line(stem) if alone else whole)
