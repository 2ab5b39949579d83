"""Checks of what a question says of the world: the house's words, claims that go too far, figures without a date."""

import re
from collections.abc import Iterator

from quizbank.checks.lint.findings import Around, item_check_around
from quizbank.checks.lint.measures.figures import may_hold_figure, outside_figure
from quizbank.checks.lint.measures.texts import asserted, texts_of
from quizbank.checks.lint.measures.words import any_of, sentences
from quizbank.model.question import Question

# A claim is denied by a word before it in its own clause, or by a judgement anywhere in the sentence.
_DENIED = re.compile(
    r"\b(?:not|never|no|nor|neither|nobody|none|cannot|without|rather than|instead of|avoid|hardly|seldom|rarely|\w+n['’]t)\b",
    re.IGNORECASE,
)
_CLAUSE_END = re.compile(r", (?:and|but|so)\b|;", re.IGNORECASE)
_JUDGED = any_of(
    *("false", "untrue", r"wrong\w*", "weak", "myth", "overclaims?", r"overstat\w+", r"exaggerat\w+", "mistake[ns]?"),
    *("misleading", "too (?:strong|much|far|wide|good)", "(?:is|are) not (?:true|so|right|correct)", "does not (?:hold|follow)"),
    *("ignores?", "overlooks?", "forgets?", r"doubt\w*", "claim(?:s|ed)?", "believe[sd]?", "thinks?", "sa(?:y|ys|id) that"),
)
_QUOTED = re.compile(r"[“\"][^“”\"]*[”\"]")
# A stem that asks for the reason takes it as settled that the thing is so.
_PRESUPPOSES = re.compile(
    r"^\W*(?:why|how come|explain why|give|state|name|since|because|as|what makes|which reasons?|which of these explains)\b",
    re.IGNORECASE,
)


@item_check_around("old-word", "warning")
def old_word(question: Question, around: Around) -> Iterator[str]:
    """[33] One word for one idea: those of the course's profile."""
    for path, text in texts_of(question):
        typed = path[0] in question.typed_fields and path[-1] != "why"
        for word in around.house.words if not typed else ():
            if found := word.found.search(text):
                yield f"expected '{word.say}', got '{found[0]}'"


@item_check_around("overclaim", "error", in_english=True)
def overclaim(question: Question, around: Around) -> Iterator[str]:
    """[34] The notes settle these claims otherwise: no question may teach them as right, and no stem may take them as settled."""
    claims = around.house.claimed
    if claims is None:
        return
    texts = [*asserted(question), *(sentence for sentence in _sentences(question.stem_text) if _PRESUPPOSES.search(sentence))]
    for sentence in (sentence for text in texts if claims.search(text.replace("*", "")) for sentence in _sentences(text)):
        found = claims.search(sentence)
        if found and not _DENIED.search(_CLAUSE_END.split(sentence[: found.start()])[-1]) and not _JUDGED.search(sentence):
            yield f"expected the careful wording of the notes, got '{found[0]}' as right"


def _sentences(text: str) -> list[str]:
    """Return the sentences of a text without emphasis, and without what it only quotes."""
    return sentences(_QUOTED.sub(" ", text.replace("*", "")))


@item_check_around("undated-fact", "off", in_english=True)
def undated_fact(question: Question, around: Around) -> Iterator[str]:
    """[35] A figure of the world outside needs its source and its date; one of an invented firm does not."""
    if question.source and question.as_of:
        return
    texts = [
        (path, text) for path, text in texts_of(question) if path[0] not in ("explanation", "hint") and may_hold_figure(text)
    ]
    if not texts:
        return
    setting = f"{around.passage} {question.stem_text}"
    asked = "".join(sentences(question.stem_text)[-1:])
    # An option or an answer says nothing by itself: it is read with what is asked.
    asking = (("" if path[0] in question.opens_with else asked, text) for path, text in texts)
    figures = (outside_figure(text, setting, question_of_it, around.house) for question_of_it, text in asking)
    if figure := next(filter(None, figures), ""):
        yield f"expected `source` and `as_of` for a dated fact, got none beside '{figure}'; or say that the firm is invented"
