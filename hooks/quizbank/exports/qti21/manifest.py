"""The manifest of a package: every file once, and for each item its metadata, by which a collection of items is searched.

After https://www.imsglobal.org/question/qtiv2p1/imsqti_ctpkv2p1.html (package) and IEEE LOM (metadata).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from quizbank.exchange.markup import element
from quizbank.exchange.portable import Portable
from quizbank.exports.format import Collection
from quizbank.exports.qti21.item import title_of

PATH = "imsmanifest.xml"
_ATTRIBUTES = {
    "xmlns": "http://www.imsglobal.org/xsd/imscp_v1p1",
    "xmlns:imsmd": "http://ltsc.ieee.org/xsd/LOM",
    "xmlns:imsqti": "http://www.imsglobal.org/xsd/imsqti_metadata_v2p1",
}


@dataclass(frozen=True)
class Item:
    """An item of the package: its identifier, its file, its question, its kind of interaction, and paths of its pictures."""

    name: str
    path: str
    question: Portable
    interaction: str
    pictures: tuple[str, ...]
    explained: bool


def manifest(collection: Collection, identifier: str, test_path: str, items: Iterable[Item]) -> Element:
    """Return the manifest of a package that has one test and these items."""
    listed = list(items)
    schema = (element("schema", None, "QTIv2.1 Package"), element("schemaversion", None, "1.0.0"))
    about = element("metadata", None, *schema, _lom(_entries(collection)))
    images = sorted({path for item in listed for path in item.pictures})
    resources = [
        _test(f"test-{identifier}", test_path, listed),
        *(_item(item, images, collection) for item in listed),
        *(_image(f"image-{number}", path) for number, path in enumerate(images, 1)),
    ]
    head = {**_ATTRIBUTES, "identifier": f"package-{identifier}"}
    return element("manifest", head, about, element("organizations"), element("resources", None, *resources))


def _entries(collection: Collection) -> Iterator[Element]:
    yield _identifier(collection.id, "course")
    yield _said("title", collection.title, collection.language)
    yield element("imsmd:language", None, collection.language)


def _lom(general: Iterable[Element], *more: Element) -> Element:
    return element("imsmd:lom", None, element("imsmd:general", None, *general), *more)


def _test(identifier: str, path: str, items: Iterable[Item]) -> Element:
    needs = (element("dependency", {"identifierref": f"item-{item.name}"}) for item in items)
    return element("resource", _resource(identifier, "imsqti_test_xmlv2p1", path), element("file", {"href": path}), *needs)


def _item(item: Item, images: list[str], collection: Collection) -> Element:
    about = element(
        "metadata", None, _lom(_about(item.question, collection), *_passage(item.question, collection.language)), _qti(item)
    )
    needs = (element("dependency", {"identifierref": f"image-{images.index(path) + 1}"}) for path in item.pictures)
    attributes = _resource(f"item-{item.name}", "imsqti_item_xmlv2p1", item.path)
    return element("resource", attributes, about, element("file", {"href": item.path}), *needs)


def _image(identifier: str, path: str) -> Element:
    return element("resource", _resource(identifier, "webcontent", path), element("file", {"href": path}))


def _resource(identifier: str, kind: str, path: str) -> dict[str, str]:
    return {"identifier": identifier, "type": kind, "href": path}


def _about(question: Portable, collection: Collection) -> Iterator[Element]:
    target, language = question.objective, collection.language
    yield _identifier(question.id, collection.id)
    yield _said("title", title_of(question), language)
    yield element("imsmd:language", None, language)
    sources = " ".join(text for text in (question.source, f"({question.as_of})" if question.as_of else "") if text)
    yield from (_said("description", text, language) for text in (target.text, sources) if text)
    tags = (question.kind, target.id, target.slug, question.bloom, question.section)
    yield from (_said("keyword", tag, language) for tag in tags if tag)


def _passage(question: Portable, language: str) -> Iterator[Element]:
    """Yield the relation to the passage of the notes that teaches what is asked."""
    if question.link:
        kind = element("imsmd:kind", None, element("imsmd:source", None, "LOMv1.0"), element("imsmd:value", None, "isbasedon"))
        source = element(
            "imsmd:resource", None, _identifier(question.link, "URI"), _said("description", question.passage, language)
        )
        yield element("imsmd:relation", None, kind, source)


def _identifier(entry: str, catalog: str) -> Element:
    parts = (element("imsmd:catalog", None, catalog), element("imsmd:entry", None, entry))
    return element("imsmd:identifier", None, *parts)


def _said(tag: str, text: str, language: str) -> Element:
    return element(f"imsmd:{tag}", None, element("imsmd:string", {"language": language}, text))


def _qti(item: Item) -> Element:
    interactions = (item.interaction, *(["endAttemptInteraction"] if item.question.hint else []))
    return element(
        "imsqti:qtiMetadata",
        None,
        element("imsqti:timeDependent", None, "false"),
        element("imsqti:composite", None, str(len(interactions) > 1).lower()),
        *(element("imsqti:interactionType", None, name) for name in interactions),
        element("imsqti:feedbackType", None, "nonadaptive" if item.explained else "none"),
        element("imsqti:solutionAvailable", None, str(item.interaction != "extendedTextInteraction").lower()),
    )
