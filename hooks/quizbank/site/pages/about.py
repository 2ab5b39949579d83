"""The page that says what the questions are made of, as counted when the site is built."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from operator import attrgetter

from quizbank.banks.load import example
from quizbank.checks.lint.banks import higher_share, tagged_share
from quizbank.checks.lint.measures.texts import choices_of, single_key
from quizbank.course import Course
from quizbank.kinds import KINDS
from quizbank.model.bank import Bank
from quizbank.model.question import BLOOM_LEVELS, Question
from quizbank.texts.literal import as_markdown

_INTRODUCTION = """---
search:
  exclude: true
---
# About the question bank

Every number here was counted when this site was built. A question inside a case counts as one question.

"""


def pages(banks: Mapping[str, Bank], course: Course) -> dict[str, str]:
    """Return the page in Markdown by its path, if the course has it."""
    return {course.generated.about: _about(banks, course.generated.kinds)} if course.generated.about else {}


def _about(banks: Mapping[str, Bank], gallery: str | None) -> str:
    """Return the page. `gallery` is the path of the page that shows the kinds, where there is one."""
    parts = [part for bank in banks.values() for part in bank.parts]
    in_order = sorted(banks.values(), key=attrgetter("number"))
    everything = [question for bank in banks.values() for question in bank.all_questions]
    cases = sum(question.is_case for question in everything)
    return _INTRODUCTION + "\n".join(
        [
            f"There are **{len(parts)} questions** with **{sum(part.marks for part in parts)} marks** in {len(banks)} quizzes. "
            f"They include {cases} cases. {tagged_share(parts):.0%} of the questions with options have a wrong option "
            "that stands for a known mistake.\n",
            "## By chapter { #by-chapter }\n",
            _table(("Quiz", "Questions", "Marks", "Apply and above"), map(_bank_row, in_order)),
            "## By kind { #by-kind }\n",
            _table(("Kind", "Questions"), _kind_rows(everything, gallery)),
            "## By Bloom level { #by-level }\n",
            "The levels are those of Anderson and Krathwohl (2001), from remembering to creating.\n",
            _table(("Level", "Questions", "Share"), _level_rows(parts)),
            "## Where the right answer stands { #key-position }\n",
            "Options are shuffled, so each place should be right about equally often.\n",
            _table(("Place", "Right in"), _place_rows(parts)),
        ]
    )


def _bank_row(bank: Bank) -> tuple[str, ...]:
    link = f"[{as_markdown(bank.title)}](quiz/{bank.name}.md)"
    return link, str(len(bank.parts)), str(bank.marks), f"{higher_share(bank.parts):.0%}" if bank.parts else "–"


def _kind_rows(questions: Iterable[Question], gallery: str | None) -> Iterable[tuple[str, ...]]:
    counts = Counter(question.kind for question in questions)
    titles = {name: as_markdown(example(name).title) for name in KINDS}
    return ((f"[{title}]({gallery}#{name})" if gallery else title, str(counts[name])) for name, title in titles.items())


def _level_rows(parts: Sequence[Question]) -> Iterable[tuple[str, ...]]:
    counts: Counter[str] = Counter(part.bloom for part in parts)
    return ((level.capitalize(), str(counts[level]), f"{counts[level] / max(1, len(parts)):.0%}") for level in BLOOM_LEVELS)


def _place_rows(parts: Sequence[Question]) -> Iterable[tuple[str, ...]]:
    keyed = [choices_of(part) for part in parts if single_key(part)]
    counts = Counter([choice.right for choice in choices].index(True) for choices in keyed)
    return (("ABCDE"[place], f"{counts[place]} of {len(keyed)}") for place in sorted(counts))


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines) + "\n"
