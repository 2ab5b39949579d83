"""What a page loads is what its blocks declare, and each declaration fits what stands on the page."""

import re

import pytest
from markdown import Markdown

from front_end import FRONTEND, source
from quizbank.banks.load import example
from quizbank.kinds import KINDS
from quizbank.notes.blocks import ANSWERS, extensions_with
from quizbank.render.renderer import Renderer
from quizbank.site import scripts
from quizbank.site.assets import Asset, figure_sheet, language_sheet
from quizbank.site.loads import Loads, Needs
from quizbank.strings.words import languages
from quizbank.texts.inline import question_markdown

FIGURES = figure_sheet("")
_SELECTORS = re.compile(r"[^{}]+(?=\{)")


def _names(loads: Loads) -> list[str]:
    return _stems([*(sheet for sheet, _ in loads.sheets), *loads.scripts])


def _stems(assets: list[Asset]) -> list[str]:
    return [asset.path.rpartition("/")[2].rpartition("-")[0] for asset in assets]


def _classes(text: str) -> set[str]:
    return set(re.findall(r"\.(quiz-[\w-]+)", text))


@pytest.mark.parametrize("name", KINDS)
def test_a_kind_declares_the_style_sheet_of_what_it_shows(name: str) -> None:
    """A class that only `rows.css` knows needs the sheet with `rows.css` in it."""
    renderer = Renderer(question_markdown())
    html = "".join(renderer.question(question, "Question", None) for question in example(name).questions)
    own = set(re.findall(r"^\.(quiz-[\w-]+)", source("questions.css"), re.M))
    shown = {each for names in re.findall(r'class="([^"]+)"', html) for each in names.split()}
    special = _classes("".join(_SELECTORS.findall(source("rows.css")))) - own
    assert bool(shown & special) == (KINDS[name].model.sheet == "practice")


def _marking_of(name: str) -> set[str]:
    """Return the parts that mark the first question in the example of a kind."""
    inner = [part for question in example(name).questions[:1] for part in question.inner]
    return {scripts.marking_of(each) for each in (name, *(part.kind for part in inner))} - {""}


@pytest.mark.parametrize("name", KINDS)
def test_a_page_with_one_question_loads_what_its_kind_declares(name: str) -> None:
    needs = Needs()
    needs.questions(example(name).questions[:1])
    model = KINDS[name].model
    marking = _marking_of(name)
    assert (f"marking:{name}" in marking) == (model.script == "own")
    sheets = ["quiz", *(["practice"] if model.sheet else []), "print"]
    loads = needs.loads({}, FIGURES)
    assert _names(loads) == [*sheets, "question"]
    assert _stems(loads.later["marking"]) == ["checking", *sorted(part.removeprefix("marking:") for part in marking)]


@pytest.mark.parametrize("name", KINDS)
def test_where_questions_are_asked_one_after_another_their_marking_comes_at_once(name: str) -> None:
    needs = Needs()
    needs.questions(example(name).questions[:1])
    needs.feature("set")
    loads = needs.loads({}, FIGURES)
    assert {"checking", *(part.partition(":")[2] for part in _marking_of(name))} <= set(_names(loads))
    assert loads.later == {}


def test_a_chapter_and_a_page_with_words_of_the_glossary_load_what_opens_them_when_it_is_asked_for() -> None:
    words = {"data:terms": Asset("assets/quiz/terms-of-the-course.js", "")}
    needs = Needs()
    needs.terms()
    loads = needs.loads(words, FIGURES)
    assert _names(loads) == ["question"]
    assert _stems(loads.later["terms"]) == ["terms", "terms-of-the", "terms"]
    needs.chapter()
    assert _names(needs.loads(words, FIGURES)) == ["quiz", "notes", "print", "question", "chapter"]


def test_a_page_without_anything_to_answer_loads_what_says_words_and_one_with_answers_what_prints_them() -> None:
    needs = Needs()
    assert _names(needs.loads({}, FIGURES)) == ["shell"]
    needs.figure()
    assert _names(needs.loads({}, FIGURES)) == ["figures", "shell"]
    needs.answers()
    assert _names(needs.loads({}, FIGURES)) == ["print", "figures", "shell", "print"]
    needs.picture()
    assert _names(needs.loads({}, FIGURES)) == ["pictures", "print", "figures", "shell", "print"]
    needs.feature("set")  # whose sheet holds the one for pictures
    assert "pictures" not in _names(needs.loads({}, FIGURES))


def test_a_page_in_a_language_with_a_style_sheet_of_its_own_loads_it_and_others_do_not() -> None:
    assert _names(Needs().loads({}, FIGURES, "hi")) == ["words-hi", "shell"]
    assert "words-hi" not in _names(Needs().loads({}, FIGURES, "kn"))


def test_kinds_features_and_data_of_one_name_are_told_from_one_another() -> None:
    names = [*scripts.PARTS, *(f"kind:{name}" for name in KINDS)]
    assert all(re.fullmatch(r"(marking|feature|data|kind):[\w-]+", name) for name in names)
    needed = {need for part in scripts.PARTS.values() for need in part.needs}
    assert {need for need in needed if need not in scripts.PARTS} == {"data:catalogue", "data:cards", "data:papers"}


def test_every_file_of_the_front_end_is_in_the_list_once_for_each_script_that_uses_it() -> None:
    listed = {
        *scripts.QUESTION,
        scripts.PRINT,
        scripts.MARKS,
        *scripts.SEARCH_ONLY,
        scripts.LATE,
        *scripts.SHELL_WORDS,
        *scripts.OTHER_LANGUAGE,
        *(file for part in scripts.PARTS.values() for file in part.files),
    }
    listed |= {file for sheet in scripts.SHEETS.values() for file in sheet}
    listed |= {"storage/folder.js", "storage/keeper.htm", "styles/figures.css"}  # of a folder; made with a course's colours
    listed |= {f"languages/{language}.css" for language in languages() if language_sheet(language)}
    there = {path.relative_to(FRONTEND).as_posix() for path in FRONTEND.rglob("*.*")}
    assert {file for file in listed if not file.startswith("../kinds/")} == there


def test_no_folder_of_the_front_end_holds_more_than_12_files_and_no_file_more_than_250_lines() -> None:
    for folder in FRONTEND.iterdir():
        assert folder.is_dir(), folder
        assert len(list(folder.iterdir())) <= 12, folder
        for path in folder.iterdir():
            assert len(path.read_text(encoding="utf-8").splitlines()) <= 250, path


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ('??? success "Answers"\n    42\n', True),
        ('!!! success "Answers"\n    42\n', True),
        ("/// details | Answers\n    type: success\n\n42\n///\n", True),
        ('??? note "Hint"\n    <div class="success">\n', False),
        ('`class="success"` and <b>success</b>\n', False),
        ("Success.\n", False),
    ],
)
def test_a_page_says_whether_it_holds_answers_to_its_exercises(text: str, holds: bool) -> None:
    own = ["admonition", "pymdownx.details"]
    parser = Markdown(extensions=extensions_with(own, lambda name, argument: ""))
    assert (ANSWERS in parser.convert(text)) == holds
    assert ANSWERS not in parser.reset().convert("Another page.")


def test_words_of_what_comes_later_are_named_as_well() -> None:
    """The week on the home page takes its days from the area of practice, and comes to a learner who has been here before."""
    needs = Needs()
    needs.home()
    data = {"data:catalogue": Asset("", "")}
    assert {"home", "practice", "today"} <= needs.loads(data, FIGURES).areas
