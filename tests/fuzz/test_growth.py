"""Four times as much to read takes about four times the work and the memory, counted in calls and bytes and not by a clock."""

import sys
import tempfile
import tracemalloc
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import anywhere
import imports
from learner_tabs import Tabs
from quizbank.banks.load import load_bank
from quizbank.checks.lint import lint
from quizbank.imports import load_reader
from quizbank.imports.bank.compose import composed
from quizbank.imports.reader import File
from quizbank.library import read_library
from quizbank.model.bank import Bank
from quizbank.model.house import House
from quizbank.render.renderer import Renderer
from quizbank.texts.inline import question_markdown

SMALL, LARGE = 10, 40
QUESTION = """
- id: question-{n}
  kind: single-choice
  section: section
  objective: LO1.1
  bloom: remember
  marks: 1
  stem: Which of the *{word}* words number {n} is at home here?
  options:
    - {{text: The {word} one, correct: yes, why: "It is {word}, and so it is."}}
    - {{text: The other {n}, why: "It stands behind, with [a link](https://a.example/{n})."}}
    - {{text: Neither {n}, why: One of them must be.}}
  explanation: The {word} word number {n} is at home here, since nobody has said that it should go away.
"""
RENDERER = Renderer(question_markdown())


def word(number: int) -> str:
    return "".join("bcdfghjklm"[int(digit)] + "a" for digit in str(number))


def bank_text(count: int) -> str:
    questions = [anywhere.read_yaml(QUESTION.format(n=n, word=word(n)))[0] for n in range(count)]
    head = {"title": "Words", "chapter": "words.md", "objectives": [{"id": "LO1.1", "slug": "words", "text": "Name words."}]}
    return anywhere.as_yaml({**head, "questions": questions})


def bank_of(count: int) -> Bank:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "words.yml"
        path.write_text(bank_text(count), encoding="utf-8")
        bank, problems = load_bank(path, Path(folder))
    assert bank is not None, problems
    assert len(bank.questions) == count
    return bank


def project(count: int) -> Any:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for name in ("docs", "quizzes"):
            (root / name).mkdir()
        sections = "".join(f"\n## {word(n)} {{ #s{n} }}\n\nText of *it* and [more](words.md#s{n}).\n" for n in range(count))
        (root / "docs/words.md").write_text(f"# Words\n\n## Section {{ #section }}\n\nText.\n{sections}", encoding="utf-8")
        (root / "quizzes/words.yml").write_text(bank_text(count), encoding="utf-8")
        return read_library(root / "quizzes", root / "docs", root)


def imported(name: str, question: str) -> Callable[[int], Any]:
    def read(count: int) -> Any:
        data = "".join(question.format(n=n, word=word(n)) for n in range(count)).encode()
        found = load_reader(name).read(File("x.txt", data))
        assert len(found.taken) == count
        return composed(found.taken, imports.AROUND)

    return read


WORK: dict[str, tuple[Callable[[int], Any], Callable[[Any], Any]]] = {
    "a bank is read": (lambda count: count, bank_of),
    "a bank is checked": (bank_of, lambda bank: list(lint({bank.name: bank}, House()))),
    "a bank becomes a page": (bank_of, lambda bank: Renderer(question_markdown()).bank(bank, None, lambda section: None)),
    "a course is read and checked": (lambda count: count, project),
    "a file in GIFT": (
        lambda count: count,
        imported("gift", "::q{n}:: Which {word}? {{ =The {word} one #Yes ~The other {n} #No ~None }}\n\n"),
    ),
    "a file in Aiken": (lambda count: count, imported("aiken", "Which {word} {n}?\nA. The {word}\nB. The other\nANSWER: A\n\n")),
}  # fmt: skip


def calls(run: Callable[[], Any]) -> int:
    """Return how many functions were called, those of C among them."""
    count = 0

    def note(frame: Any, event: str, argument: Any) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        run()
    finally:
        sys.setprofile(before)
    return count


def bytes_of(run: Callable[[], Any]) -> int:
    """Return the most memory that was in use at once."""
    tracemalloc.start()
    try:
        run()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("what", WORK)
def test_four_times_as_much_takes_four_times_the_work_and_the_memory(what: str) -> None:
    prepare, work = WORK[what]
    small, large = prepare(SMALL), prepare(LARGE)
    work(prepare(2))  # what is kept for good, such as compiled templates, is no growth
    times = LARGE / SMALL
    assert calls(lambda: work(large)) <= 1.25 * times * calls(lambda: work(small))
    assert bytes_of(lambda: work(large)) <= 1.25 * times * bytes_of(lambda: work(small))


@pytest.fixture(scope="module")
def tabs() -> Iterator[Tabs]:
    tabs = Tabs()
    yield tabs
    tabs.close()


USES = """
const holder = Object.getPrototypeOf(new Records());
const text = JSON.stringify({ site: "site", version: 3, pieces: Object.fromEntries(Array.from({ length: a[0] }, (_, n) => [
  `answer:q${n}`, { picked: ["a"], points: [], typed: {}, checked: true, at: n }])) });
let uses = 0;
const { getItem, setItem, removeItem } = holder;
Object.assign(holder, {
  getItem(key) { uses += 1; return getItem.call(this, key); },
  setItem(key, value) { uses += 1; return this.records.set(key, value); }
});
tabs[0].restore(tabs[0].store, text);
tabs[0].restore(tabs[0].store, text);
tabs[0].everything();
Object.assign(holder, { getItem, setItem });
return uses;
"""


def test_four_times_as_many_answers_are_restored_with_four_times_the_uses_of_the_storage(tabs: Tabs) -> None:
    uses = []
    for count in (50, 200):
        tabs.reset()
        uses.append(tabs.run(USES, count))
    assert uses[0] >= 150
    assert uses[1] <= 4.1 * uses[0]
