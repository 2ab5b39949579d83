"""The package: a manifest, and for each chapter an assessment with the file in which Canvas keeps its settings.

An assessment rather than an `objectbank`: Canvas makes of each a quiz and beside it a question bank of the same name, while of a
bank it would make no quiz, and other readers of QTI 1.2 know assessments better.
"""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from quizbank.exchange.markup import document, element, unique_names
from quizbank.exchange.portable import Deck
from quizbank.exports.feedback import Texts, texts_of
from quizbank.exports.format import Collection
from quizbank.exports.packing import packed
from quizbank.exports.qti12.item import IMAGES, item, passage
from quizbank.exports.qti12.parts import fields, name_by_hash

_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_QTI = "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"
_CANVAS = "http://canvas.instructure.com/xsd/cccv1p0"
_MANIFEST = "http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1"
_LOM = "http://www.imsglobal.org/xsd/imsmd_v1p2"
_SETTINGS_KIND = "associatedcontent/imscc_xmlv1p1/learning-application-resource"


def package(collection: Collection) -> bytes:
    """Return a collection as a package."""
    texts = texts_of(collection)
    decks = [deck for deck in collection.decks if deck.questions]
    names = iter(unique_names(question.id for deck in decks for question in deck.all_questions))
    files = {"imsmanifest.xml": document(_manifest(collection, decks))}
    for deck in decks:
        name = _name(collection, deck)
        files[f"{name}/{name}.xml"] = document(_assessment(name, deck, names, texts))
        files[f"{name}/assessment_meta.xml"] = document(_settings(name, deck))
    return packed({**files, **_images(decks)}, collection.when)


def _name(collection: Collection, deck: Deck) -> str:
    return name_by_hash(collection.id, deck.name)


def _assessment(name: str, deck: Deck, names: Iterator[str], texts: Texts) -> Element:
    section = element("section", {"ident": "root_section"}, *_items(deck, names, texts))
    about = fields([("cc_maxattempts", "unlimited")])
    assessment = element("assessment", {"ident": name, "title": deck.title}, about, section)
    location = f"{_QTI} http://www.imsglobal.org/xsd/ims_qtiasiv1p2p1.xsd"
    return element("questestinterop", {"xmlns": _QTI, "xmlns:xsi": _XSI, "xsi:schemaLocation": location}, assessment)


def _items(deck: Deck, names: Iterator[str], texts: Texts) -> Iterator[Element]:
    for question in deck.questions:
        name = next(names)
        yield passage(name, question, texts) if question.parts else item(name, question, texts)
        yield from (item(next(names), part, texts, name) for part in question.parts)


def _settings(name: str, deck: Deck) -> Element:
    """Return Canvas's settings: a quiz for practice, unpublished, taken as often as one likes, its answers in the file's order.

    Canvas shuffles all questions of a quiz or none, and codes such as "both are true" need their order.
    """
    marks = sum(each.marks or 1 for question in deck.questions for each in question.each)
    settings = {
        "title": deck.title,
        "description": "",
        "shuffle_answers": "false",
        "scoring_policy": "keep_highest",
        "hide_results": "",
        "quiz_type": "practice_quiz",
        "points_possible": f"{marks}.0",
        "show_correct_answers": "true",
        "allowed_attempts": "-1",
        "one_question_at_a_time": "false",
        "cant_go_back": "false",
        "available": "false",
    }
    return element("quiz", {"identifier": name, "xmlns": _CANVAS}, *(element(key, None, text) for key, text in settings.items()))


def _manifest(collection: Collection, decks: list[Deck]) -> Element:
    resources = [resource for deck in decks for resource in _resources(_name(collection, deck))]
    images = [_resource(f"image_{number}", "webcontent", path, path) for number, path in enumerate(_images(decks), 1)]
    schema = (element("schema", None, "IMS Content"), element("schemaversion", None, "1.1.3"))
    head = {"identifier": name_by_hash(collection.id), "xmlns": _MANIFEST, "xmlns:imsmd": _LOM}
    about = element("metadata", None, *schema, _about(collection))
    return element("manifest", head, about, element("organizations"), element("resources", None, *resources, *images))


def _about(collection: Collection) -> Element:
    title = element("imsmd:title", None, element("imsmd:langstring", {"xml:lang": collection.language}, collection.title))
    return element("imsmd:lom", None, element("imsmd:general", None, title))


def _resources(name: str) -> Iterator[Element]:
    settings = name_by_hash("settings", name)
    assessment = _resource(name, "imsqti_xmlv1p2", f"{name}/{name}.xml")
    assessment.append(element("dependency", {"identifierref": settings}))
    yield assessment
    path = f"{name}/assessment_meta.xml"
    yield _resource(settings, _SETTINGS_KIND, path, path)


def _resource(identifier: str, kind: str, path: str, href: str = "") -> Element:
    attributes = {"identifier": identifier, "type": kind, **({"href": href} if href else {})}
    return element("resource", attributes, element("file", {"href": path}))


def _images(decks: list[Deck]) -> dict[str, bytes]:
    pictures = [question.picture for deck in decks for question in deck.all_questions if question.picture]
    return {f"{IMAGES}/{picture.name}": picture.data for picture in sorted(pictures, key=lambda picture: picture.name)}
