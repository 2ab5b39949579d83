"""The page from which questions are taken along: a file for each format and chapter, and what each format holds."""

from collections.abc import Iterable, Mapping
from operator import attrgetter

from quizbank.course import Course
from quizbank.kinds import KINDS
from quizbank.model.bank import Bank
from quizbank.problems.advice import exporting
from quizbank.site.downloads import FOLDER, Download, Downloads, Ready
from quizbank.site.pages.headings import UNSEARCHED, called, heading, table
from quizbank.strings.words import Words, entries
from quizbank.texts.literal import as_markdown


def pages(banks: Mapping[str, Bank], ready: Ready | None, course: Course) -> dict[str, str]:
    """Return the page in Markdown by its path, if the course has it."""
    made = course.generated.downloads
    return {made: _Page(banks, ready, Words(course.language)).text()} if made else {}


class _Page:
    def __init__(self, banks: Mapping[str, Bank], ready: Ready | None, words: Words) -> None:
        self.banks = sorted(banks.values(), key=attrgetter("number"))
        self.formats = ready.formats if ready else ()
        self.words = words

    def text(self) -> str:
        """Return the page."""
        word = self.words.word
        start = [heading(self.words, "downloads.title"), f"{word('downloads.purpose')}\n"]
        if not self.formats:
            return UNSEARCHED + "\n".join([*start, f"{word('downloads.none', command=exporting())}\n"])
        return UNSEARCHED + "\n".join([*start, *map(self._format, self.formats), self._chapters(), self._held()])

    def _format(self, one: Downloads) -> str:
        """Return what a format is for, step by step, with the file that holds everything."""
        how = f"{self.words.word(one.how)}\n\n" if one.how in entries(self.words.language) else ""
        whole = one.whole
        link = f"{_link(whole, self.words.word('downloads.whole'))}\n" if whole else ""
        return f"## {as_markdown(one.title)} {{ #{one.name} }}\n\n{how}{link}{self._beside(one)}"

    def _beside(self, one: Downloads) -> str:
        """Return the files that go with those of a format, if there are any."""
        label = self.words.word("downloads.beside")
        return f"\n{label} {' · '.join(_link(file, '').lstrip() for file in one.beside)}\n" if one.beside else ""

    def _chapters(self) -> str:
        """Return the files of each chapter, in a line."""
        lines = [f"- **{bank.number}. {as_markdown(bank.title)}:** {self._files(bank.name)}" for bank in self.banks]
        return f"{heading(self.words, 'downloads.by_chapter', 'by-chapter')}\n" + "\n".join(lines) + "\n"

    def _files(self, deck: str) -> str:
        found = ((one.title, one.of(deck)) for one in self.formats)
        return " · ".join(f"[{as_markdown(title)}]({FOLDER}/{file.path})" for title, file in found if file)

    def _held(self) -> str:
        """Return how many questions of each kind each format holds, and why it leaves others out."""
        word = self.words.word
        parts = [part for bank in self.banks for part in bank.parts]
        rows = [
            [as_markdown(called(kind, self.words)), str(count), *(str(one.taken.get(name, 0)) for one in self.formats)]
            for name, kind in KINDS.items()
            if (count := sum(part.kind == name for part in parts))
        ]
        head = [word("downloads.kind"), word("downloads.all"), *(as_markdown(one.title) for one in self.formats)]
        reasons = [self._reasons(one) for one in self.formats if one.left or one.lessened]
        return "\n".join(
            [
                heading(self.words, "downloads.held", "held"),
                f"{word('downloads.counted')}\n",
                table(head, rows),
                heading(self.words, "downloads.lost", "lost"),
                *reasons,
            ]
        )

    def _reasons(self, one: Downloads) -> str:
        """Return what a format leaves out, and then what gets lost in it, with the numbers by kind."""
        left, lessened = _grouped(one.left), _grouped(one.lessened)
        lines = [f"- {self._left_out(numbers)} {_why(reason, numbers, self.words)}" for reason, numbers in left]
        lines += [f"- {_why(reason, numbers, self.words)}" for reason, numbers in lessened]
        return f"**{as_markdown(one.title)}**\n\n" + "\n".join(lines) + "\n"

    def _left_out(self, numbers: Mapping[str, int]) -> str:
        return self.words.word("downloads.left_out", count=sum(numbers.values()))


def _grouped(counts: Iterable[tuple[str, str, int]]) -> list[tuple[str, dict[str, int]]]:
    """Return each reason with its numbers by kind."""
    found: dict[str, dict[str, int]] = {}
    for kind, reason, number in counts:
        found.setdefault(reason, {})[kind] = number
    return list(found.items())


def _why(reason: str, numbers: Mapping[str, int], words: Words) -> str:
    named = ", ".join(f"{as_markdown(called(KINDS[kind], words))} {number}" for kind, number in numbers.items() if kind in KINDS)
    return f"{as_markdown(reason[:1].upper() + reason[1:])} ({named})."


def _link(file: Download, label: str) -> str:
    name = file.path.rpartition("/")[2]
    return f"{label} [{as_markdown(name)}]({FOLDER}/{file.path}) ({_size(file.size)})"


def _size(size: int) -> str:
    return f"{size / 1e6:.1f}\u00a0MB" if size >= 1e5 else f"{max(1, round(size / 1000))}\u00a0KB"
