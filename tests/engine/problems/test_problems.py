"""How problems are told: what was probably meant, on one line, at a length that somebody reads."""

import pytest

from quizbank.problems.problem import Problem, did_you_mean


@pytest.mark.parametrize(
    ("word", "known", "expected"),
    [
        ("blom", ["bloom", "marks"], "; did you mean 'bloom'?"),
        ("bolom", ["bloom", "marks"], "; did you mean 'bloom'?"),
        ("back-office-front-office", ["front-office-back-office"], "; did you mean 'front-office-back-office'?"),
        ("blank-in-middle", ["blank-in-the-middle"], "; did you mean 'blank-in-the-middle'?"),
        ("Apply", ["apply"], "; write 'apply', for small and capital letters are not the same here"),
        ("apply\u00a0", ["apply"], "; write 'apply', without the no-break space (U+00A0)"),
        ("front\u200boffice", ["frontoffice"], "; write 'frontoffice', without the zero width space (U+200B)"),
        ("“apply”", ["apply"], "; write 'apply', without the curly quotation marks “ ”"),
        ("front office", ["frontoffice"], "; write 'frontoffice', without other spaces or marks"),
        ("apply", ["apply"], ""),
        ("nowhere.md", ["chapter.md"], ""),
        ("E", ["A", "B"], ""),
        ("", ["apply"], ""),
    ],
)
def test_what_was_meant_is_suggested_when_it_is_near_and_never_the_same_word(word: str, known: list[str], expected: str) -> None:
    assert did_you_mean(word, known) == expected


def test_the_nearest_of_several_near_words_is_suggested() -> None:
    assert did_you_mean("why_flase", ["why_false", "why_true", "why"]) == "; did you mean 'why_false'?"


def test_a_message_lies_on_one_line_whatever_it_quotes() -> None:
    assert str(Problem("a.yml", 3, "x: section", "expected an id, got 'two\n  lines\x85and\u2028more\t\x1bend'")) == (
        "a.yml:3: x: section: expected an id, got 'two lines and more end'"
    )


def test_a_message_about_a_very_long_text_is_cut() -> None:
    text = str(Problem("a.yml", 3, "", f"expected an id, got '{'x' * 5000}'"))
    assert len(text) < 640
    assert text.endswith("xxx …")
