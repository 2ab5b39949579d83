"""The page that says what the questions are made of, as counted when the site is built."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from operator import attrgetter
from typing import NamedTuple, TypeVar

from quizbank.checks.lint.banks import higher_share, tagged
from quizbank.checks.lint.measures.texts import choices_of, single_key
from quizbank.course import Course
from quizbank.kinds import KINDS
from quizbank.model.bank import Bank, once
from quizbank.model.question import BLOOM_LEVELS
from quizbank.site.pages.headings import UNSEARCHED, called, heading, table
from quizbank.strings.words import Words
from quizbank.texts.literal import as_markdown

_LEVELS = {
    "remember": "about.remember",
    "understand": "about.understand",
    "apply": "about.apply",
    "analyse": "about.analyse",
    "evaluate": "about.evaluate",
    "create": "about.create",
}

Counts = TypeVar("Counts")


def pages(banks: Mapping[str, Bank], course: Course) -> dict[str, str]:
    """Return the page in Markdown by its path, if the course has it."""
    made, words = course.generated, Words(course.language)
    return {made.about: _about(banks, made.kinds, words)} if made.about else {}


class _Counted(NamedTuple):
    """What is counted in one bank. `misconceptions` are the questions that name one, and those that could.

    `places` counts where the right option stands in the questions that have just one.
    """

    cases: int
    misconceptions: tuple[int, int]
    kinds: Counter[str]
    levels: Counter[str]
    places: Counter[int]


@once
def _counted(bank: Bank) -> _Counted:
    keyed = [choices_of(part) for part in bank.parts if single_key(part)]
    return _Counted(
        sum(question.is_case for question in bank.questions),
        tagged(bank.parts),
        Counter(question.kind for question in bank.all_questions),
        Counter(part.bloom for part in bank.parts),
        Counter([choice.right for choice in choices].index(True) for choices in keyed),
    )


def _about(banks: Mapping[str, Bank], gallery: str | None, words: Words) -> str:
    """Return the page. `gallery` is the path of the page that shows the kinds, where there is one."""
    in_order = sorted(banks.values(), key=attrgetter("number"))
    counted = [_counted(bank) for bank in banks.values()]
    word = words.word
    return UNSEARCHED + "\n".join(
        [
            heading(words, "about.title"),
            f"{word('about.counted')}\n",
            f"{_sums(banks, counted, words)}\n",
            heading(words, "about.by_chapter", "by-chapter"),
            table(
                (word("about.head_quiz"), word("about.head_questions"), word("about.head_marks"), word("about.head_higher")),
                map(_bank_row, in_order),
            ),
            heading(words, "about.by_type", "by-kind"),
            table((word("about.head_type"), word("about.head_questions")), _kind_rows(counted, gallery, words)),
            heading(words, "about.by_level", "by-level"),
            f"{word('about.levels')}\n",
            table(
                (word("about.head_level"), word("about.head_questions"), word("about.head_share")),
                _level_rows(counted, words),
            ),
            heading(words, "about.key_position", "key-position"),
            f"{word('about.shuffled')}\n",
            table((word("about.head_position"), word("about.head_correct")), _place_rows(counted, words)),
        ]
    )


def _sums(banks: Mapping[str, Bank], counted: Sequence[_Counted], words: Words) -> str:
    parts = [part for bank in banks.values() for part in bank.parts]
    named, optioned = map(sum, zip(*(bank.misconceptions for bank in counted), strict=True)) if counted else (0, 0)
    sentences = [
        words.word("about.questions", n=len(parts)),
        words.word("about.marks", n=sum(part.marks for part in parts)),
        words.word("about.quizzes", n=len(banks)),
        words.word("about.cases", n=sum(bank.cases for bank in counted)),
        words.word("about.mistakes", share=f"{named / optioned if optioned else 1:.0%}"),
    ]
    return " ".join(sentences)


@once
def _bank_row(bank: Bank) -> tuple[str, ...]:
    link = f"[{as_markdown(bank.title)}](quiz/{bank.name}.md)"
    return link, str(len(bank.parts)), str(bank.marks), f"{higher_share(bank.parts):.0%}" if bank.parts else "–"


def _kind_rows(banks: Iterable[_Counted], gallery: str | None, words: Words) -> Iterable[tuple[str, ...]]:
    counts = _sum(bank.kinds for bank in banks)
    titles = {name: as_markdown(called(kind, words)) for name, kind in KINDS.items()}
    return ((f"[{title}]({gallery}#{name})" if gallery else title, str(counts[name])) for name, title in titles.items())


def _level_rows(banks: Iterable[_Counted], words: Words) -> Iterable[tuple[str, ...]]:
    counts = _sum(bank.levels for bank in banks)
    every = max(1, counts.total())
    return ((words.word(_LEVELS[level]), str(counts[level]), f"{counts[level] / every:.0%}") for level in BLOOM_LEVELS)


def _place_rows(banks: Iterable[_Counted], words: Words) -> Iterable[tuple[str, ...]]:
    counts = _sum(bank.places for bank in banks)
    return (("ABCDE"[place], words.word("about.out_of", number=counts[place], all=counts.total())) for place in sorted(counts))


def _sum(counts: Iterable[Counter[Counts]]) -> Counter[Counts]:
    """Return what was counted in some banks, together."""
    return sum(counts, Counter[Counts]())
