"""Question papers on request: a seed that nobody can guess, what it draws, and whether that is what an earlier print shows."""

import secrets
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from quizbank.library import Library
from quizbank.papers.blueprint import Blueprint
from quizbank.papers.draw import DEFAULT_SEED
from quizbank.papers.fingerprint import LETTERS, bare
from quizbank.papers.sets import PaperSet, mock_set, paper_set
from quizbank.print.papers import Print, write_papers

# Seeds that are tried until no paper asks just what its page on the site asks. From a pool that is too small, none will do.
ATTEMPTS = 20


@dataclass(frozen=True)
class Request:
    """Which papers and sets to draw. Without a seed it is a new one; `expected` are fingerprints of an earlier print."""

    papers: Sequence[Blueprint]
    letters: Sequence[str]
    seed: str | None
    expected: Sequence[str]


@dataclass(frozen=True)
class Draw:
    """What was drawn: one seed for all papers and sets."""

    library: Library
    seed: str
    sets: tuple[PaperSet, ...]

    @property
    def on_the_site(self) -> list[str]:
        """The names of the papers that ask just the questions of their page on the site, whose key is public."""
        mocks, banks = self.library.mock_papers(), self.library.banks.values()
        names = {one.paper.name for one in self.sets if one.paper.name in mocks}
        public = {name: mock_set(mocks[name], banks, DEFAULT_SEED).ids for name in names}
        return sorted({one.paper.name for one in self.sets if public.get(one.paper.name) == one.ids})

    def missing(self, expected: Iterable[str]) -> list[str]:
        """Return the fingerprints among those expected that none of the sets has."""
        drawn = {bare(one.fingerprint) for one in self.sets}
        return [each for each in expected if bare(each) not in drawn]


def draw_papers(library: Library, request: Request) -> Draw:
    """Return what the request asks for. A new seed is drawn again while a paper asks just what its page on the site asks.

    Where no seed keeps all papers off the site, the one that keeps off the most is taken.
    """
    if request.seed:
        return _drawn(library, request, request.seed)
    best = _drawn(library, request, _new_seed())
    for _ in range(ATTEMPTS - 1):
        if not best.on_the_site:
            break
        best = min(best, _drawn(library, request, _new_seed()), key=lambda drawn: len(drawn.on_the_site))
    return best


def _drawn(library: Library, request: Request, seed: str) -> Draw:
    banks = library.all_banks.values()
    return Draw(library, seed, tuple(paper_set(paper, banks, seed, each) for paper in request.papers for each in request.letters))


def _new_seed() -> str:
    """Return a seed with 58 bits of chance: 'k7fq-2m9x-c3vd'."""
    return "-".join("".join(secrets.choice(LETTERS.lower()) for _ in range(4)) for _ in range(3))


def make_papers(library: Library, request: Request, to: Print, tell: Callable[[str], None]) -> list[str]:
    """Write the files of the papers and print their seed. Returns what is wrong; then no file is written.

    Raises PdfError or WordError when a file cannot be made.
    """
    drawn = draw_papers(library, request)
    if missing := drawn.missing(request.expected):
        return [_changed(each, drawn.sets) for each in missing]
    write_papers(drawn.sets, to, tell)
    for line in _told(drawn):
        tell(line)
    return []


def _changed(expected: str, sets: Iterable[PaperSet]) -> str:
    made = ", ".join(f"{one.fingerprint} ({one.paper.name}, set {one.letter})" for one in sets)
    why = "the banks or the blueprint have changed since it was printed, or it was another paper, set or seed"
    return f"expected the paper {expected}, got {made}: {why}"


def _told(drawn: Draw) -> Iterator[str]:
    for name in drawn.on_the_site:
        yield f"Warning: {name} asks the questions of its page on the site, whose key is public. The banks hold too few others."
    prints = ",".join(one.fingerprint for one in drawn.sets)
    yield f"Seed: {drawn.seed}. Write it down now: it stands in none of the files. Whoever knows it can draw the papers and keys."
    yield f"To make the same papers again: --seed {drawn.seed} --expect {prints}"
