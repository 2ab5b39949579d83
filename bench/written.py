"""Each question as the products that are compared want it written, and as plain Markdown."""

from collections.abc import Callable
from typing import Any

from bench.questions import Chapter, Question

Writer = Callable[[Question], str]


def bank(chapter: Chapter) -> dict[str, Any]:
    """Return our question bank of a chapter."""
    return {
        "title": f"Chapter {chapter.number}",
        "chapter": f"chapter{chapter.number}.md",
        "objectives": [{"id": f"LO{chapter.number + 1}.1", "slug": f"know-{chapter.number}", "text": "Know."}],
        "questions": [_entry(question, chapter.number) for question in chapter.questions],
    }


def _entry(question: Question, chapter: int) -> dict[str, Any]:
    options = [
        {"text": option.text, "why": option.why, **({"correct": "yes"} if option.right else {})} for option in question.options
    ]
    head = {"id": f"question-{question.number}", "kind": "single-choice", "section": "section"}
    head |= {"objective": f"LO{chapter + 1}.1", "bloom": "apply", "marks": "1"}
    return {**head, "stem": question.stem, "options": options, "explanation": question.explanation}


def as_text(question: Question) -> str:
    """Return a question as plain Markdown, with what every product has: the answer and its explanation folded behind it."""
    return _plain(question, [_right(question), question.explanation])


def as_same_text(question: Question) -> str:
    """Return a question as plain Markdown with all that ours has: the reason for every option, too."""
    reasons = "\n    ".join(f"- **{_verdict(option.right)}** **{option.text}** {option.why}" for option in question.options)
    return _plain(question, [reasons, question.explanation])


def _plain(question: Question, answer: list[str]) -> str:
    folded = "\n\n".join(f"    {passage}" for passage in answer)
    return f'**Question {question.number}**\n\n{question.stem}\n\n{_listed(question)}\n\n??? note "Answer"\n\n{folded}\n'


def _listed(question: Question) -> str:
    return "\n".join(f"- {option.text}" for option in question.options)


def _right(question: Question) -> str:
    return next(f"**{option.text}**" for option in question.options if option.right)


def _verdict(right: bool) -> str:
    return "Correct:" if right else "Incorrect:"


def for_quiz(question: Question) -> str:
    """Return a question for mkdocs-quiz."""
    return f"<quiz>\n{question.stem}\n{_ticked(question)}\n\n{question.explanation}\n</quiz>\n"


def for_mcq(question: Question) -> str:
    """Return a question for mkdocs-mcq: an explanation belongs to an option there."""
    lines = [f"- [{'x' if option.right else ' '}] {option.text}" for option in question.options]
    told = [f"{line}\n  > {question.explanation}" if "[x]" in line else line for line in lines]
    return f'```mcq\n---\ntype: single\nquestion: "{question.stem}"\n---\n' + "\n".join(told) + "\n```\n"


def _ticked(question: Question) -> str:
    return "\n".join(f"- [{'x' if option.right else ' '}] {option.text}" for option in question.options)


def for_superquiz(question: Question) -> str:
    """Return a question for mkdocs-superquiz, which has no place for an explanation: it stands below."""
    answers = "\n".join(f"      - {f'[{option.text}]' if option.right else option.text}" for option in question.options)
    return f'!!! scquiz "Question {question.number}"\n    {question.stem}\n    answers:\n{answers}\n\n{question.explanation}\n'
