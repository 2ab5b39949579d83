"""The words of the interface: every language says the same, every key is said, and no word stands outside the catalogue."""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from babel import Locale
from py_mini_racer import MiniRacer

from front_end import words
from outside_words import outside
from places import ROOT
from quizbank.site.assets import keys_in
from quizbank.strings.words import DEFAULT, Entry, Words, entries, languages

HOOKS = ROOT / "hooks"
ENGINE = HOOKS / "quizbank"
OTHERS = [language for language in languages() if language != DEFAULT]
_KEY = re.compile(r"""["']([a-z_]+\.[a-z0-9_]+)["']""")


def forms(entry: Entry) -> list[str]:
    return [entry] if isinstance(entry, str) else list(entry.values())


def values_of(entry: Entry) -> set[str]:
    return {name for form in forms(entry) for name in re.findall(r"\{(\w+)\}", form)}


@pytest.mark.parametrize("language", languages())
def test_a_language_has_the_forms_of_its_plurals_and_no_others(language: str) -> None:
    wanted = set(Locale.parse(language).plural_form.tags) | {"other"}
    plurals = {key: set(entry) for key, entry in entries(language).items() if not isinstance(entry, str)}
    assert {key: found for key, found in plurals.items() if found != wanted} == {}
    assert plurals


@pytest.mark.parametrize("language", OTHERS)
def test_every_language_says_the_same_with_the_same_values(language: str) -> None:
    own, others = entries(DEFAULT), entries(language)
    assert own.keys() == others.keys()
    differing = {key for key in own if values_of(own[key]) != values_of(others[key])}
    assert {key for key in differing if values_of(own[key]) ^ values_of(others[key]) != {"n"}} == set()


def sources() -> Iterator[Path]:
    for path in sorted([*HOOKS.rglob("*"), *(ROOT / "overrides").rglob("*.html")]):
        if path.suffix in {".py", ".js", ".j2", ".html", ".htm"} and "__pycache__" not in path.parts:
            yield path


def test_every_key_is_said_somewhere_and_every_key_that_is_said_is_there() -> None:
    known = entries(DEFAULT)
    areas = {key.partition(".")[0] for key in known}
    said = {key for path in sources() for key in _KEY.findall(path.read_text(encoding="utf-8")) if key.partition(".")[0] in areas}
    assert known.keys() - said == set()
    in_scripts = {key for path in sources() if path.suffix == ".js" for key in keys_in(path.read_text(encoding="utf-8"))}
    assert in_scripts <= known.keys()


def test_a_word_is_said_with_its_values_and_the_form_of_its_number() -> None:
    english = Words()
    assert english.say("question.marks", n=1) == "1 mark"
    assert english.say("question.marks", n=2) == "2 marks"
    assert english.word("question.marks", n=2) == '<span data-say="question.marks" data-n="2">2 marks</span>'
    assert english.word("question.review", title='A "b" <c>') == (
        '<span data-say="question.review" data-title="A &#34;b&#34; &lt;c&gt;">Review: A &#34;b&#34; &lt;c&gt;</span>'
    )


def test_a_language_that_the_interface_does_not_speak_gets_english_words() -> None:
    assert Words("kn").language == DEFAULT


def test_a_key_or_a_value_that_is_not_there_is_a_fault() -> None:
    with pytest.raises(KeyError, match="no_such"):
        Words().say("question.no_such")
    with pytest.raises(KeyError, match="title"):
        Words().say("question.review")


@pytest.mark.parametrize("language", languages())
def test_the_script_says_what_python_says(language: str) -> None:
    said, script = Words(language), MiniRacer()
    script.eval(words(language))
    for key, entry in entries(language).items():
        for number in (0, 1, 2, 5, 21):
            values: Mapping[str, object] = {**dict.fromkeys(values_of(entry), "x"), "n": number}
            assert script.eval(f"say({json.dumps(key)}, {json.dumps(values)})") == said.say(key, **values)


# Names of states, classes and keys look like words in these; they were looked through by eye.
LOOKED_THROUGH = (
    "frontend/mock/",
    "frontend/practice/flashcards.js",
    "frontend/progress/",
    "frontend/set/",
    "frontend/storage/",
    "offline/",
    "practice/flashcards.html.j2",
    "render/templates/bank.html.j2",
    "render/templates/mock.html.j2",
)
# What looks like words and is none.
NO_WORDS = {
    '"legend, span"': "a selector",
    '"a, button"': "a selector",
    '"button, a, summary"': "a selector",
    '"Enter"': "the name of a key",
    '"\\a0"': "a space",
    '"not answered"': "a state that nobody sees",
    "`quiz-verdict is-${name}`": "two classes",
    "`new ${fresh}`": "the id of a card that nobody sees",
    '`${words} ${this.result.note ?? ""} ${outOf(this.earned, this.marks)}.`': "sentences of the catalogue, one after the other",
}


def shown_files() -> list[str]:
    """Return every file of which readers see something, but for what a new course begins with: its author writes that."""
    paths = (path for suffix in ("j2", "js", "css", "html", "htm") for path in ENGINE.rglob(f"*.{suffix}"))
    names = sorted(str(path.relative_to(ENGINE)) for path in paths)
    return [name for name in names if not name.startswith(("start/", *LOOKED_THROUGH))]


@pytest.mark.parametrize("name", shown_files())
def test_no_words_stand_outside_the_catalogue(name: str) -> None:
    assert [found for found in outside(ENGINE / name) if found not in NO_WORDS] == []


@pytest.mark.parametrize(
    ("file", "text", "found"),
    [
        ("a.html.j2", "<p>{{ label }} of {{ all }}</p>", ["of"]),
        ("a.html.j2", '<a aria-label="Back {{ say("a.b") }}" class="no-word">{# a remark #}</a>', ["Back"]),
        ("a.html.j2", '{{ ", and more of it" if many }}{% set what = "Answer" %}', ['", and more of it"', '"Answer"']),
        ("a.html.j2", '{{ say("a.b") }}: {{ "<b class=one>%s</b>" }}{% block rest %} data-rest="close"{% endblock %}', []),
        ("a.js", 'say("area.name"); // a remark\nmake("p", { class: "quiz-links" }, `${count} open`);', ["`${count} open`"]),
        ("a.js", 'x = "Marks"; y = `${n} of ${all} marks`; z = ".a :is(b, c)";', ['"Marks"', "`${n} of ${all} marks`"]),
        (
            "a.css",
            'a::after { content: "page " counter(page); } b::after { content: "· " attr(href); }',
            ['"page " counter(page)'],
        ),
    ],
)
def test_words_outside_the_catalogue_are_found(tmp_path: Path, file: str, text: str, found: list[str]) -> None:
    (tmp_path / file).write_text(text, encoding="utf-8")
    assert outside(tmp_path / file) == found
