"""What a package of ours says of its items outside them: in the manifest their metadata, in the test their order and cases."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from quizbank.exchange.portable import Portable, Target
from quizbank.imports.files.xml_text import words
from quizbank.imports.ours.marks import dated_source
from quizbank.kinds import KINDS
from quizbank.model.question import BLOOM_LEVELS

_OBJECTIVE = re.compile(r"[A-Z]+\d+(?:\.\d+)*")


@dataclass(frozen=True)
class About:
    """What the manifest says of an item: its id, kind, objective, Bloom level, passage, source."""

    id: str
    kind: str
    target: Target
    bloom: str
    section: str
    passage: str
    link: str
    source: str
    as_of: str

    def on(self, question: Portable) -> Portable:
        """Return a question with all of this."""
        return replace(
            question,
            id=self.id,
            kind=self.kind,
            objective=self.target,
            bloom=self.bloom,
            section=self.section,
            passage=self.passage,
            link=self.link,
            source=self.source,
            as_of=self.as_of,
        )


def items_of_ours(manifest: Any) -> dict[str, About]:
    """Return what a manifest says of items that we wrote, by their paths; nothing for other people's manifests."""
    if manifest is None:
        return {}
    resources = [each for each in manifest.iter("resource") if each.get("type") == "imsqti_item_xmlv2p1"]
    found = {each.get("href") or "": _about(each) for each in resources}
    return {path: about for path, about in found.items() if about}


def _about(resource: Any) -> About | None:
    """Return what is said of one item; None where its first keyword is no kind of ours."""
    kind, *tags = [words(each) for each in resource.iterfind(".//general/keyword")] or [""]
    if kind not in KINDS:
        return None
    target, bloom, section = _tags(tags)
    texts = [words(each) for each in resource.iterfind(".//general/description")]
    target = replace(target, text=texts.pop(0)) if target.id and texts else target
    source, as_of = dated_source(texts[0]) if texts else ("", "")
    relation = resource.find(".//relation/resource")
    passage, link = words(relation, "description"), words(relation, "identifier/entry")
    return About(words(resource, ".//general/identifier/entry"), kind, target, bloom, section, passage, link, source, as_of)


def _tags(tags: list[str]) -> tuple[Target, str, str]:
    """Return the objective, the level and the section that keywords name, in the order in which we write them."""
    rest = list(tags)
    number = rest.pop(0) if rest and _OBJECTIVE.fullmatch(rest[0]) else ""
    slug = rest.pop(0) if rest and number and rest[0] not in BLOOM_LEVELS else ""
    bloom = rest.pop(0) if rest and rest[0] in BLOOM_LEVELS else ""
    return Target(number, slug), bloom, rest[0] if rest else ""


@dataclass(frozen=True)
class Place:
    """Where an item stands in a test: its path, its chapter, and the id and the title of its case."""

    path: str
    chapter: str = ""
    case: str = ""
    title: str = ""


def places_in(test: Any) -> Iterator[Place]:
    """Yield the items of a test of ours in their order."""
    for chapter in test.iterfind(".//testPart/assessmentSection"):
        for each in chapter:
            if each.tag == "assessmentSection":
                own = (each.get("identifier") or "").removeprefix("case-")
                yield from (_place(one, chapter, own, each.get("title") or "") for one in each.iter("assessmentItemRef"))
            elif each.tag == "assessmentItemRef":
                yield _place(each, chapter, "", "")


def _place(reference: Any, chapter: Any, case: str, title: str) -> Place:
    return Place(reference.get("href") or "", chapter.get("title") or "", case, title)
