"""The command `blind`: how far wording alone answers the questions of some banks or of all."""

from collections.abc import Iterator, Mapping, Sequence

from quizbank.blind import report
from quizbank.blind.asked import choices_in, claims_in, codes_in
from quizbank.blind.cues import measures
from quizbank.blind.model import guesses
from quizbank.blind.strategies import strategies
from quizbank.blind.wording import WORDINGS
from quizbank.model.bank import Bank


def blind_report(banks: Mapping[str, Bank], language: str, wanted: Sequence[str] = ()) -> Iterator[str]:
    """Yield the report on the banks named in `wanted`, or on all of them. The model learns from the others in any case.

    What needs a language's words is left out where there is no list of them. Raises `model.NoModel` without scikit-learn.
    """
    wording = WORDINGS.get(language)
    shown = {name: banks[name] for name in wanted or banks}
    guessed = [one for one in guesses(choices_in(banks), measures(wording)) if one.asked.bank in shown]
    known = strategies(wording)
    yield from report.of_choices(choices_in(shown), guessed, known)
    if wording:
        yield from report.of_claims(claims_in(shown), wording)
    yield from report.of_codes(codes_in(shown))
    listed = list(report.candidates(guessed, known))
    yield f"Questions that wording alone answers: {len(listed)}"
    yield from (f"  {line}" for line in listed)
