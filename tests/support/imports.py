"""Files of other systems for tests of imports, and the way from one to a bank that is read as an author's would be."""

import base64
import random
import struct
import tempfile
import zipfile
import zlib
from collections.abc import Mapping
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
from docx import Document

import portables
from quizbank.banks.load import load_bank
from quizbank.imports import load_reader
from quizbank.imports.bank.compose import Around, Composed, composed
from quizbank.imports.choose import reader_of
from quizbank.imports.reader import File, Found
from quizbank.model.bank import Bank
from quizbank.problems.problem import Problem

AROUND = Around("new", "Plants", "plants.md", ("leaves", "roots"), "LO1.1")


def read(name: str, data: bytes | str, file: str = "x.txt", **more: Any) -> Found:
    """Return what a reader finds, after a look that the file is known as one of its format."""
    made = File(file, data.encode() if isinstance(data, str) else data, **more)
    assert reader_of(made) is load_reader(name)
    return load_reader(name).read(made)


def bank(found: Found, around: Around = AROUND, pictures: bool = True) -> tuple[Composed, Bank, list[Problem]]:
    """Return the bank of what was found: as text, and as its author's own reader reads that."""
    made = composed(found.taken, around)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "new.yml"
        path.write_text(made.text, encoding="utf-8")
        (path.parent / "pictures").mkdir()
        for name, data in made.pictures.items():
            (path.parent / "pictures" / name).write_bytes(data)
        loaded, problems = load_bank(path, path.parent)
    assert loaded is not None, problems
    return made, loaded, problems


def only(found: Found) -> Any:
    """Return the one question that was found, when nothing was refused."""
    assert found.refused == ()
    (one,) = found.taken
    return one.question


def refusals(found: Found, file: str = "x") -> list[str]:
    """Return what was refused, as it is printed."""
    return [f"{file}:{each.line}: {each.where}: {each.message}" for each in found.refused]


def png(side: int = 8, colour: bytes = b"\xff\x00\x00") -> bytes:
    """Return a picture."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\x00" + colour * side for _ in range(side))
    head = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def base64_of(data: bytes) -> str:
    """Return bytes in Base64."""
    return base64.b64encode(data).decode()


def zipped(files: Mapping[str, bytes | str]) -> bytes:
    """Return a ZIP file."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return made.getvalue()


def workbook(*rows: list[Any], before: int = 0) -> bytes:
    """Return a spreadsheet with these rows, below some empty ones."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for number, row in enumerate(rows, before + 1):
        for column, value in enumerate(row, 1):
            sheet.cell(number, column, value)
    made = BytesIO()
    book.save(made)
    return made.getvalue()


def document(*paragraphs: str) -> bytes:
    """Return a Word document."""
    made = Document()
    for text in paragraphs:
        made.add_paragraph(text)
    return saved(made)


def saved(made: Any) -> bytes:
    """Return the file of a Word document."""
    target = BytesIO()
    made.save(target)
    return target.getvalue()


TEXT = """Section A

1. Which gas do plants take in? [2 marks]
a) Oxygen  b) Carbon dioxide
c) Neon    d) None of the above
Ans: b
Explanation: Leaves take it in.

2. The process is called ____.
Ans: photosynthesis

3. Roots drink water.
Answer: True

4. Define a leaf.
Ans: A leaf is the flat part of a plant
that takes in light.

5. How many cells?
A. one
B. two
C. three

Answer key
5. C
"""
AIKEN = "Which gas do plants take in?\nA. Oxygen\nB. Carbon dioxide\nC. Neon\nANSWER: B\n\nTwo?\nA) one\nB) two\nANSWER: B\n"
GIFT = r"""// a comment
$CATEGORY: Plants/Leaves

::gas:: Which gas\: do plants take in? {=Carbon dioxide#yes ~Oxygen#no ~%50%Neon ####Leaves take it in.}

Roots drink water. {T#no#yes}

How many leaves? {#5:0.5}

Match. {=root -> water =leaf -> light =stem -> way up = -> salt}

Plants need {=light =sunlight =%50%sun} and {~stone =water}.

[html]H<sub>2</sub>O is {=water}.

Describe a leaf. {}
"""
MOODLE = f"""<?xml version="1.0" encoding="UTF-8"?>
<quiz>
<question type="category"><category><text>$course$/top/Leaves</text></category></question>
<question type="multichoice"><name><text>Gas</text></name><questiontext format="html"><text><![CDATA[<p>Which&nbsp;<b>gas</b>?
<img src="@@PLUGINFILE@@/a%20leaf.png" alt="A leaf"></p>]]></text>
<file name="a leaf.png" path="/" encoding="base64">{base64_of(png())}</file></questiontext>
<generalfeedback format="html"><text>&lt;p&gt;Leaves take it in.&lt;/p&gt;</text></generalfeedback>
<defaultgrade>2.0000000</defaultgrade><idnumber>leaf-gas</idnumber><single>true</single>
<answer fraction="100" format="html"><text>&lt;p&gt;A. CO&lt;sub&gt;2&lt;/sub&gt;&lt;/p&gt;</text><feedback><text>yes</text></feedback></answer>
<answer fraction="-25" format="html"><text>B. Oxygen</text></answer>
<answer fraction="0" format="html"><text></text></answer></question>
<question type="cloze"><name><text>Gaps</text></name>
<questiontext format="html"><text>Plants need {{1:SHORTANSWER:=light~%50%sun#close}} and {{1:MULTICHOICE:stone~=water}}.</text></questiontext></question>
<question type="description"><name><text>A garden</text></name><questiontext format="html"><text>Read this.</text></questiontext></question>
<question type="truefalse"><questiontext format="html"><text>True?</text></questiontext>
<answer fraction="100"><text>true</text></answer><answer fraction="0"><text>false</text></answer></question>
<question type="numerical"><questiontext format="html"><text>How many?</text></questiontext>
<answer fraction="100"><text>5</text><tolerance>0.1</tolerance></answer></question>
<question type="calculated"><name><text>Sum</text></name><questiontext><text>1+1?</text></questiontext></question>
</quiz>
"""
QTI12 = """<?xml version="1.0"?><questestinterop xmlns="http://www.imsglobal.org/xsd/ims_qtiasiv1p2"><assessment title="Leaves"><section>
<item ident="i1" title="Gas"><presentation><material><mattext texttype="text/html">&lt;p&gt;Which &lt;b&gt;gas&lt;/b&gt;?&lt;/p&gt;</mattext></material>
<response_lid ident="r" rcardinality="Single"><render_choice>
<response_label ident="1"><material><mattext>Carbon dioxide</mattext></material></response_label>
<response_label ident="2"><material><mattext>Oxygen</mattext></material></response_label></render_choice></response_lid></presentation>
<resprocessing><respcondition><conditionvar><varequal respident="r">2</varequal></conditionvar><displayfeedback linkrefid="2_fb"/></respcondition>
<respcondition><conditionvar><varequal respident="r">1</varequal></conditionvar><setvar action="Set" varname="SCORE">100</setvar></respcondition></resprocessing>
<itemfeedback ident="2_fb"><flow_mat><material><mattext>Plants give it off.</mattext></material></flow_mat></itemfeedback></item>
</section></assessment></questestinterop>
"""
QTI21 = """<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="two-gases" title="Gases">
<responseDeclaration identifier="R" cardinality="multiple" baseType="identifier">
<correctResponse><value>H</value><value>O</value></correctResponse></responseDeclaration>
<itemBody><p>Water is made of these.</p><choiceInteraction responseIdentifier="R" shuffle="true" maxChoices="0">
<prompt>Which gases form <i>water</i>?</prompt>
<simpleChoice identifier="H">Hydrogen<feedbackInline identifier="H" outcomeIdentifier="F" showHide="show">Two parts.</feedbackInline></simpleChoice>
<simpleChoice identifier="He">Helium</simpleChoice><simpleChoice identifier="O">Oxygen</simpleChoice>
</choiceInteraction></itemBody></assessmentItem>
"""
ANKI = "#separator:tab\n#html:true\n#deck:Bio::Leaves\nWhat is a <b>leaf</b>?\tThe flat part of a plant\nThe {{c1::sun}} feeds {{c2::leaves::green}}.\t\n"
CSV = "Question,Option A,Option B,Option C,Answer,Explanation\nWhich gas?,Oxygen,Carbon dioxide,Neon,B,Leaves take it in.\n"


@cache
def samples() -> dict[str, tuple[str, bytes]]:
    """Return a file of every format that is read, by the name of its reader: what it is called, and its bytes."""
    found = {
        "text": ("x.txt", TEXT.encode()),
        "aiken": ("x.txt", AIKEN.encode()),
        "gift": ("x.gift", GIFT.encode()),
        "moodle": ("x.xml", MOODLE.encode()),
        "qti12": ("x.xml", QTI12.encode()),
        "qti21": ("x.zip", zipped({"imsmanifest.xml": "<manifest/>", "items/a.xml": QTI21})),
        "anki-tsv": ("x.txt", ANKI.encode()),
        "csv": ("x.csv", CSV.encode()),
        "docx": ("x.docx", document(*TEXT.split("\n"))),
    }
    for name in ("xlsx", "kahoot", "json"):
        from quizbank.exports import load_format

        format_ = load_format(name)
        held = portables.held(portables.examples(), format_)
        first = next(deck for deck in held.decks if deck.questions)
        found[name] = (f"x.{format_.ending}", format_.write(held.only(first)))
    return found


def mutated(data: bytes, random_: random.Random) -> bytes:
    """Return a file with a few faults: bytes changed, pieces cut out, doubled or put elsewhere, signs of formats put in."""
    signs = [b"{", b"}", b"<", b">", b"&", b"&#0;", b"<![CDATA[", b"]]>", b"\x00", b"\xff", b'"', b"\t", b"=", b"~", b"->", b"\n\n"]
    signs += [b"%", b"::", b"\\", b"{{c1::", b"}}", b"ANSWER: Z\n", b"999. ", b"a) ", b"<table>", b"nan", b"1e999", b"\xed\xa0\x80"]
    made = bytearray(data)
    for _ in range(random_.randint(1, 6)):
        place, other = random_.randrange(len(made) + 1), random_.randrange(len(made) + 1)
        first, last = min(place, other), max(place, other)
        piece = bytes(made[first : min(last, first + 200)])
        match random_.randrange(4):
            case 0:
                made[first : first + len(piece)] = b""
            case 1:
                made[place:place] = random_.choice(signs)
            case 2:
                made[other:other] = piece
            case _:
                made[place : place + 1] = bytes([random_.randrange(256)])
    return bytes(made)
