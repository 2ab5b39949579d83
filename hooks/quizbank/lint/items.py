"""Checks of single questions.

Numbers in brackets are those of the house's item-writing rules; most go back to Haladyna, Downing and Rodriguez (2002) and the
NBME item-writing guide (2020). Thresholds are the house's own where no study fixes them.
"""

import re
from collections.abc import Iterator
from itertools import combinations

from quizbank.lint.findings import item_check
from quizbank.lint.words import ABSOLUTE_WORDS, choices_of, content_words, likeness, single_key, stem_of, words
from quizbank.model import BLOOM_LEVELS, Question

_CATCH_ALL = re.compile(
    r"^(?:all|none|both|any|neither) of (?:the|these|them)\b|\b(?:all|none) of the above\b"
    r"|\bboth [a-e] and [a-e]\b|\b[a-e] and [a-e] only\b",
    re.IGNORECASE,
)
_NEGATIVE = re.compile(r"\b(not|except|least|incorrect|never)\b", re.I)
_NEGATIVE_ASKED = re.compile(
    r"\b(?:is|are|does|do|which|was|were)\b[^.?]*\b(not|except|(?<!at )least|incorrect)\b[^.?]*[?:]", re.I
)
_ABSOLUTE = re.compile(rf"\b({'|'.join(sorted(ABSOLUTE_WORDS))}|guarantee[ds]?)\b", re.I)
_VAGUE = re.compile(r"\b(usually|often|may|generally|sometimes|typically)\b", re.I)
_OPINION = re.compile(r"\b(interesting|best company|most famous|favourite)\b", re.I)
_OLD_WORDS = re.compile(r"\b(vendor|outsourcer|outsourcee|buyer firm|service buyer|subcontractor|end[- ]user)s?\b", re.I)
_OVERCLAIM = re.compile(
    r"\btotal control\b|\bkpo is (?:a )?new\b|\balways cheaper\b|\bhuge profits?\b|\bguarantees? (?:profit|saving)", re.I
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_MONEY = re.compile(r"\$|\bUSD\b|\bRs\b|%|\bper cent\b")
_UNIT = re.compile(r"^(?:Rs|\$|USD)|%|per cent", re.I)


@item_check("catch-all-option", "error")
def catch_all_option(question: Question) -> Iterator[str]:
    """[3] An option that speaks of the others rewards whoever can judge one of them."""
    for choice in choices_of(question):
        if _CATCH_ALL.search(choice.text):
            yield f"expected options that stand by themselves, got '{choice.text}'; say what is meant"


@item_check("like-options", "warning")
def like_options(question: Question) -> Iterator[str]:
    """[4] Options that share nearly all their words are hard to tell apart for the wrong reason."""
    for one, other in combinations(choices_of(question), 2):
        if set(words(one.text)) != set(words(other.text)) and likeness(one.text, other.text) >= 0.8:
            yield f"expected options that differ, got '{one.text}' and '{other.text}'; change or shorten one"


@item_check("long-key", "warning")
def long_key(question: Question) -> Iterator[str]:
    """[7] The careful author's right answer is the longest."""
    if found := single_key(question):
        key, others = found
        longest = max(len(choice.text) for choice in others)
        if len(key.text) > 1.4 * longest and len(key.text) > longest + 15:
            yield f"expected a key of like length, got {len(key.text)} characters beside at most {longest}; shorten it"


@item_check("hidden-negative", "error")
def hidden_negative(question: Question) -> Iterator[str]:
    """[11] A small 'not' in what is asked is overlooked: it must stand out."""
    stem = getattr(question, "stem", "")
    asked = _NEGATIVE_ASKED.search(stem)
    if choices_of(question) and asked and not re.search(rf"\*\*{asked[1]}\*\*|\b{asked[1].upper()}\b", stem):
        yield f"expected '{asked[1]}' in bold capitals (**{asked[1].upper()}**) or a positive question, got it in plain letters"


@item_check("double-negative", "error")
def double_negative(question: Question) -> Iterator[str]:
    """[11] 'Which is NOT … : It is not …' has to be untied before it can be answered."""
    stem = getattr(question, "stem", "")
    if re.search(r"\b(?:NOT|EXCEPT|LEAST|INCORRECT)\b", stem):
        for choice in choices_of(question):
            if _NEGATIVE.search(choice.text):
                yield f"expected options without a negative under a negative stem, got '{choice.text}'"


@item_check("absolute-word", "warning")
def absolute_word(question: Question) -> Iterator[str]:
    """[12] 'Always' and 'never' are seldom right, and test-takers know it."""
    for choice in choices_of(question):
        if found := _ABSOLUTE.search(choice.text):
            yield f"expected options without absolute words, got '{found[1]}' in '{choice.text}'; say what holds"


@item_check("vague-key", "warning")
def vague_key(question: Question) -> Iterator[str]:
    """[13] 'Usually' in the key alone marks it as the careful one."""
    if found := single_key(question):
        key, others = found
        if _VAGUE.search(key.text) and not any(_VAGUE.search(choice.text) for choice in others):
            yield f"expected '{_VAGUE.findall(key.text)[0]}' in key and distractors or in neither, got it in the key alone"


@item_check("echo", "warning")
def echo(question: Question) -> Iterator[str]:
    """[14] A word of the stem that returns in the key alone gives it away."""
    if found := single_key(question):
        key, others = found
        shared = content_words(stem_of(question)) & content_words(key.text)
        only = sorted(shared - frozenset().union(*(content_words(choice.text) for choice in others)))
        if only:
            yield f"expected no word of the stem in the key alone, got '{only[0]}'; use it in a distractor or change it"


@item_check("grammar-cue", "warning")
def grammar_cue(question: Question) -> Iterator[str]:
    """[15] 'a' or 'an' at the end of the stem, or one option with a full stop, tells options apart by their form."""
    stem = getattr(question, "stem", "").rstrip(" :_")
    choices = choices_of(question)
    if choices and re.search(r"\b(?:a|an)$", stem):
        yield "expected a stem that does not end in 'a' or 'an', got one; put the article into the options"
    stops = {choice.text.rstrip().endswith(".") for choice in choices}
    if len(stops) > 1:
        yield "expected a full stop at the end of every option or of none, got a mixture"


@item_check("unfocused-stem", "warning")
def unfocused_stem(question: Question) -> Iterator[str]:
    """[16] With the options covered, the stem should still ask something."""
    stem = getattr(question, "stem", "").rstrip(" *")
    if choices_of(question) and question.kind != "odd-one-out":
        last = stem.splitlines()[-1] if stem else ""
        asks = "?" in stem or last.endswith((":", "_")) or last.startswith(("-", "|", ">"))
        if not asks or len(words(stem)) < 5:
            yield "expected a stem that asks by itself, of five words or more, got one that does not; end it with a question"


@item_check("blank-in-the-middle", "warning")
def blank_in_the_middle(question: Question) -> Iterator[str]:
    """[17] With the blank at the end, the sentence has been read before it has to be completed."""
    stem = getattr(question, "stem", "")
    if question.kind == "fill-in" and not re.search(r"_{2,}\W*$", stem):
        yield "expected the blank at the end of the stem, got it earlier; turn the sentence round"


@item_check("reading-load", "warning")
def reading_load(question: Question) -> Iterator[str]:
    """[18] Long texts test reading."""
    limit = 150 if question.kind == "case" else 60
    if len(words(stem_of(question))) > limit:
        yield f"expected at most {limit} words to read first, got {len(words(stem_of(question)))}; cut what nobody needs"
    for choice in choices_of(question):
        if len(words(choice.text)) > 20:
            yield f"expected options of at most 20 words, got {len(words(choice.text))} in '{choice.text}'"


@item_check("uneven-options", "warning")
def uneven_options(question: Question) -> Iterator[str]:
    """[19, 29] Options of very different length or unit look as if they came from different questions."""
    lengths = [len(words(choice.text)) for choice in choices_of(question)]
    if lengths and max(lengths) > 3 * max(1, min(lengths)) and max(lengths) - min(lengths) > 3:
        yield f"expected options of like length, got {min(lengths)} to {max(lengths)} words"
    units = {bool(_UNIT.search(choice.text)) for choice in choices_of(question)}
    if len(units) > 1 and sum(bool(re.search(r"\d", choice.text)) for choice in choices_of(question)) == len(lengths):
        yield "expected numbers in one unit in all options, got some with and some without"


@item_check("thin-explanation", "error")
def thin_explanation(question: Question) -> Iterator[str]:
    """[20] Feedback that only names the answer teaches nothing."""
    if len(words(question.explanation)) < 15:
        yield f"expected an explanation of 15 words or more, got {len(words(question.explanation))}; give the reason"
    if any(choice.right and words(choice.text) == words(question.explanation) for choice in choices_of(question)):
        yield "expected an explanation that adds to the key, got the key again"


@item_check("thin-reason", "warning")
def thin_reason(question: Question) -> Iterator[str]:
    """[21] The reason beside an option is what stops a wrong answer from being learned."""
    for choice in choices_of(question):
        if len(words(choice.why)) < 5:
            yield f"expected a reason of five words or more for '{choice.text}', got '{choice.why}'"


@item_check("bloom-label", "warning")
def bloom_label(question: Question) -> Iterator[str]:
    """[26] To apply is to use knowledge in a situation, and a situation takes words."""
    material = " ".join(
        [stem_of(question), *(choice.text for choice in choices_of(question)), str(getattr(question, "items", ""))]
    )
    if question.bloom == "apply" and len(words(material)) < 20:
        yield "expected a situation of 20 words or more for the level 'apply', got less; describe a case or change the level"


@item_check("trivia", "warning")
def trivia(question: Question) -> Iterator[str]:
    """[27] Years, turnovers and opinions are not what the notes teach."""
    found = single_key(question)
    if found and _YEAR.fullmatch(found[0].text.strip()):
        yield f"expected a key that tests understanding, got the year {found[0].text}"
    if found_words := _OPINION.search(stem_of(question)):
        yield f"expected a question of fact or judgement, got '{found_words[1]}'"


@item_check("match-form", "warning")
def match_form(question: Question) -> Iterator[str]:
    """[30] With as many partners as entries, the last pair needs no knowledge."""
    if question.kind == "matching":
        pairs, spare = question.pairs, question.spare  # type: ignore[attr-defined]
        if len(pairs) < 4:
            yield f"expected four to six pairs, got {len(pairs)}"
        if not spare and not question.codes:  # type: ignore[attr-defined]
            yield "expected at least one spare entry in List II, got none"


@item_check("sequence-length", "warning")
def sequence_length(question: Question) -> Iterator[str]:
    """[31] Three steps can be guessed, seven are a memory test."""
    if question.kind == "ordering" and not 4 <= len(question.steps) <= 6:  # type: ignore[attr-defined]
        yield f"expected four to six steps, got {len(question.steps)}"  # type: ignore[attr-defined]


@item_check("assertion-explained", "warning")
def assertion_explained(question: Question) -> Iterator[str]:
    """[32] The explanation must give the truth of A, the truth of R, and the link between them."""
    if question.kind == "assertion-reason":
        told = question.explanation
        for part in ("A", "R"):
            if not re.search(rf"\b{part} is (?:also |too )?(?:true|false)|\b[Bb]oth (?:statements )?are true", told):
                yield f"expected an explanation that says whether {part} is true or false, got none"
        if not re.search(r"\bexplain|\bbecause of\b|\blink|\bcause|\bwhy\b", told):
            yield "expected an explanation that says whether R explains A, got none"


@item_check("old-word", "warning")
def old_word(question: Question) -> Iterator[str]:
    """[33] One word for one idea: client, provider, customer."""
    told = " ".join([stem_of(question), question.explanation, *(choice.text for choice in choices_of(question))])
    if found := _OLD_WORDS.search(told):
        yield f"expected client, provider or customer, got '{found[0]}'"


@item_check("overclaim", "error")
def overclaim(question: Question) -> Iterator[str]:
    """[34] The notes settle these claims otherwise; a key may not teach them."""
    stated = [choice.text for choice in choices_of(question) if choice.right]
    if question.kind == "true-false" and question.answer:  # type: ignore[attr-defined]
        stated.append(question.stem)  # type: ignore[attr-defined]
    for text in stated:
        if found := _OVERCLAIM.search(text):
            yield f"expected the careful wording of the notes, got '{found[0]}' as right"


@item_check("undated-fact", "error")
def undated_fact(question: Question) -> Iterator[str]:
    """[35] A figure of the world outside needs its source and its date; one of an invented firm does not."""
    told = " ".join([stem_of(question), *(choice.text for choice in choices_of(question))])
    figures = _YEAR.search(told) or (_MONEY.search(told) and re.search(r"\d", told) and "India" in told)
    invented = "invented" in told or question.kind in ("numeric", "case")
    if figures and not invented and not (question.source and question.as_of):
        yield "expected `source` and `as_of` for a dated fact, got none; or say that the firm is invented"


def above_remember(question: Question) -> bool:
    """Say whether the question's Bloom level is higher than the lowest."""
    return question.bloom != BLOOM_LEVELS[0]
