"""The blind guesser: what it sees in wording, what it reports, and that it finds a bank that gives itself away."""

import random
import re
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

import example_course
from quizbank.blind import codes, report, truths
from quizbank.blind.asked import Choices, Claim, Codes, choices_in, claims_in, codes_in
from quizbank.blind.cues import measures, seen
from quizbank.blind.model import NoModel, guesses
from quizbank.blind.strategies import finds, score, strategies
from quizbank.blind.wording import ENGLISH
from quizbank.cli import main

KNOWN = strategies(ENGLISH)


def asked(
    *options: str, key: int = 0, stem: str = "What does the bakery hand over?", bank: str = "bank", name: str = "one"
) -> Choices:
    return Choices(bank, name, stem, options, key)


@pytest.mark.parametrize(
    ("strategy", "options", "picked"),
    [
        ("the longest", ("a long one", "short", "so so"), [0]),
        ("the second-longest", ("a long one", "short", "so it is"), [2]),
        ("the second-longest", ("same", "mesa", "seam"), []),
        ("the shortest", ("a long one", "short", "so it is"), [1]),
        ("the one that repeats most of the stem", ("the bakery itself", "a round", "a shop"), [0]),
        ("the one most like the others", ("red bread", "red van", "blue sea"), [0, 1]),
        ("the one least like the others", ("red bread", "red van", "blue sea"), [2]),
        ("the one that begins differently", ("The van", "The shop", "A round"), [2]),
        ("the one that begins differently", ("The van", "A shop", "Its round"), []),
        ("the only one with a figure", ("two vans", "3 vans", "a van"), [1]),
        ("the only one with a comma", ("van, shop", "van", "shop"), [0]),
        ("the most cautious", ("it may help", "it helps", "it stays"), [0]),
        ("the one without absolute words", ("it always helps", "it never helps", "it helps"), [2]),
        ("the one with “if” or “but”", ("it helps if it is cheap", "it helps", "it stays"), [0]),
        ("the only one that denies, or does not", ("it is not near", "it is near", "it stays"), [0]),
    ],
)
def test_each_strategy_points_to_what_its_name_says(strategy: str, options: Sequence[str], picked: list[int]) -> None:
    assert list(KNOWN[strategy](asked(*options))) == picked


def test_a_strategy_that_points_to_several_takes_one_by_lot() -> None:
    longest = KNOWN["the longest"]
    assert score(longest, asked("aaaa", "bbbb", "c")) == 0.5
    assert score(longest, asked("aaaa", "bbbb", "c", key=2)) == 0
    assert not finds(longest, asked("aaaa", "bbbb", "c"))
    assert score(KNOWN["the only one with a comma"], asked("a", "b", "c")) == pytest.approx(1 / 3)  # it sees nothing, and guesses


def test_an_option_is_measured_against_the_others_of_its_question() -> None:
    rows = seen(asked("it may help, so the bakery says", "no", "12"), measures(ENGLISH))
    first, second, third = rows
    assert first["length"] > 0 > second["length"] == third["length"]
    assert [row["largest length"] for row in rows] == [1, 0, 0]
    assert first["cautious words"] > 0 > second["cautious words"]
    assert second["denials"] > 0 > first["denials"]
    assert third["digits"] > 0 > first["digits"]
    assert first["echo of the stem"] > second["echo of the stem"]
    assert all(value == 0 for value in (row["absolute words"] for row in rows))  # what all options share says nothing


def test_without_a_list_of_a_languages_words_only_what_every_text_has_is_looked_at() -> None:
    assert set(strategies(None)) < set(KNOWN)
    assert set(measures(None)) == set(measures(ENGLISH)) - {
        "cautious words",
        "absolute words",
        "denials",
        "joining words",
        "conditions",
    }


def test_chance_has_the_standard_error_of_independent_draws() -> None:
    assert report.chance([4] * 100) == pytest.approx((0.25, (0.25 * 0.75 / 100) ** 0.5))
    assert report.chance([2, 4]) == pytest.approx((0.375, (0.25 + 0.1875) ** 0.5 / 2))


def test_the_model_finds_banks_in_which_the_second_longest_is_right_and_sees_nothing_in_others() -> None:
    chance = random.Random(7)
    lengths = [8, 14, 20, 26]

    def sets(rank: int | None) -> list[Choices]:
        made = []
        for number in range(240):
            order = chance.sample(lengths, 4)
            key = chance.randrange(4) if rank is None else order.index(sorted(lengths, reverse=True)[rank])
            made.append(asked(*("x" * length for length in order), key=key, bank=f"bank-{number % 4}", name=str(number)))
        return made

    given_away = guesses(sets(1), measures(ENGLISH))
    assert report.model_share(given_away) == 1
    assert "second length" in given_away[0].cues
    by_lot = report.model_share(guesses(sets(None), measures(ENGLISH)))
    assert by_lot < 0.25 + 4 * report.chance([4] * 240).error


def test_with_one_bank_there_is_nothing_to_learn_from() -> None:
    assert guesses([asked("a", "b", "c")], measures(ENGLISH)) == []


def test_without_the_library_the_command_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "sklearn.linear_model", None)
    monkeypatch.delitem(sys.modules, "quizbank.blind.training", raising=False)
    said = "the model needs scikit-learn: run 'make blind', or once: pip install --require-hashes -r requirements-test.lock"
    with pytest.raises(NoModel, match=f"^{re.escape(said)}$"):
        guesses([asked("a", "b", "c"), asked("a", "b", "c", bank="other")], measures(ENGLISH))


def test_cautious_and_absolute_sentences_are_counted_and_rules_are_judged() -> None:
    claims = [
        Claim("bank", "1", "It may save money.", True),
        Claim("bank", "2", "Some firms save money.", True),
        Claim("bank", "3", "It always saves money.", False),
        Claim("bank", "4", "It may always help.", True),
        Claim("bank", "5", "It saves money.", False),
    ]
    assert [one.name for one in truths.hedged(claims, ENGLISH)] == ["1", "2"]
    assert [one.name for one in truths.absolute(claims, ENGLISH)] == ["3"]
    rules = truths.rules(claims, ENGLISH)
    assert truths.accuracy(rules["cautious sentences are true"], claims) == pytest.approx(3 / 5)  # the rest pass for true
    assert truths.accuracy(rules["absolute sentences are false"], claims) == pytest.approx(3 / 5)
    assert list(report.of_claims(claims, ENGLISH))[1:3] == ["  cautious: 2, 100.0 % true", "  absolute: 1, 0.0 % true"]


def test_a_code_that_shares_most_with_the_others_is_found() -> None:
    rows = (("a", "b", "c"), ("a", "b", "d"), ("a", "e", "c"), ("f", "b", "c"))  # the first one, and three that change one cell
    one = Codes("bank", "one", rows, 0)
    assert codes.most_shared(one) == codes.by_majority(one) == [0]
    assert codes.score([0, 1], one) == 0.5
    balanced = Codes("bank", "two", (("a", "b"), ("a", "c"), ("d", "b"), ("d", "c")), 0)
    assert codes.most_shared(balanced) == codes.by_majority(balanced) == [0, 1, 2, 3]


def test_what_is_asked_is_read_from_banks_of_every_kind() -> None:
    banks = example_course.library().all_banks
    kinds = {part.id: part.kind for bank in banks.values() for question in bank.questions for part in question.parts}
    choices, claims, coded = choices_in(banks), claims_in(banks), codes_in(banks)
    assert {kinds[one.name] for one in choices} == {"single-choice", "odd-one-out"}
    assert {kinds[one.name] for one in claims} == {"true-false", "statements", "assertion-reason"}
    assert {kinds[one.name] for one in coded} <= {"statements", "matching"}
    assert all(len(set(map(len, one.rows))) == 1 for one in coded)
    for one in choices:
        part = next(part for bank in banks.values() for part in bank.parts if part.id == one.name)
        assert one.options[one.key] == next(choice.text for choice in part.choices if choice.right)


def test_the_command_reports_on_all_banks_or_on_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = example_course.write(tmp_path)
    banks = sorted(path.stem for path in (root / "quizzes").glob("*.yml"))
    assert main(["blind", "--root", str(root)]) == 0
    whole = capsys.readouterr().out.splitlines()
    assert re.match(r"Options in words: \d+ questions, by lot \d+\.\d % \(standard error \d+\.\d points\)$", whole[0])
    assert whole[1].startswith("  model, trained on the other banks: ")
    assert main(["blind", banks[0], "--root", str(root)]) == 0
    assert capsys.readouterr().out.splitlines()[0] != whole[0]
    assert main(["blind", f"{banks[0]}x", "--root", str(root)]) == 1
    said = f"expected the name of a bank ({', '.join(banks)}), got '{banks[0]}x'; did you mean '{banks[0]}'?\n"
    assert capsys.readouterr().err == said


def test_a_question_that_wording_alone_answers_is_listed_with_what_gives_it_away() -> None:
    given = [
        asked("It may help, if it is cheap", "It does", "It waits", "It stays", bank=bank, name=f"{bank}-{number}")
        for bank in ("one", "two")
        for number in range(10)
    ]
    guessed = guesses(given, measures(ENGLISH))
    listed = list(report.candidates(guessed, KNOWN))
    assert len(listed) == 20
    assert listed[0].startswith("one#one-0: the longest; ")
    assert "the one with “if” or “but”" in listed[0]
    assert listed[0].endswith(": It may help, if it is cheap")
