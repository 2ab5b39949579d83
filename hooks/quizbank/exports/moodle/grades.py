"""What a choice earns, in the grades that Moodle allows; a question with any other grade is refused when a file is imported.

Moodle's list (`question_bank::fraction_options_full`, question/engine/bank.php) holds p/q for q up to 6, tenths, 1/q for q up to
10, and 1/20, each also below zero.
"""

from fractions import Fraction

from quizbank.exchange.shapes import Choice

_POSITIVE = {
    *(Fraction(part, whole) for whole in (*range(1, 7), 10) for part in range(whole + 1)),
    *(Fraction(1, whole) for whole in range(1, 11)),
    Fraction(1, 20),
}
GRADES: tuple[Fraction, ...] = tuple(sorted(_POSITIVE | {-grade for grade in _POSITIVE}))
FULL, NONE = Fraction(1), Fraction(0)


def shares(choice: Choice) -> tuple[Fraction, ...]:
    """Return what each option earns of a question's marks, as a part of 1.

    Of several right options each earns an equal share, and a wrong one costs at least as much, or more where there are fewer
    wrong ones, so that ticking everything earns nothing: the rule of the site.
    """
    rights = sum(option.right for option in choice.options)
    wrongs = len(choice.options) - rights
    if not choice.several or not rights:
        return tuple(FULL if option.right else NONE for option in choice.options)
    gain = _nearest(Fraction(1, rights))
    loss = -_nearest(max(Fraction(1, rights), Fraction(1, max(wrongs, 1))))
    return tuple(gain if option.right else loss for option in choice.options)


def unequal(choice: Choice) -> str:
    """Return why Moodle has no grades for a choice, or ''. It wants the grades of right options to add up to 100 %."""
    earned = sum(share for share in shares(choice) if share > 0)
    rights = sum(option.right for option in choice.options)
    if rights and round(float(earned), 2) == 1:
        return ""
    return f"Moodle has no grade of one part in {rights}" if rights else "Moodle wants a right option"


def percent(grade: Fraction) -> str:
    """Return a grade as Moodle writes it, in per cent with five decimals at most: '33.33333', '-50', '12.5'."""
    return f"{float(grade * 100):.5f}".rstrip("0").removesuffix(".")


def _nearest(grade: Fraction) -> Fraction:
    return min(GRADES, key=lambda allowed: abs(allowed - grade))
