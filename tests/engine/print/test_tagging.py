"""The tags of a PDF file: each rule of PDF/UA-1 that WeasyPrint leaves open, looked at in a file as it is written."""

import re
from collections.abc import Iterator
from typing import Any

import pikepdf
import pytest

from quizbank.print.pdf import FONTS, write_pdf

pytestmark = pytest.mark.usefixtures("pdf")

STYLE = FONTS.read_text(encoding="utf-8") + "body { font-family: var(--serif) } @page { @top-left { content: 'Running head' } }"
PAGE = f"""<!doctype html><html lang="en"><head><title>Tags</title><style>{STYLE}</style></head><body>
<h1 id="top">A heading<span></span></h1>
<ul><li><p>First paragraph.</p><p>Second paragraph.</p></li><li>Plain.<ul><li>Inner.</li></ul></li></ul>
<dl><div><dt>Term</dt><dd>Meaning</dd></div></dl>
<table><thead><tr><th>Section</th><th>Marks</th></tr></thead><tbody><tr><th scope="row">A</th><td></td></tr></tbody></table>
<p>See <a href="#top">the <b>very</b>
 top</a>.</p><p lang="hi">शक्ति, स्थिति, निर्णय</p></body></html>"""


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Iterator[pikepdf.Pdf]:
    path = tmp_path_factory.mktemp("tags") / "tags.pdf"
    write_pdf(PAGE, path, path.parent)
    with pikepdf.open(path) as pdf:
        yield pdf


def kids(element: Any) -> list[Any]:
    held = element.get("/K", [])
    return list(held) if isinstance(held, pikepdf.Array) else [held]


def elements(parent: Any) -> Iterator[Any]:
    """Yield every element of the structure below another."""
    for kid in kids(parent):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from elements(kid)


def tagged(file: pikepdf.Pdf, tag: str) -> list[Any]:
    return [element for element in elements(file.Root.StructTreeRoot) if tag == element.S]


def tags_in(element: Any) -> set[str]:
    return {str(kid.S) for kid in kids(element) if isinstance(kid, pikepdf.Dictionary) and "/S" in kid}


def test_a_list_holds_items_and_an_item_a_label_and_a_body(file: pikepdf.Pdf) -> None:
    lists, items = tagged(file, "/L"), tagged(file, "/LI")
    assert len(lists) == 3
    assert len(items) == 5
    assert set().union(*map(tags_in, lists)) <= {"/LI", "/L", "/Caption"}
    assert set().union(*map(tags_in, items)) <= {"/Lbl", "/LBody"}
    assert {str(item.P.S) for item in items} == {"/L"}
    assert {str(body.P.S) for body in tagged(file, "/LBody")} == {"/LI"}


def test_a_header_says_what_it_heads_and_an_empty_cell_stays(file: pikepdf.Pdf) -> None:
    assert [str(cell.A.Scope) for cell in tagged(file, "/TH")] == ["/Column", "/Column", "/Row"]
    assert len(tagged(file, "/TD")) == 1


def test_no_other_element_is_empty(file: pikepdf.Pdf) -> None:
    empty = [str(element.S) for element in elements(file.Root.StructTreeRoot) if not kids(element)]
    assert set(empty) <= {"/TD"}


def test_a_link_is_announced_by_its_text_and_emphasis_in_it_belongs_to_it(file: pikepdf.Pdf) -> None:
    links = [note for note in file.pages[0].Annots if note.Subtype == "/Link"]
    assert "the very top" in {str(link.Contents) for link in links}
    assert [str(link.Contents) for link in links if str(link.Contents) == "top"] == []
    numbers = list(file.Root.StructTreeRoot.ParentTree.Nums)
    holders = dict(zip(map(int, numbers[::2]), numbers[1::2], strict=True))
    assert {str(holders[int(link.StructParent)].S) for link in links} == {"/Link"}


def test_a_running_head_is_an_artifact_and_stands_in_no_element(file: pikepdf.Pdf) -> None:
    content = file.pages[0].Contents.read_bytes()
    assert len(re.findall(rb"/Artifact\s*<<\s*/Type /Pagination\s*>>\s*BDC", content)) == 1
    (held,) = [value for value in file.Root.StructTreeRoot.ParentTree.Nums if isinstance(value, pikepdf.Array)]
    marked = {int(number) for number in re.findall(rb"/MCID (\d+)", content)}
    assert {number for number, holder in enumerate(held) if isinstance(holder, pikepdf.Dictionary)} == marked
    assert len(held) == len(marked) + 1


def test_every_glyph_has_a_text(file: pikepdf.Pdf) -> None:
    maps = [font.ToUnicode.read_bytes() for font in file.objects if isinstance(font, pikepdf.Dictionary) and "/ToUnicode" in font]
    assert b"<2060>" in b"".join(maps), "or the sign before its consonant has got a text in another way"
    assert [line for each in maps for line in each.splitlines() if line.endswith(b"<>")] == []
