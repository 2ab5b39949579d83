"""Every kind of question as its example stands on the page `kinds/`: answered by mouse and by keyboard, marked, kept, audited."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Locator, Page, expect

from audit import overflow, violations_in_both_schemes
from learner import Question, press, tab_to
from quizbank.banks.load import example
from quizbank.kinds import KINDS
from sites import Site
from watch import OpenPage


@dataclass(frozen=True)
class Answer:
    """What a learner does with one question, and the verdict: texts by the labels of their boxes, choices by those of their rows.

    `ticked` are the points that the learner finds in their own answer after it was checked.
    """

    question_id: str
    verdict: str
    chosen: tuple[str, ...] = ()
    selected: Mapping[str, str] = field(default_factory=dict)
    sorted: Mapping[str, str] = field(default_factory=dict)
    typed: Mapping[str, str] = field(default_factory=dict)
    ticked: tuple[str, ...] = ()


SELF = "✎ Compare your answer with the model answer, and tick each point that you made."

UNPAID = "(not marked; compare it with the model reason)"  # said of each reason in the name of its box

PAY, CALLS = "The young frog", "The earthworm"
RULES, VOLUMES = "Wind", "Sunlight"
ADVICE, ABROAD = "Coal", "Petroleum"
PARTNERS = {
    "1. Heart": "Pumps blood",
    "2. Lungs": "Take in oxygen",
    "3. Stomach": "Digests food",
    "4. Kidneys": "Make urine",
}
PLACES = {
    "Dig a hole wider than the roots": "1",
    "Set the tree upright into the hole": "2",
    "Fill the hole and press the soil down": "3",
    "Water the soil well": "4",
}
GROUPS = {
    "Ice in the freezer": "Solid",
    "Salt in its jar": "Solid",
    "Milk in a jug": "Liquid",
    "Oil in a bottle": "Liquid",
    "Air in an empty pot": "Gas",
    "Oxygen in the room": "Gas",
}
POINTS = ("Says that it is a force", "Says that it acts against motion", "Gives a fitting example")
IN_WORDS = {"Your answer": "A force that slows things down where they touch."}
BASES = ("Length of time", "Change", "Use of it")
TABLE = {
    "Basis 1": {"Basis": "Time", "Weather": "Days", "Climate": "Decades"},
    "Basis 2": {"Basis": "Change", "Weather": "Within an hour", "Climate": "Over many years"},
}
TABLE_CELLS = {f"{row} {label}": text for row, cells in TABLE.items() for label, text in cells.items()}

SINGLE = "example-animal-with-a-backbone"
MULTIPLE = "example-two-renewable-sources"
TRUE_FALSE = "example-heavy-stones-fall-no-faster"
FILL_IN = "example-name-of-the-process"
ASSERTION = "example-why-ice-floats"
TWO_STATEMENTS, STATEMENTS = "example-judge-two-statements", "example-combine-true-statements"
NUMERIC = "example-bill-for-the-copies"
MATCHING = "example-match-organs-with-their-work"
ORDERING = "example-order-of-planting-a-tree"
SORTING = "example-sort-substances-by-state"
ODD = "example-odd-one-among-shapes"
SHORT = "example-define-friction-in-three-marks"
DISTINGUISH = "example-distinguish-in-two-marks"
MISSED, WHY_PALE = "example-case-promise-that-was-missed", "example-case-why-they-are-pale"


def right(marks: int) -> str:
    return f"✓ Correct. {marks} of {marks} mark{'s' * (marks > 1)}."


def wrong(marks: int) -> str:
    return f"✗ Incorrect. 0 of {marks} mark{'s' * (marks > 1)}."


RIGHT: dict[str, list[Answer]] = {
    "single-choice": [Answer(SINGLE, right(1), chosen=(PAY,))],
    "multiple-choice": [Answer(MULTIPLE, right(2), chosen=(RULES, VOLUMES))],
    "true-false": [Answer(TRUE_FALSE, right(1), chosen=("False",), typed={f"Your reason {UNPAID}": "Both gain speed alike."})],
    "fill-in": [Answer(FILL_IN, right(1), typed={"Your answer": "photosynthesis"})],
    "assertion-reason": [Answer(ASSERTION, right(1), chosen=("(A)",))],
    "statements": [
        Answer(TWO_STATEMENTS, right(1), chosen=("I is true, but II is false.",)),
        Answer(STATEMENTS, right(1), chosen=("(i) and (iii) only",)),
    ],
    "numeric": [Answer(NUMERIC, right(2), typed={"Your answer (Rs)": "Rs 3,60,000"})],
    "matching": [Answer(MATCHING, right(4), selected=PARTNERS)],
    "ordering": [Answer(ORDERING, right(4), selected=PLACES)],
    "sorting": [Answer(SORTING, right(3), sorted=GROUPS)],
    "odd-one-out": [
        Answer(ODD, right(1), chosen=("Cube",), typed={f"What the others have in common {UNPAID}": "They are flat."})
    ],
    "short-answer": [Answer(SHORT, f"{SELF} 3 of 3 marks.", typed=IN_WORDS, ticked=POINTS)],
    "distinguish": [Answer(DISTINGUISH, f"{SELF} 2 of 2 marks.", typed=TABLE_CELLS, ticked=BASES[:2])],
    "case": [
        Answer(MISSED, right(1), typed={"Your answer (seeds)": "3"}),
        Answer(WHY_PALE, right(2), chosen=("They have no light to make their green colour",)),
    ],
}

# Kinds that give all marks or none are not here.
PARTLY: dict[str, list[Answer]] = {
    "multiple-choice": [Answer(MULTIPLE, "◐ Partly correct. 1 of 2 marks.", chosen=(RULES, VOLUMES, ABROAD))],
    "fill-in": [Answer(FILL_IN, "≈ Close, but not accepted. 0 of 1 mark.", typed={"Your answer": "respiration"})],
    "numeric": [Answer(NUMERIC, wrong(2), typed={"Your answer (Rs)": "36,000"})],
    "matching": [
        Answer(
            MATCHING,
            "◐ Partly correct. 2 of 4 marks.",
            selected={
                "1. Heart": "Pumps blood",
                "2. Lungs": "Move the bones",
                "4. Kidneys": "Make urine",
            },
        )
    ],
    "ordering": [
        Answer(
            ORDERING,
            "◐ Partly correct. 2 of 4 marks.",
            selected={**PLACES, "Fill the hole and press the soil down": "4", "Water the soil well": "3"},
        )
    ],
    "sorting": [Answer(SORTING, "◐ Partly correct. 2.5 of 3 marks.", sorted={**GROUPS, "Ice in the freezer": "Liquid"})],
    "short-answer": [Answer(SHORT, f"{SELF} 2 of 3 marks.", typed=IN_WORDS, ticked=POINTS[1:])],
    "distinguish": [Answer(DISTINGUISH, f"{SELF} 1 of 2 marks.", typed={"Basis 1 Weather": "Days"}, ticked=BASES[2:])],
    "case": [
        Answer(MISSED, wrong(1), typed={"Your answer (seeds)": "5"}),
        Answer(WHY_PALE, right(2), chosen=("They have no light to make their green colour",)),
    ],
}

WRONG: dict[str, list[Answer]] = {
    "single-choice": [Answer(SINGLE, wrong(1), chosen=(CALLS,))],
    "multiple-choice": [Answer(MULTIPLE, wrong(2), chosen=(ADVICE, ABROAD))],
    "true-false": [Answer(TRUE_FALSE, wrong(1), chosen=("True",))],
    "fill-in": [Answer(FILL_IN, wrong(1), typed={"Your answer": "an invoice"})],
    "assertion-reason": [Answer(ASSERTION, wrong(1), chosen=("(B)",))],
    "statements": [
        Answer(TWO_STATEMENTS, wrong(1), chosen=("Both I and II are true.",)),
        Answer(STATEMENTS, wrong(1), chosen=("(i), (iii) and (iv) only",)),
    ],
    "numeric": [Answer(NUMERIC, wrong(2), typed={"Your answer (Rs)": "9"})],
    "matching": [Answer(MATCHING, wrong(4), selected={"1. Heart": "Make urine", "2. Lungs": "Make urine"})],
    "ordering": [Answer(ORDERING, wrong(4), selected=dict(zip(PLACES, "4321", strict=True)))],
    "sorting": [Answer(SORTING, wrong(3), sorted=dict(zip(GROUPS, [*list(GROUPS.values())[2:], "Solid", "Solid"], strict=True)))],
    "odd-one-out": [Answer(ODD, wrong(1), chosen=("Square",))],
    "short-answer": [Answer(SHORT, f"{SELF} 0 of 3 marks.", typed=IN_WORDS)],
    "distinguish": [Answer(DISTINGUISH, f"{SELF} 0 of 2 marks.", typed={"Basis 1 Weather": "Days"})],
    "case": [
        Answer(MISSED, wrong(1), typed={"Your answer (seeds)": "5"}),
        Answer(WHY_PALE, wrong(2), chosen=("They come from seeds that were too old",)),
    ],
}

GIVEN = {"right": RIGHT, "partly right": PARTLY, "wrong": WRONG}
KIND_NAMES = sorted(KINDS)


class Form:
    """The controls of one question, found as a learner finds them: by what they are called."""

    def __init__(self, page: Page, question_id: str) -> None:
        self.page = page
        self.question = Question(page, question_id)
        self.root = self.question.root

    def row(self, name: str) -> Locator:
        """Return the list to choose from of a row. Rows that are shuffled are named without their letter."""
        return self.root.get_by_role("combobox", name=name)

    def choice(self, row: str, name: str) -> Locator:
        """Return a radio button of a row."""
        return self.root.get_by_role("group", name=row).get_by_role("radio", name=name, exact=True)

    def box(self, name: str) -> Locator:
        """Return a text box. One of a table is named by its row as well."""
        row, label = (name[: len("Basis 1")], name[len("Basis 1 ") :]) if name.startswith("Basis ") else ("", name)
        within = self.root.get_by_role("group", name=row, exact=True) if row else self.root
        return within.get_by_role("textbox", name=label, exact=True)

    def point(self, name: str) -> Locator:
        """Return the checkbox of a point that a model answer makes."""
        return self.root.get_by_role("checkbox", name=name)

    def state(self) -> list[object]:
        """Return what every control holds, and whether it can be changed."""
        script = "form => [...form.elements].map(e => [e.name, e.type, 'checked' in e ? e.checked : null, e.value, e.disabled])"
        held: list[object] = self.root.locator("form").evaluate(script)
        return held


def answer_by_mouse(page: Page, answer: Answer) -> None:
    form = Form(page, answer.question_id)
    for name in answer.chosen:
        form.root.locator(".quiz-choice", has_text=name).click()
    for row, name in answer.selected.items():
        form.row(row).select_option(label=_option(form.row(row), name))
    for row, name in answer.sorted.items():
        form.choice(row, name).click()
    for label, text in answer.typed.items():
        form.box(label).fill(text)
    form.question.check_button.click()
    for name in answer.ticked:
        form.point(name).click()


def _option(row: Locator, name: str) -> str:
    """Return the words of an option, with the letter that they are shown with."""
    return next(words for words in row.locator("option").all_inner_texts() if words == name or words.endswith(f". {name}"))


def answer_by_keyboard(page: Page, answer: Answer) -> None:
    form = Form(page, answer.question_id)
    for name in _as_on_the_page(form, ".quiz-choice", answer.chosen):
        _choose_by_keyboard(form.root, form.question.option(name))
    for row in _as_on_the_page(form, "label.quiz-row", answer.selected):
        tab_to(form.row(row))
        press(page, _option(form.row(row), answer.selected[row])[0])  # the letter or number of an option chooses it
    for row in _as_on_the_page(form, "fieldset fieldset legend", answer.sorted):
        _choose_by_keyboard(form.root, form.choice(row, answer.sorted[row]))
    for label, text in answer.typed.items():
        tab_to(form.box(label))
        page.keyboard.type(text)
    tab_to(form.question.check_button)
    press(page, "Enter")
    expect(form.question.try_again_button).to_be_focused()
    for name in answer.ticked:
        tab_to(form.point(name))
        press(page, "Space")


def _as_on_the_page(form: Form, selector: str, names: Iterable[str]) -> list[str]:
    """Return the names of choices or rows in the order in which Tab reaches them."""
    shown = form.root.locator(selector).all_inner_texts()
    return sorted(names, key=lambda name: next(index for index, words in enumerate(shown) if name in words))


def _choose_by_keyboard(root: Locator, control: Locator) -> None:
    """Tick a checkbox, or go to a group of radio buttons and along it to the one wanted."""
    if control.get_attribute("type") == "checkbox":
        tab_to(control)
        press(control.page, "Space")
        return
    tab_to(root.locator(f"input[name='{control.get_attribute('name')}']").first)
    press(control.page, "Space")
    for _ in range(5):
        if not control.is_checked():
            press(control.page, "ArrowDown")
    expect(control).to_be_checked()


@pytest.fixture
def gallery(page: Page, small_site: Site) -> Page:
    """The page that shows every kind."""
    page.goto(small_site.page("kinds"))
    return page


def test_every_kind_can_be_right_and_wrong_here() -> None:
    assert sorted(RIGHT) == sorted(WRONG) == KIND_NAMES
    for kind in KIND_NAMES:
        asked = [part.id for question in example(kind).questions for part in question.parts]
        assert [answer.question_id for answer in RIGHT[kind]] == asked
        assert [answer.question_id for answer in WRONG[kind]] == asked


# All kinds in one visit: a page loads once and not once for each kind. What fails names its question by the id.


def test_the_gallery_shows_each_kind_under_its_name_with_its_yaml_beside_it(gallery: Page) -> None:
    for kind in KIND_NAMES:
        expect(gallery.locator(f"h2#{kind}")).to_have_text(example(kind).title)
        for question in example(kind).questions:
            expect(gallery.locator(f"#q-{question.id}")).to_be_visible()
            expect(gallery.locator("pre", has_text=f"- id: {question.id}")).to_contain_text(f"kind: {kind}")


@pytest.mark.parametrize("outcome", GIVEN)
def test_an_answer_by_mouse_gets_its_verdict_and_marks_and_is_kept(gallery: Page, outcome: str) -> None:
    kept = []
    for answer in _all(GIVEN[outcome]):
        form = Form(gallery, answer.question_id)
        expect(form.question.verdict).to_have_count(0)
        answer_by_mouse(gallery, answer)
        expect(form.question.verdict).to_have_text(answer.verdict)
        expect(form.question.explanation).to_be_visible()
        kept.append((form, form.question.feedback.inner_text(), form.state()))
    gallery.reload()
    for form, feedback, state in kept:
        expect(form.question.try_again_button).to_be_visible()
        assert form.question.feedback.inner_text() == feedback
        assert form.state() == state


def test_every_kind_can_be_answered_right_by_keyboard_alone(page: Page, small_site: Site) -> None:
    for kind in KIND_NAMES:
        page.goto(f"{small_site.page('kinds')}#q-{RIGHT[kind][0].question_id}")
        for answer in RIGHT[kind]:
            answer_by_keyboard(page, answer)
            expect(Question(page, answer.question_id).verdict).to_have_text(answer.verdict)


def test_a_question_of_every_kind_can_be_opened_again(gallery: Page) -> None:
    for answer in _all(RIGHT):
        form = Form(gallery, answer.question_id)
        fresh = form.state()
        answer_by_mouse(gallery, answer)
        expect(form.question.verdict).to_have_text(answer.verdict)
        form.question.try_again_button.click()
        form.question.expect_open()
        expect(form.question.explanation).to_be_hidden()
        assert form.state() == fresh
        answer_by_mouse(gallery, answer)
        expect(form.question.verdict).to_have_text(answer.verdict)


def test_no_answer_is_shown_before_a_question_is_checked(gallery: Page) -> None:
    for told in (".quiz-reasons", ".quiz-model", ".quiz-explanation"):
        expect(gallery.locator(told)).not_to_have_count(0)
        for place in gallery.locator(told).all():
            expect(place).to_be_hidden()


# What is told of rows that were answered partly right: a class and the words of a reason, and those of the row itself.
TOLD: dict[str, list[tuple[str, str, str]]] = {
    "matching": [
        ("is-right", "✓ 1. Heart Your answer: e. Pumps blood. Correct.", "✓ Correct"),
        ("is-wrong", "✗ 2. Lungs Your answer: a. Move the bones. Correct answer: d. Take in oxygen.", "✗ Incorrect"),
        ("is-open", "– 3. Stomach You chose nothing here. Correct answer: b. Digests food.", "– Not answered"),
        ("is-right", "✓ 4. Kidneys Your answer: c. Make urine. Correct.", "✓ Correct"),
    ],
    "ordering": [
        ("is-right", "✓ B. Dig a hole wider than the roots Your answer: 1. Correct.", "✓ Correct"),
        ("is-wrong", "✗ A. Fill the hole and press the soil down Your answer: 4. Correct answer: 3.", "✗ Incorrect"),
        ("is-wrong", "✗ C. Water the soil well Your answer: 3. Correct answer: 4.", "✗ Incorrect"),
    ],
    "sorting": [
        ("is-wrong", "✗ 4. Ice in the freezer Your answer: Liquid. Correct answer: Solid.", "✗ Incorrect"),
        ("is-right", "✓ 6. Salt in its jar Your answer: Solid. Correct.", "✓ Correct"),
    ],
}


def heading_of(words: str) -> str:
    """Return what stands before the learner's choice."""
    return re.split(" Your answer| You chose", words)[0]


def colour_of(place: Locator) -> str:
    return str(place.evaluate("element => getComputedStyle(element).borderInlineStartColor"))


@pytest.mark.parametrize("kind", TOLD)
def test_each_row_says_what_the_learner_chose_its_verdict_and_what_is_right(gallery: Page, kind: str) -> None:
    """A verdict stands beside the learner's own choice, never beside the key, and its bar has its colour."""
    (answer,) = PARTLY[kind]
    answer_by_mouse(gallery, answer)
    question = Question(gallery, answer.question_id)
    for _ in range(2):
        expect(question.verdict).to_have_text(answer.verdict)
        colours = set()
        for name, words, mark in TOLD[kind]:
            reason = question.reasons.filter(has_text=heading_of(words))
            expect(reason).to_have_class(name)
            expect(reason).to_contain_text(words)
            row = question.root.locator(".quiz-row", has_text=heading_of(words)[2:])
            expect(row).to_have_class(f"quiz-row {name}")
            expect(row.locator(".quiz-tag", has_text=mark).first).to_be_visible()
            assert colour_of(reason) == colour_of(row)
            colours.add((name, colour_of(reason)))
        assert len(colours) == len({colour for _, colour in colours}) == len({name for name, *_ in TOLD[kind]})
        gallery.reload()


@pytest.mark.parametrize("kind", TOLD)
def test_i_dont_know_calls_no_row_wrong_and_shows_what_is_right(gallery: Page, kind: str) -> None:
    (answer,) = PARTLY[kind]
    question = Question(gallery, answer.question_id)
    rows = question.root.locator(".quiz-row").count()
    question.button("I don’t know").click()
    expect(question.verdict).to_contain_text("– Skipped. 0 of")
    expect(question.reasons.filter(has_text="You chose nothing here. Correct answer: ")).to_have_count(rows)
    expect(question.root.locator(".quiz-row.is-open", has_text="– Not answered")).to_have_count(rows)
    expect(question.root.locator(".is-wrong")).to_have_count(0)
    question.try_again_button.click()
    expect(question.root.locator(".quiz-tag, .is-open, .is-right")).to_have_count(0)


def test_a_right_option_that_was_not_chosen_is_no_right_answer_of_the_learner(gallery: Page) -> None:
    question = Question(gallery, MULTIPLE)
    question.answer(RULES, ADVICE)
    expect(question.verdict).to_have_text("◐ Partly correct. Wrong choices cost as much as right ones earn. 0 of 2 marks.")
    told = ["✓ Your answer, correct", "✗ Your answer", "○ Correct, but not chosen", ""]
    for option, words in zip((RULES, ADVICE, VOLUMES, ABROAD), told, strict=True):
        tags = question.root.locator(".quiz-choice", has_text=option).locator(".quiz-tag")
        assert tags.all_inner_texts() == [words] * bool(words)
    starts = [text.split(":")[0] for text in question.reasons.all_inner_texts()]
    assert starts == ["Incorrect", "Correct", "Correct, but not chosen"]
    assert len({colour_of(reason) for reason in question.reasons.all()}) == 3
    question.try_again_button.click()
    question.button("I don’t know").click()
    expect(question.root.locator(".quiz-tag", has_text="✓ Correct answer")).to_have_count(2)
    assert [text.split(":")[0] for text in question.reasons.all_inner_texts()] == ["Correct", "Correct"]


def test_a_known_slip_of_a_sum_is_not_called_near(gallery: Page) -> None:
    (answer,) = PARTLY["numeric"]
    answer_by_mouse(gallery, answer)
    reasons = Question(gallery, answer.question_id).reasons
    assert [text.split(":")[0] for text in reasons.all_inner_texts()] == ["Common mistake", "Correct"]
    assert len({colour_of(reason) for reason in reasons.all()}) == 2


def test_what_is_no_verdict_has_the_colour_of_none(gallery: Page) -> None:
    for kind, words in (("odd-one-out", "What the others have in common:"), ("matching", "Not used: Move the bones")):
        (answer,) = RIGHT[kind]
        answer_by_mouse(gallery, answer)
        reasons = Question(gallery, answer.question_id).reasons
        note = reasons.filter(has_text=words)
        assert colour_of(note) not in {colour_of(reason) for reason in reasons.all() if reason.inner_text() != note.inner_text()}


@pytest.mark.parametrize("kind", ["short-answer", "distinguish"])
def test_a_written_answer_that_was_not_given_is_called_not_answered(gallery: Page, kind: str) -> None:
    question = Question(gallery, RIGHT[kind][0].question_id)
    question.button("I don’t know").click()
    expect(question.verdict).to_contain_text("– Skipped. 0 of")
    question.root.get_by_role("checkbox").first.click()  # the learner had written on paper
    expect(question.verdict).to_contain_text("1 of")
    expect(question.verdict).to_contain_text(SELF)


# A page translator as Chrome has it: the words of every text change, and each text is wrapped in elements of its own.
TRANSLATE = """() => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = [];
    while (texts.nextNode()) {
        const { parentElement } = texts.currentNode;
        const skipped = parentElement.closest("script, style, [translate=no], .translated");
        if (texts.currentNode.data.trim() && !skipped) found.push(texts.currentNode);
    }
    for (const text of found) {
        const translated = text.data.replace(/[a-z]/gi, "अ").replace(/[0-9]/g, (digit) => "०१२३४५६७८९"[digit]);
        if (text.parentElement.matches("option, textarea, title")) {
            text.data = translated;
            continue;
        }
        const [outer, inner] = [document.createElement("font"), document.createElement("font")];
        outer.className = "translated";
        inner.append(translated);
        outer.append(inner);
        text.replaceWith(outer);
    }
}"""
# How each answer of the tables above is given where no word of the page is what it was: by the values of its controls.
GIVE = """([root, right]) => {
    const expected = [...root.querySelectorAll("li[data-right][data-value]")].map((reason) => reason.dataset.value);
    for (const choice of root.querySelectorAll("fieldset :is(option, input)")) {
        if (!choice.value || expected.includes(choice.value) !== right) continue;
        if (choice.matches("option")) choice.selected = true;
        else if (choice.matches("[type=radio], [type=checkbox]")) choice.checked = true;
    }
}"""


@pytest.mark.parametrize("outcome", ["right", "wrong"])
def test_a_page_translator_changes_no_verdict(gallery: Page, outcome: str) -> None:
    expect(gallery.get_by_role("button", name="Check", exact=True)).to_have_count(len(_all(RIGHT)))
    gallery.evaluate(TRANSLATE)
    for answer in _all(GIVEN[outcome]):
        root = gallery.locator(f"#q-{answer.question_id}")
        root.evaluate(f"(root, right) => ({GIVE})([root, right])", outcome == "right")
        for box, text in zip(root.locator("fieldset [name^=typed]").all(), answer.typed.values(), strict=False):
            box.fill(text)
        root.locator("button[type=submit]").first.click()
        for point in root.locator("[name=point]").all()[: len(answer.ticked)]:
            point.check()
        expect(root.locator(".quiz-verdict")).to_have_text(answer.verdict)
    expect(gallery.locator(f"#q-{FILL_IN} li[data-right] b").first).to_have_text("photosynthesis")


def test_more_bases_than_marks_earn_no_more_marks_and_a_tick_can_be_taken_back(gallery: Page) -> None:
    (answer,) = WRONG["distinguish"]
    answer_by_mouse(gallery, answer)
    form = Form(gallery, answer.question_id)
    for basis, marks in zip(BASES, (1, 2, 2), strict=True):
        form.point(basis).click()
        expect(form.question.verdict).to_have_text(f"{SELF} {marks} of 2 marks.")
    for basis, marks in zip(BASES, (2, 1, 0), strict=True):
        form.point(basis).click()
        expect(form.question.verdict).to_have_text(f"{SELF} {marks} of 2 marks.")


def test_the_learners_own_words_stay_beside_the_model_answer(gallery: Page) -> None:
    (answer,) = RIGHT["short-answer"]
    answer_by_mouse(gallery, answer)
    form = Form(gallery, answer.question_id)
    expect(form.box("Your answer")).to_have_value(IN_WORDS["Your answer"])
    expect(form.root.locator(".quiz-model")).to_be_visible()
    expect(form.root.locator(".quiz-model")).to_contain_text("Friction is a force between two surfaces that touch.")


# What the answer of each kind says where no script runs.
SAID = {
    "single-choice": ["Correct: The young frog"],
    "multiple-choice": ["Correct: Wind", "Correct: Sunlight"],
    "true-false": ["Correct: False"],
    "fill-in": ["Correct: photosynthesis"],
    "assertion-reason": ["Correct: (A)"],
    "statements": ["Correct: I is true, but II is false."],
    "numeric": ["Correct: Rs 360,000", "Common mistake: Rs 36,000"],
    "matching": ["Heart: Pumps blood", "Not used: Move the bones"],
    "ordering": ["1. Dig a hole wider than the roots", "4. Water the soil well"],
    "sorting": ["Ice in the freezer: Solid", "Oil in a bottle: Liquid"],
    "odd-one-out": ["Correct: Cube", "What the others have in common: They are flat figures"],
    "short-answer": ["Says that it acts against motion (1 mark)", "Model answer Friction is a force"],
    "distinguish": ["Length of time", "Weather: The state of the air", "Climate: The average over thirty years"],
    "case": ["Correct: 3 seeds"],
}


def test_without_javascript_a_question_of_every_kind_can_be_answered_and_its_answer_opened(
    open_page: OpenPage, small_site: Site
) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(small_site.page("kinds"))
    for kind in KIND_NAMES:
        part = example(kind).questions[0].parts[0]
        form = Form(page, part.id)
        expect(form.root.locator("legend").first).to_be_visible()
        controls = form.root.locator("fieldset").first.locator("input, textarea, select")
        expect(controls).not_to_have_count(0)
        for control in controls.all():
            expect(control).to_be_visible()
            expect(control).to_be_enabled()
        expect(form.root.get_by_role("button")).to_have_count(0)
        answer = form.root.locator(".quiz-answer")
        expect(form.question.explanation).to_be_hidden()
        answer.get_by_text("Answer and explanation").click()
        expect(form.question.explanation).to_be_visible()
        for said in SAID[kind]:
            expect(answer).to_contain_text(said)


def test_without_javascript_a_case_shows_its_passage_and_keeps_its_lesson_until_it_is_opened(
    open_page: OpenPage, small_site: Site
) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(small_site.page("kinds"))
    case = page.get_by_role("group", name="Example: Seeds in the dark")
    expect(case).to_contain_text("Neelkamal Seeds promises")
    lesson = case.get_by_text("The case separates two questions.")
    expect(lesson).to_be_hidden()
    case.get_by_text("What this case shows").click()
    expect(lesson).to_be_visible()


def answer_all(page: Page, given: Mapping[str, list[Answer]]) -> None:
    for kind in given:
        for answer in given[kind]:
            answer_by_mouse(page, answer)
            expect(Question(page, answer.question_id).verdict).to_have_text(answer.verdict)


def test_axe_finds_nothing_before_and_after_answering(open_page: OpenPage, small_site: Site) -> None:
    page = open_page(viewport={"width": 360, "height": 900})
    page.goto(small_site.page("kinds"))
    expect(page.get_by_role("button", name="Check", exact=True)).to_have_count(len(_all(RIGHT)))
    found = violations_in_both_schemes(page)
    answer_all(page, {**WRONG, **PARTLY})
    page.evaluate("for (const folded of document.querySelectorAll('quiz-question details')) folded.open = true")
    found += violations_in_both_schemes(page)
    for answer in _all(RIGHT):
        Question(page, answer.question_id).try_again_button.click()
    answer_all(page, RIGHT)
    page.set_viewport_size({"width": 1280, "height": 900})
    found += violations_in_both_schemes(page)
    assert not found, "\n".join(found)


def _all(given: Mapping[str, list[Answer]]) -> list[Answer]:
    return [answer for answers in given.values() for answer in answers]


def test_the_page_does_not_scroll_sideways_on_a_phone(open_page: OpenPage, small_site: Site) -> None:
    page = open_page(viewport={"width": 320, "height": 700})
    page.goto(small_site.page("kinds"))
    found = overflow(page)
    answer_all(page, {**RIGHT, **PARTLY})
    found += overflow(page)
    assert not found, "\n".join(found)
