"""This course in the formats of other systems: every question is there, and says there what it says here."""

from pathlib import Path

import portables
from anki_desk import desks, sides, visible
from anki_reader import answer_of, back_of
from quizbank.exports.anki import FORMAT as ANKI
from quizbank.exports.anki_tsv import FORMAT as ANKI_TEXT


def test_anki_has_the_answer_of_every_question_every_word_and_every_objective(tmp_path: Path) -> None:
    collection = portables.held(portables.course(), ANKI)
    questions = {question.id: question for deck in collection.decks for question in deck.questions}
    cards = (*collection.words, *collection.objectives)
    with desks(tmp_path) as new:
        desk = new()
        assert desk.import_package(ANKI.write(collection)) == {"new": len(questions) + len(cards)}
        assert desk.import_text(ANKI_TEXT.write(collection)) == {"duplicate": len(questions) + len(cards)}
        held = {card.note()["ID"]: card for card in desk.cards}
        assert held.keys() == questions.keys() | {card.id for card in cards}
        backs = {name: back_of(question, sides(held[name])[1]) for name, question in questions.items()}
        assert backs == {name: answer_of(question) for name, question in questions.items()}
        assert all(card.back in visible(sides(held[card.id])[1]) for card in cards)
        assert sum('lang="hi"' in held[card.id].note()["Other languages"] for card in collection.words) > 100
        decks = [deck.name for deck in desk.col.decks.all_names_and_ids()]
        assert len(decks) == 1 + 1 + len(collection.decks) + 2
