"""Mistakes in YAML's grammar, each told at its own line and in words that say what to write there."""

from pathlib import Path

import pytest

from quizbank.banks.load import load_bank
from quizbank.banks.yaml_reader import Lines, Refused, cut_texts, parse, read_text

HEAD = "title: BPO\nquestions:\n  - id: x\n    kind: y\n"

MISTAKES = {
    "a colon in a text": (
        f"{HEAD}    stem: What is BPO: a word?\n    hint: x\n",
        "5: expected quotation marks around a text that holds ': ', got none",
    ),
    "a key one space short": (
        f"{HEAD}   marks: 1\n    hint: x\n",
        "5: expected 4 spaces before 'marks', as before what stands above it, got 3",
    ),
    "a key one space too deep": (
        f"{HEAD}     marks: 1\n    hint: x\n",
        "5: expected 4 spaces before 'marks', as before what stands above it, got 5",
    ),
    "a space before a key of the file": (
        "title: BPO\n chapter: x\n",
        "2: expected no space before 'chapter', as before what stands above it, got 1",
    ),
    "a key of an option one space short": (
        "questions:\n  - id: x\n    options:\n      - text: a\n       why: b\n",
        "5: expected 8 spaces before 'why', as before what stands above it, got 7",
    ),
    "an option one space short": (
        "questions:\n  - id: x\n    options:\n      - text: a\n        why: b\n     - text: c\n",
        "6: expected 6 spaces before '-', as before what stands above it, got 5",
    ),
    "a key under the dash": (
        "questions:\n  - id: x\n  kind: y\n",
        "3: expected 4 spaces before 'kind', as before what stands above it, got 2",
    ),
    "a key at the edge": (
        "questions:\n  - id: x\nkind: y\n  - id: z\n",
        "3: expected 4 spaces before 'kind', as before what stands above it, got 0",
    ),
    "a key without its colon": (
        f"{HEAD}    stem What is it\n\n    hint: x\n",
        "5: expected a key with a colon and a space, got 'stem What is it'; a text that goes on needs more spaces here",
    ),
    "a colon without a space": (
        f"{HEAD}    stem:What is it\n    hint: x\n",
        "5: expected a space after the colon of the key, got 'stem:What is it'",
    ),
    "a text that begins with a word in quotation marks": (
        f'{HEAD}    stem: "BPO" means what?\n    hint: x\n',
        "5: expected one pair of quotation marks around the whole text, got more text after the second \"; put all of it in '…'",
    ),
    "an apostrophe within apostrophes": (
        f"{HEAD}    stem: 'It's here'\n    hint: x\n",
        '5: expected one pair of quotation marks around the whole text, got more text after the second \'; put all of it in "…"',
    ),
    "a quotation mark never closed": (
        f'{HEAD}    stem: "BPO means what?\n    hint: x\n    marks: 2\n',
        '5: expected a closing quotation mark (") after the text that begins here, got none',
    ),
    "a quotation mark closed by that of a later text": (
        f'{HEAD}    stem: "BPO means what?\n    hint: "x"\n    marks: 2\n',
        '5: expected a closing quotation mark (") after the text that begins here, got none',
    ),
    "a text that begins with a sign of YAML": (
        f"{HEAD}    stem: %5 of it\n",
        "5: expected quotation marks around a text that begins with '%', got none",
    ),
    "a text that begins with emphasis": (
        f"{HEAD}    stem: *bold* text\n",
        "5: expected quotation marks around a text that begins with '*', got none",
    ),
    "a text that begins with a link": (
        f"{HEAD}    stem: [see] it\n",
        "5: expected quotation marks around a text that begins with '[', got none",
    ),
    "a list on one line never closed": (
        f"{HEAD}    answers: [a, b\n    hint: c\n",
        "5: expected ']' to close the '[' of this line, or a comma between its entries, got neither",
    ),
    "a list on one line that the file ends in": (
        "title: [\n",
        "1: expected ']' to close the '[' of this line, or a comma between its entries, got neither",
    ),
    "a number sign within braces": (
        f"{HEAD}    opt: {{text: Item #3, why: b}}\n    hint: x\n",
        "5: expected quotation marks around a text that holds ' #', got none; '#3, why: b}' counts as a comment",
    ),
    "a number sign within a text of several lines": (
        f"{HEAD}    stem: What is\n      the #1 thing\n      of it\n    hint: x\n",
        "6: expected quotation marks around a text that holds ' #', got none; '#1 thing' counts as a comment",
    ),
    "a backslash within double quotation marks": (
        f'{HEAD}    stem: "the \\d"\n',
        "5: expected no backslash in a text within \"…\", got one; put the text in '…'",
    ),
    "a list beside its key": (
        f"{HEAD}    options: - text: a\n",
        "5: expected the list to begin on the line below its key, got '-' on the same line",
    ),
    "a list without its key": (
        "title: BPO\nchapter: x.md\n  - {id: LO1.1}\n",
        "3: expected the key of this list, such as 'questions:', on a line of its own above it, got none",
    ),
    "curly quotation marks around a colon": (
        f"{HEAD}    stem: “What: it”\n    hint: x\n",
        "5: expected straight quotation marks around the text, such as '…', got the curly ones “ ”",
    ),
    "a no-break space after a colon": (
        f"{HEAD}    marks:\u00a01\n    hint: x\n",
        "5: expected plain spaces, got a no-break space (U+00A0) in this line; delete it and type a space",
    ),
    "no-break spaces as indentation": (
        f"{HEAD}\u00a0\u00a0\u00a0 marks: 1\n    hint: x\n",
        "5: expected plain spaces, got a no-break space (U+00A0) in this line; delete it and type a space",
    ),
    "a tab as indentation": (f"{HEAD}\tmarks: 1\n", "5: expected spaces for indentation, got a tab"),
    "a key one space too deep before a text in quotation marks": (
        'title: A\n chapter: "bpo.md"\n',
        "2: expected no space before 'chapter', as before what stands above it, got 1",
    ),
    "a key one space short before a text in quotation marks and a comment": (
        f'{HEAD}   stem: "What is it?"  # easy\n    hint: x\n',
        "5: expected 4 spaces before 'stem', as before what stands above it, got 3",
    ),
    "an item in quotation marks one space short": (
        "answers:\n  - 'a'\n - 'b'\n",
        "3: expected 2 spaces before '-', as before what stands above it, got 1",
    ),
    "a folded text one space short": (
        f"{HEAD}   explanation: >-\n      It grows.\n    hint: x\n",
        "5: expected 4 spaces before 'explanation', as before what stands above it, got 3",
    ),
    "a folded text one space too deep": (
        f"{HEAD}     explanation: |2-  # long\n      It grows.\n    hint: x\n",
        "5: expected 4 spaces before 'explanation', as before what stands above it, got 5",
    ),
    "a key without its colon below a sound text over two lines": (
        f'{HEAD}    stem: "A text\n      that goes on ____."\n    marks: 1\n    bloom remember\n    hint: x\n',
        "8: expected a key with a colon and a space, got 'bloom remember'; a text that goes on needs more spaces here",
    ),
    "a colon in a text below a sound text over two lines": (
        f"{HEAD}    stem: 'A text\n      that goes on.'\n    explanation: It is so: it grows.\n",
        "7: expected quotation marks around a text that holds ': ', got none",
    ),
    "a colon in a text below a folded text that begins with an apostrophe": (
        f"{HEAD}    stem: >-\n      'Tis work.\n    explanation: It is so: it grows.\n",
        "7: expected quotation marks around a text that holds ': ', got none",
    ),
    "an apostrophe within apostrophes on the second line of a text": (
        f"{HEAD}    stem: 'It is\n      what it's here'\n    hint: x\n",
        '6: expected one pair of quotation marks around the whole text, got more text after the second \'; put all of it in "…"',
    ),
    "a quotation mark closed by that of an empty text": (
        f'{HEAD}    stem: "BPO means what?\n    hint: ""\n    marks: 2\n',
        '5: expected a closing quotation mark (") after the text that begins here, got none',
    ),
    "a quotation mark never closed in a list on one line": (
        f'{HEAD}    hint: "sound"\n    answers: [a, "b]\n',
        '6: expected a closing quotation mark (") after the text that begins here, got none',
    ),
    "a backslash and a u within double quotation marks": (
        f'{HEAD}    stem: "C:\\users"\n',
        "5: expected no backslash in a text within \"…\", got one; put the text in '…'",
    ),
    "a colon without a space in the first line": (
        'title:"A"\nchapter: b\n',
        "1: expected a space after the colon of the key, got 'title:\"A\"'",
    ),
    "a colon without a space in the first line of a question": (
        "questions:\n  - id:x\n    kind: y\n",
        "2: expected a space after the colon of the key, got '- id:x'",
    ),
    "a colon without a space in a file with the line ends of an old Mac": (
        'title:"A"\rchapter: b\r',
        "1: expected a space after the colon of the key, got 'title:\"A\"'",
    ),
    "a quotation mark never closed in a file with the line ends of an old Mac": (
        'title: A\rchapter: "x\r',
        '2: expected a closing quotation mark (") after the text that begins here, got none',
    ),
    "a character that YAML does not allow in a file with the line ends of an old Mac": (
        "title: A\rchapter: b\x07\r",
        "2: expected YAML text, got a character that YAML does not allow "
        "(unacceptable character #x0007: control characters are not allowed)",
    ),
}


@pytest.mark.parametrize(("text", "expected"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_in_the_grammar_is_told_at_its_line_in_a_teachers_words(text: str, expected: str) -> None:
    with pytest.raises(Refused) as refusal:
        parse(text)
    assert f"{refusal.value.line}: {refusal.value.message}" == expected


TWO_SPACES = "; two spaces before '# ' make it a comment"


@pytest.mark.parametrize(
    ("line", "kept", "cut"),
    [
        ("stem: We are the #1 firm", "We are the", "#1 firm"),
        ("text: Item #3", "Item", "#3"),
        ("text: Platform # 9", "Platform", "# 9"),
        ("stem: #1 in the world", "", "#1 in the world"),
        ("hint: It grows. # really", "It grows.", "# really"),
        ("stem: A sentence of many words that goes on  #2 here", "A sentence of many words that goes on"[-30:], "#2 here"),
    ],
)
def test_a_text_that_a_number_sign_cuts_short_is_told(line: str, kept: str, cut: str) -> None:
    ((number, message),) = cut_texts(f"title: BPO\n{line}\n")
    assert number == 2
    assert message.endswith(f"{kept}' cut short at '{cut}'{TWO_SPACES}")


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n", "\x85", "\u2028", "\u2029"])
def test_a_text_cut_short_is_told_whatever_the_lines_above_it_end_in(end: str) -> None:
    ((number, message),) = cut_texts(f'title: "a{end} b"{end}chapter: x{end}source: CBSE #2027')
    assert number == 4
    assert message.endswith(f"got the text 'CBSE' cut short at '#2027'{TWO_SPACES}")


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n", "\x85", "\u2028", "\u2029"])
def test_a_passage_is_found_on_its_line_whatever_the_lines_end_in(end: str) -> None:
    assert Lines(f'title: "a{end} b"{end}stem: >-{end}  It is{end}  two^2^{end}').of_passage(("stem",), "^2^") == 5


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n", "\u2028"])
def test_a_byte_that_is_not_utf_8_is_told_at_its_line_whatever_the_lines_end_in(end: str, tmp_path: Path) -> None:
    bank = tmp_path / "bpo.yml"
    bank.write_bytes(f"title: A{end}chapter: ".encode() + b"caf\xe9")
    with pytest.raises(Refused) as refusal:
        read_text(bank)
    assert refusal.value.line == 2


@pytest.mark.parametrize(
    "line",
    [
        "id: salary-desk   # unique on the whole site",
        "id: salary-desk # unique on the whole site",
        "objective: LO2.3 # one of the bank's objectives",
        "marks: 1 # each",
        "answer: A # for both are true",
        "hint: Ask who would notice.  # to be discussed",
        "questions: # nine of them",
        "stem: 'The #1 firm' # a comment",
        'stem: "The #1 firm"',
        "answers: [a, b] # both",
        "stem: >\n  The #1 firm",
        "stem: a#b, C#",
        "# a whole line: of #1 comment",
    ],
)
def test_a_comment_that_is_meant_as_one_is_left_alone(line: str) -> None:
    assert list(cut_texts(f"title: BPO\n{line}\n")) == []


def test_a_bank_with_a_text_cut_short_says_so_once_and_keeps_its_questions(tmp_path: Path) -> None:
    bank = tmp_path / "bpo.yml"
    bank.write_text(
        "title: Our #1 bank\nchapter: chapter.md\nobjectives:\n  - {id: LO1.1, slug: know, text: Know.}\n"
        "questions:\n  - id: bpo-meaning\n"
        "    kind: true-false\n    section: section\n    objective: LO1.1\n    bloom: remember\n"
        "    marks: 1\n    stem: BPO is work.\n"
        "    answer: yes\n    why_true: #1 reason\n    why_false: It is.\n    explanation: So it is.\n",
        encoding="utf-8",
    )
    read, problems = load_bank(bank, tmp_path)
    assert [str(problem) for problem in problems] == [
        "bpo.yml:1: expected quotation marks around a text that holds ' #', got the text 'Our' cut short at '#1 bank'"
        + TWO_SPACES,
        "bpo.yml:14: expected quotation marks around a text that holds ' #', got the text '' cut short at '#1 reason'"
        + TWO_SPACES,
    ]
    assert read is not None
    assert read.title == "Our"
