"""The package, imported by Anki itself: what Anki finds, what another import changes, and that cards say what the bank says."""

import hashlib
import json
import re
import sqlite3
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import portables
from anki_desk import Desk, desks, sides, visible
from anki_reader import answer_of, back_of, seen
from quizbank.exchange.portable import Deck, Portable, PortablePicture, Target
from quizbank.exchange.shapes import Alternative, Choice, Sequence, Step, Truth, Typed
from quizbank.exports.anki import FORMAT, ids
from quizbank.exports.anki import settings as anki_settings
from quizbank.exports.anki.answers import fields_of
from quizbank.exports.anki.answers.pieces import Setting
from quizbank.exports.anki.answers.placed import scattered
from quizbank.exports.anki.notetypes import CHOICE, NOTE_TYPES, STYLED
from quizbank.exports.anki.templates import sides as templates
from quizbank.exports.anki.templates import style
from quizbank.exports.anki.texts import Html
from quizbank.exports.format import Card, Collection
from quizbank.strings.words import Words

EXAMPLES = 64  # in the course of the kinds' examples, those inside cases by themselves
# Every note type of a course in English: name, id and fields. Notes that learners have depend on them.
FROZEN = "e2feb420f5db"
LOOKS = "8b8e5b8e4fe7"
PICTURE = b"the bytes of a picture"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with desks(tmp_path) as new:
        yield new()


def asked(collection: Collection) -> list[Portable]:
    return [question for deck in collection.decks for question in deck.questions]


def examples() -> Collection:
    return portables.held(portables.examples(), FORMAT)


def hard() -> Collection:
    """Return the hard questions, each with an id of its own, as banks have them."""
    return portables.of(*(replace(each, id=f"{each.id}-{number}") for number, each in enumerate(portables.hard())))


def a_choice(stem: str = "Which?", **fields: str) -> Portable:
    options = (Alternative("omega", right=True, why="yes"), Alternative("alpha", right=False, why="no"))
    return replace(Portable("a-choice", "single-choice", stem, Choice(options)), **fields)  # type: ignore[arg-type]


def test_anki_finds_a_note_and_a_card_for_each_question_in_the_deck_of_its_chapter(desk: Desk) -> None:
    collection = examples()
    assert desk.import_package(FORMAT.write(collection)) == {"new": EXAMPLES}
    assert (desk.col.note_count(), desk.col.card_count()) == (EXAMPLES, EXAMPLES)
    names = {deck.name for deck in desk.col.decks.all_names_and_ids()}
    course = collection.course
    assert names == {"Default", course, *(f"{course}::{deck.number:02} {deck.title}" for deck in collection.decks)}
    assert [note["ID"] for note in desk.notes] == [question.id for question in asked(collection)]
    assert len({note.guid for note in desk.notes}) == EXAMPLES


def test_tags_say_chapter_objective_kind_and_level(desk: Desk) -> None:
    collection = examples()
    desk.import_package(FORMAT.write(collection))
    tags = {note["ID"]: set(note.tags) for note in desk.notes}
    for deck in collection.decks:
        for question in deck.questions:
            expected = {f"chapter::{deck.name}", f"kind::{question.kind}", f"bloom::{question.bloom}"}
            assert tags[question.id] == expected | {f"objective::{question.objective.slug}"}


def test_a_tag_has_no_spaces_and_a_title_makes_no_deck_of_its_own(desk: Desk) -> None:
    question = replace(a_choice(), objective=Target("LO1", "two words", "Say."))
    titled = replace(portables.of(question), decks=(Deck("a chapter", "Case: A::B", 3, (question,)),), course="My::Course")
    desk.import_package(FORMAT.write(titled))
    assert sorted(next(desk.notes).tags) == ["chapter::a-chapter", "kind::single-choice", "objective::two-words"]
    assert [deck.name for deck in desk.col.decks.all_names_and_ids()] == ["Default", "My:Course", "My:Course::03 Case: A:B"]


@pytest.mark.parametrize("made", [examples, hard])
def test_the_right_answer_of_every_question_is_on_the_back_with_every_reason(made: Callable[[], Collection], desk: Desk) -> None:
    collection = made()
    desk.import_package(FORMAT.write(collection))
    questions = asked(collection)
    assert {question.id: back_of(question, sides(desk.card(question.id))[1]) for question in questions} == {
        question.id: answer_of(question) for question in questions
    }


@pytest.mark.parametrize("made", [examples, hard])
def test_the_front_asks_and_says_nothing_of_the_key(made: Callable[[], Collection], desk: Desk) -> None:
    collection = made()
    desk.import_package(FORMAT.write(collection))
    for question in asked(collection):
        card = desk.card(question.id)
        front, back = sides(card)
        note = card.note()
        assert visible(front).startswith(seen(question.stem))
        assert not any(
            mark in front.partition("<script>")[0] for mark in ("data-right", "data-accepted", "data-near", "quiz-why")
        )
        behind = set(note.keys()) - {"ID", "Question", "Picture", "Options", "Items", "Hint", "Marks"}
        for name in behind:
            assert note[name] in ("", note["Hint"]) or note[name] not in front, name
            assert note[name] in back, name


def test_right_and_wrong_options_are_written_alike_on_the_front() -> None:
    _, fields = fields_of(a_choice().answer, Setting(Words(), Html(""), "indian"))
    first, second = fields["Options"].split("<li")[1:]
    assert first.replace("omega", "").replace('"0"', "") + "</ul>" == second.replace("alpha", "").replace('"1"', "")


def test_hint_explanation_link_and_picture_are_there(desk: Desk) -> None:
    picture = PortablePicture("plant-1a2b.png", PICTURE, 'A "plant" & [sound:x]', 1, 1)
    link = {
        "passage": "1.1 Plants",
        "link": f"{portables.SITE}plants/#a",
        "explanation": "So.",
        "hint": "Look.",
        "source": "NCERT",
    }
    question = replace(a_choice("See [plants](plants.md#a).", **link), picture=picture, marks=2, as_of="2026", bloom="apply")
    desk.import_package(FORMAT.write(portables.of(question)))
    front, back = sides(desk.card("a-choice"))
    assert "<summary>Hint</summary><p>Look.</p></details>" in front
    assert f'<a href="{portables.SITE}plants/#a">plants</a>' in front
    assert "2 marks" in visible(front)
    assert '<img src="plant-1a2b.png" alt="A &quot;plant&quot; &amp; &#91;sound:x]" width="1" height="1">' in front
    assert f'Review: <a href="{portables.SITE}plants/#a">1.1 Plants</a>' in back
    assert visible(back).endswith("So. Review: 1.1 Plants NCERT (2026)")
    assert (Path(desk.col.media.dir()) / "plant-1a2b.png").read_bytes() == PICTURE


def test_a_site_without_an_address_has_words_and_no_links(desk: Desk) -> None:
    question = a_choice("See [plants](plants.md#a).", passage="1.1 Plants")
    desk.import_package(FORMAT.write(replace(portables.of(question), site="")))
    front, back = sides(desk.card("a-choice"))
    assert "<a" not in front + back
    assert "Review: 1.1 Plants" in visible(back)


def test_words_and_objectives_are_cards_in_decks_of_their_own(desk: Desk) -> None:
    word = Card("term:seed", "Seed", "What a plant grows from.", f"{portables.SITE}glossary/#seed", "plants", (("hi", "बीज"),))
    objective = Card("objective:sow", "Can you sow <seeds>?", "[sound:x] In rows.", "", "plants")
    desk.import_package(FORMAT.write(replace(portables.of(a_choice()), words=(word,), objectives=(objective,))))
    front, back = sides(desk.card("term:seed"))
    assert visible(front) == "Seed"
    assert visible(back) == "Seed What a plant grows from.बीज Review this topic"
    assert '<p lang="hi" class="quiz-other">बीज</p>' in back
    assert visible(sides(desk.card("objective:sow"))[1]) == "Can you sow <seeds>? [sound:x] In rows."
    course = portables.examples().course
    decks = [desk.col.decks.name(desk.card(name).did) for name in ("term:seed", "objective:sow")]
    assert decks == [f"{course}::Words", f"{course}::Objectives"]
    assert desk.card("term:seed").note().tags == ["chapter::plants"]


def test_a_course_in_hindi_has_note_types_and_words_of_its_own(desk: Desk) -> None:
    hindi = replace(portables.of(a_choice(hint="देखिए")), language="hi", objectives=(Card("objective:x", "क?", "ख"),))
    desk.import_package(FORMAT.write(hindi))
    card = desk.card("a-choice")
    assert card.note_type()["name"] == "Quizbank choice (hi)"
    assert "<summary>संकेत</summary>" in sides(card)[0]
    assert 'lang="hi"' in sides(card)[0]
    assert desk.col.decks.name(desk.card("objective:x").did).endswith("::उद्देश्य")


def test_the_same_file_a_second_time_changes_nothing(desk: Desk) -> None:
    data = FORMAT.write(examples())
    desk.import_package(data)
    before, kinds = desk.state(), desk.col.models.all()
    assert desk.import_package(data) == {"duplicate": EXAMPLES}
    assert desk.state() == before
    assert desk.col.models.all() == kinds


def changed(collection: Collection, name: str) -> Collection:
    """Return the collection after a question has got a new stem, an hour later."""

    def new(question: Portable) -> Portable:
        return replace(question, stem=f"{question.stem} Once more.") if question.id == name else question

    decks = tuple(replace(deck, questions=tuple(map(new, deck.questions))) for deck in collection.decks)
    return replace(collection, decks=decks, changed={name: collection.when + timedelta(hours=1)})


def test_a_changed_question_changes_its_card_alone_and_keeps_its_reviews(desk: Desk) -> None:
    collection = examples()
    desk.import_package(FORMAT.write(collection))
    name = asked(collection)[0].id
    desk.rate(name)
    before = {row[0]: row for row in desk.state()}
    guid, reviews = desk.card(name).note().guid, desk.rows("select * from revlog")
    assert desk.card(name).reps == 1
    assert desk.import_package(FORMAT.write(changed(collection, name))) == {"updated": 1, "duplicate": EXAMPLES - 1}
    after = {row[0]: row for row in desk.state()}
    assert {key for key in after if after[key] != before[key]} == {guid}
    assert visible(sides(desk.card(name))[0]).count("Once more.") == 1
    assert after[guid][5:] == before[guid][5:]
    assert desk.rows("select * from revlog") == reviews
    assert len(reviews) == 1


def test_a_file_of_one_chapter_holds_the_same_notes_as_that_of_the_course(desk: Desk) -> None:
    collection = examples()
    desk.import_package(FORMAT.write(collection))
    assert desk.import_package(FORMAT.write(collection.only(collection.decks[0]))) == {"duplicate": 1}


def test_an_id_of_a_question_is_that_of_its_note_in_its_own_course_only() -> None:
    assert ids.guid("plants", "seed") == ids.guid("plants", "seed")
    assert len({ids.guid("plants", "seed"), ids.guid("plants", "root"), ids.guid("plant", "sseed")}) == 3
    assert ids.guid("plants", "seed").isalnum()


def test_two_names_never_share_an_id(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ids, "_SPAN", 2)
    found = ids.fixed_ids("abcdef")
    assert len(set(found)) == 6
    assert ids.fixed_ids("abcdef") == found


def test_note_types_are_frozen() -> None:
    """Notes that learners have hang on these. A field more, or another name, needs a higher `version` of the note type."""
    known = [(kind.title("en"), kind.id("en"), kind.fields) for kind in NOTE_TYPES]
    assert hashlib.sha256(json.dumps(known).encode()).hexdigest()[:12] == FROZEN, "see notetypes.py"
    assert len({number for _, number, _ in known}) == len(NOTE_TYPES)
    assert replace(CHOICE, version=2).title("hi") == "Quizbank choice (hi, 2)"
    assert replace(CHOICE, version=2).id("en") != CHOICE.id("en")


def test_cards_that_look_different_say_since_when() -> None:
    """Anki takes over newer looks only: whoever changes them sets `STYLED` in notetypes.py to today, and this digest."""
    looks = [style(), *(side for kind in NOTE_TYPES for side in templates(kind, "en"))]
    assert (STYLED.date().isoformat(), hashlib.sha256("".join(looks).encode()).hexdigest()[:12]) == ("2026-11-29", LOOKS)


def test_newer_looks_reach_a_learner_and_change_no_note(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.import_package(FORMAT.write(examples()))
    before = desk.state()
    monkeypatch.setattr(anki_settings, "style", lambda: ".card { color: teal; }")
    desk.import_package(FORMAT.write(examples()))
    assert "teal" not in desk.card(asked(examples())[0].id).render_output().css
    monkeypatch.setattr(anki_settings, "STYLED", STYLED + timedelta(days=1))
    assert desk.import_package(FORMAT.write(examples())) == {"duplicate": EXAMPLES}
    assert desk.card(asked(examples())[0].id).render_output().css == ".card { color: teal; }"
    assert desk.state() == before


def test_no_template_has_a_field_inside_its_script() -> None:
    for kind in NOTE_TYPES:
        for side in templates(kind, "en"):
            assert "{{" not in side.partition("<script>")[2]


def test_a_text_without_a_field_is_a_fault() -> None:
    with pytest.raises(KeyError, match=r"expected fields of 'choice' .*, got Colour"):
        CHOICE.values({"Colour": "red"})


def test_a_case_has_no_note_type() -> None:
    with pytest.raises(ValueError, match="expected a question with an answer, got a case"):
        fields_of(None, Setting(Words(), Html(""), "indian"))


def test_steps_never_come_in_their_right_order() -> None:
    for count in range(2, 6):
        for start in range(40):
            places = scattered([f"step {start + n}" for n in range(count)])
            assert sorted(places) == list(range(count))
            assert places != list(range(count))


def opened(data: bytes, folder: Path) -> sqlite3.Connection:
    with zipfile.ZipFile(BytesIO(data)) as packed:
        packed.extract("collection.anki2", folder)
    return sqlite3.connect(folder / "collection.anki2")


def test_the_database_is_sound_and_says_nothing_of_the_day_or_the_library_that_made_it(tmp_path: Path) -> None:
    data = FORMAT.write(examples())
    base = opened(data, tmp_path)
    assert base.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert base.execute("SELECT ver, crt, mod FROM col").fetchall() == [(11, 1795132800, int(portables.WHEN.timestamp()) * 1000)]
    base.close()
    header = (tmp_path / "collection.anki2").read_bytes()[:100]
    assert (header[24:28], header[92:96], header[96:100]) == (b"\0\0\0\1", b"\0\0\0\1", (3040000).to_bytes(4, "big"))
    with zipfile.ZipFile(BytesIO(data)) as packed:
        assert [entry.filename for entry in packed.infolist()] == ["collection.anki2", "media"]
        assert {entry.date_time for entry in packed.infolist()} == {(2026, 11, 20, 9, 30, 0)}


def test_every_reference_in_the_database_leads_somewhere(tmp_path: Path) -> None:
    """What older versions of Anki look up for themselves."""
    base = opened(FORMAT.write(examples()), tmp_path)
    models, decks, conf, options = map(json.loads, *base.execute("SELECT models, decks, dconf, conf FROM col"))
    notes = base.execute("SELECT id, mid, flds, sfld, csum FROM notes").fetchall()
    for _, kind, fields, shown, checksum in notes:
        values = fields.split("\x1f")
        assert len(values) == len(models[str(kind)]["flds"])
        assert checksum == int(hashlib.sha1(values[0].encode(), usedforsecurity=False).hexdigest()[:8], 16)
        assert shown == visible(values[1]) or "\n" in shown
    cards = base.execute("SELECT nid, did, due FROM cards ORDER BY due").fetchall()
    assert Counter(note for note, _, _ in cards) == Counter(row[0] for row in notes)
    assert all(str(deck) in decks and str(decks[str(deck)]["conf"]) in conf for _, deck, _ in cards)
    assert [due for _, _, due in cards] == list(range(1, EXAMPLES + 1))
    assert str(options["curDeck"]) in decks
    base.close()


MARKS = ("[sound:", "[[type:", "]]", "{{c1::", "[latex]", "\\(", "\\[", *"[]{}<>&\"'\\()$:;=#| aé़अ🙂א\u200d")
SPECIAL = st.lists(st.sampled_from(MARKS), max_size=12).map("".join)


@settings(max_examples=30, derandomize=True, database=None, deadline=None)
@given(st.lists(SPECIAL, min_size=4, max_size=4))
def test_nothing_that_a_text_holds_breaks_out(texts: list[str]) -> None:
    stem, right, wrong, why = (f"{place} {text.strip()} end" for place, text in enumerate(texts))
    question = replace(a_choice(stem), answer=Choice((Alternative(right, True, why), Alternative(wrong, False, why))))
    typed = replace(a_choice(stem), answer=Typed((right, wrong)))
    setting = Setting(Words(), Html(""), "indian")
    for each in (question, typed):
        _, fields = fields_of(each.answer, setting)
        whole = "".join(fields.values()) + setting.html.block(each.stem)
        assert not any(mark in whole for mark in ("[", "\x1f"))
        assert "\\(" not in re.sub("<[^>]*>", "|", whole)
    back = f"<div>{fields_of(question.answer, setting)[1]['Reasons']}</div>"
    assert back_of(question, back) == answer_of(question)


def test_marks_of_anki_in_a_text_are_words(desk: Desk) -> None:
    text = "\\[sound:a.mp3] \\[\\[type:ID]] \\[latex]x\\[/latex] \\\\(x\\\\) {{Question}} {{c1::x}} \\[anki:tts]x\\[/anki:tts]"
    desk.import_package(FORMAT.write(portables.of(a_choice(text))))
    card = desk.card("a-choice")
    shown = card.render_output()
    assert seen(text) in visible(shown.question_text)
    assert (shown.question_av_tags, shown.answer_av_tags) == ([], [])
    assert "\\<span></span>(" in shown.question_text


def test_a_truth_keeps_its_order_and_steps_that_are_said_twice_their_places(desk: Desk) -> None:
    truth = replace(a_choice(), id="truth", answer=Truth(right=False, why_true="no", why_false="yes"))
    steps = replace(a_choice(), id="steps", answer=Sequence((Step("Sow"), Step("Water"), Step("Sow"))))
    desk.import_package(FORMAT.write(portables.of(truth, steps)))
    assert "data-shuffle" not in desk.card("truth").note()["Options"]
    assert back_of(steps, sides(desk.card("steps"))[1]) == [("1. Sow", ""), ("2. Water", ""), ("3. Sow", "")]
