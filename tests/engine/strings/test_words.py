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


_ENGLISH_STOP = re.compile(r"(?<!पृ)\.(?=\s|$)")  # पृ. is short for page


def test_a_sentence_in_hindi_ends_with_a_danda() -> None:
    texts = {key: form for key, entry in entries("hi").items() for form in forms(entry)}
    assert {key: text for key, text in texts.items() if _ENGLISH_STOP.search(text)} == {}
    assert {key: text for key, text in texts.items() if re.search(r"\d।", text)} == {}, "a danda beside a digit looks like a 1"
    english = {key for key, entry in entries(DEFAULT).items() if all(form.endswith(".") for form in forms(entry))}
    assert {key for key in english if not texts[key].endswith(("।", "?", "!", ":"))} == set()


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


# What looks like words and is none, by what it is.
NO_WORDS = {
    "a selector": (
        '"legend, span"',
        '"a, button"',
        '"button, a, summary"',
        '"button, a, summary, label"',
        '"input, select, textarea"',
        '"tbody tr"',
        '"quiz-question, code, pre, script, style, textarea"',
    ),
    "the name of a key, an event, an error, a header or a type": (
        '"AbortError"',
        '"Enter"',
        '"Storage"',
        '"Content-Type"',
        '"Vary"',
        '"Range"',
    ),
    "what a browser is asked about a device": ('"(pointer: fine)"',),
    "a type of content": ('"text/html; charset=utf-8"',),
    "a space": ('"\\a0"',),
    "a state, which templates and style sheets name": (
        '"answered and marked for review"',
        '"begun done"',
        '"exam first study done"',
        '"exam first study"',
        '"marked for review"',
        '"not answered"',
        '"not visited"',
        '"partly answered and marked for review"',
        '"partly answered"',
        "`${state} and marked for review`",
    ),
    "classes, an id or a path of a line": (
        "`quiz-verdict is-${name}`",
        "`new ${fresh}`",
        '`M${places.join("L")}`',
        "`${bank.name} ${part.objective}`",
    ),
    "sentences of the catalogue, one after the other": (
        '`${said} ${say("cards.ready", { due: due.length, unseen: unseen.length })}`',
        '`${faultWords(...fault)} ${say("progress.unchanged")}`',
        '`${say("progress.restored", counts)} ${strange}`',
        "`${ahead} ${until}`",
    ),
    "a letter and a title, both of the author": ("`${section.id}. ${section.title}`",),
    "what the worker tells itself": ("`${fresh.status} for ${address}`", '"is this page being left?"', '"take over"'),
    "the title of a frame that nobody sees": ("Storage",),
    "what browsers call an error": ('"AbortError"',),
    "what browsers call a key": ('"Escape"', '"Tab"'),
}
_NO_WORDS = frozenset(text for texts in NO_WORDS.values() for text in texts)


def shown_files() -> list[str]:
    """Return every file of which readers see something, but for what a new course begins with: its author writes that."""
    suffixes = ("j2", "js", "css", "html", "htm", "py")
    paths = (path for suffix in suffixes for place in (HOOKS, ROOT / "overrides") for path in place.rglob(f"*.{suffix}"))
    names = sorted(path.relative_to(ROOT).as_posix() for path in paths)
    return [name for name in names if not name.startswith("hooks/quizbank/start/")]


@pytest.mark.parametrize("name", shown_files())
def test_no_words_stand_outside_the_catalogue(name: str) -> None:
    assert [found for found in outside(ROOT / name) if found not in _NO_WORDS] == []


def test_everything_that_counts_as_no_words_is_there() -> None:
    found = {text for name in shown_files() for text in outside(ROOT / name)}
    assert _NO_WORDS - found == set()


@pytest.mark.parametrize(
    ("file", "text", "found"),
    [
        ("a.html.j2", "<p>{{ label }} of {{ all }}</p>", ["of"]),
        ("a.html.j2", '<a aria-label="Back {{ say("a.b") }}" class="no-word">{# a remark #}</a>', ["Back"]),
        ("a.html.j2", '{{ ", and more of it" if many }}{% set what = "Answer" %}', ['", and more of it"', '"Answer"']),
        ("a.html.j2", '{{ say("a.b") }}: {{ "<b class=one>%s</b>" }}{% block rest %} data-rest="close"{% endblock %}', []),
        ("a.js", 'say("area.name"); // a remark\nmake("p", { class: "quiz-links" }, `${count} open`);', ["`${count} open`"]),
        ("a.js", 'x = "Marks"; y = `${n} of ${all} marks`; z = ".a :is(b, c)";', ['"Marks"', "`${n} of ${all} marks`"]),
        ("a.py", 'def f():\n    """Return a <p>."""\n    return f"<p>Marks: {n}</p>" + r"<b>\\s</b>"', ["Marks:"]),
        ("a.html", "<title>{lost}</title><p>Lost {page}</p>", ["Lost"]),
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
