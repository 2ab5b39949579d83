"""The page that says what the questions are made of, as counted when the site is built."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from operator import attrgetter

from quizbank.checks.lint.banks import higher_share, tagged_share
from quizbank.checks.lint.measures.texts import choices_of, single_key
from quizbank.course import Course
from quizbank.kinds import KINDS
from quizbank.model.bank import Bank
from quizbank.model.question import BLOOM_LEVELS, Question
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


def pages(banks: Mapping[str, Bank], course: Course) -> dict[str, str]:
    """Return the page in Markdown by its path, if the course has it."""
    made, words = course.generated, Words(course.language)
    return {made.about: _about(banks, made.kinds, words)} if made.about else {}


def _about(banks: Mapping[str, Bank], gallery: str | None, words: Words) -> str:
    """Return the page. `gallery` is the path of the page that shows the kinds, where there is one."""
    parts = [part for bank in banks.values() for part in bank.parts]
    in_order = sorted(banks.values(), key=attrgetter("number"))
    everything = [question for bank in banks.values() for question in bank.all_questions]
    word = words.word
    return UNSEARCHED + "\n".join(
        [
            heading(words, "about.title"),
            f"{word('about.counted')}\n",
            f"{_sums(banks, parts, everything, words)}\n",
            heading(words, "about.by_chapter", "by-chapter"),
            table(
                (word("about.head_quiz"), word("about.head_questions"), word("about.head_marks"), word("about.head_higher")),
                map(_bank_row, in_order),
            ),
            heading(words, "about.by_type", "by-kind"),
            table((word("about.head_type"), word("about.head_questions")), _kind_rows(everything, gallery, words)),
            heading(words, "about.by_level", "by-level"),
            f"{word('about.levels')}\n",
            table((word("about.head_level"), word("about.head_questions"), word("about.head_share")), _level_rows(parts, words)),
            heading(words, "about.key_position", "key-position"),
            f"{word('about.shuffled')}\n",
            table((word("about.head_position"), word("about.head_correct")), _place_rows(parts, words)),
        ]
    )


def _sums(banks: Mapping[str, Bank], parts: list[Question], everything: Sequence[Question], words: Words) -> str:
    sentences = [
        words.word("about.questions", n=len(parts)),
        words.word("about.marks", n=sum(part.marks for part in parts)),
        words.word("about.quizzes", n=len(banks)),
        words.word("about.cases", n=sum(question.is_case for question in everything)),
        words.word("about.mistakes", share=f"{tagged_share(parts):.0%}"),
    ]
    return " ".join(sentences)


def _bank_row(bank: Bank) -> tuple[str, ...]:
    link = f"[{as_markdown(bank.title)}](quiz/{bank.name}.md)"
    return link, str(len(bank.parts)), str(bank.marks), f"{higher_share(bank.parts):.0%}" if bank.parts else "–"


def _kind_rows(questions: Iterable[Question], gallery: str | None, words: Words) -> Iterable[tuple[str, ...]]:
    counts = Counter(question.kind for question in questions)
    titles = {name: as_markdown(called(kind, words)) for name, kind in KINDS.items()}
    return ((f"[{title}]({gallery}#{name})" if gallery else title, str(counts[name])) for name, title in titles.items())


def _level_rows(parts: Sequence[Question], words: Words) -> Iterable[tuple[str, ...]]:
    counts: Counter[str] = Counter(part.bloom for part in parts)
    return (
        (words.word(_LEVELS[level]), str(counts[level]), f"{counts[level] / max(1, len(parts)):.0%}") for level in BLOOM_LEVELS
    )


def _place_rows(parts: Sequence[Question], words: Words) -> Iterable[tuple[str, ...]]:
    keyed = [choices_of(part) for part in parts if single_key(part)]
    counts = Counter([choice.right for choice in choices].index(True) for choices in keyed)
    return (("ABCDE"[place], words.word("about.out_of", number=counts[place], all=len(keyed))) for place in sorted(counts))
