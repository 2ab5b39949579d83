"""What we write beside a question so that it is found: its kind, the name of its objective, its Bloom level."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from quizbank.exchange.portable import Portable, Target
from quizbank.kinds import KINDS
from quizbank.model.question import BLOOM_LEVELS

_DATED = re.compile(r"(.*?) ?\(([^()]+)\)", re.DOTALL)
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True)
class Tags:
    """The tags of a question of ours."""

    kind: str
    objective: str = ""
    bloom: str = ""

    def on(self, question: Portable) -> Portable:
        """Return a question with what the tags say."""
        return replace(question, kind=self.kind, objective=Target(slug=self.objective), bloom=self.bloom)


def our_tags(tags: Sequence[str]) -> Tags | None:
    """Return what tags say of a question of ours; None where they are somebody else's: ours begin with the kind."""
    kind, *others = tags or [""]
    bloom = others[-1] if others and others[-1] in BLOOM_LEVELS else ""
    slugs = others[:-1] if bloom else others
    if kind not in KINDS or len(slugs) > 1 or not all(map(_SLUG.fullmatch, slugs)):
        return None
    return Tags(kind, slugs[0] if slugs else "", bloom)


def dated_source(text: str) -> tuple[str, str]:
    """Return a source, and the date of what it says, which stands behind it in round brackets; '' where there is none."""
    dated = _DATED.fullmatch(text)
    return (dated[1], dated[2]) if dated else (text, "")
