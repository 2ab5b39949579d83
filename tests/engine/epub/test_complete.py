"""The book for phones is complete or it is not made: what goes in comes out, and what cannot is refused with a message."""

import re
from collections.abc import Callable
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest
from mkdocs.config import load_config

import quiz_book
import quizbank.epub.book
import small_project
from epub_project import FILES, PLAIN, made
from epub_reader import Book
from full_disk import fill_disk
from images import png, write_files
from quizbank.epub.refused import refused_in
from quizbank.epub.xhtml import fault_in, written
from quizbank.exchange.html_tree import Element, UnfinishedHtmlError, html_tree, whole_html_tree
from quizbank.library import Library, read_library

_UNSEEN = re.compile(r"<!--.*?-->|<style>.*?</style>", re.DOTALL)
_TAG = re.compile(r"</?[a-z][^<>]*>")
_WAY = re.compile(r'<p class="way">.*?</p>')  # from a question to its answer: the file has more of them


def signs_of(html: str) -> str:
    """Return the words of HTML in one, without the parser that the book uses: tags are cut out where they stand."""
    return "".join(unescape(_TAG.sub("", _UNSEEN.sub("", html))).split())


REFUSED: dict[str, tuple[dict[str, str | bytes], str]] = {
    "a link to no place": (
        {"docs/words.md": f"{small_project.WORDS}\n[nowhere](outsourcing.md#nowhere)\n"},
        "Words: expected a place in the book for the link to '#page-outsourcing--nowhere', got none",
    ),
    "a picture of another site": (
        {"docs/words.md": f"{small_project.WORDS}\n![x](https://example.org/x.png)\n"},
        "Words: expected a PNG, JPEG or SVG picture of the course, got '/x.png'",
    ),
    "a drawing within the text": (
        {"docs/words.md": f'{small_project.WORDS}\n<svg viewBox="0 0 9 9"><path d="M0 0h9"/></svg>\n'},
        "Words: expected words, a table, a figure or a picture of the course, got <svg>",
    ),
    "a film in an answer": (
        {"docs/words.md": f'{small_project.WORDS}\n??? success "Answer"\n    <video src="film.mp4"></video>\n'},
        "Answer key: Words: expected words, a table, a figure or a picture of the course, got <video>",
    ),
    "a picture in several sizes": (
        {
            "docs/words.md": f'{small_project.WORDS}\n<img src="assets/bus.png" srcset="assets/bus.png 2x" alt="A bus">\n',
            "docs/assets/bus.png": png(90, 45),
        },
        "Words: expected a picture as <img> with one file as its src, got <img srcset>",
    ),
    "an element that is not read and never ends": (
        {"docs/words.md": f"{small_project.WORDS}\n<div><title>Lifts</div>\n\nThe end.\n"},
        "Words: expected HTML in which everything ends, got no end of <title>",
    ),
    "no chapter": (
        {"mkdocs.yml": f"{small_project.CONFIG.partition('nav:')[0]}nav: []\n"},
        "expected a chapter for the book, got none: ",
    ),
    "an attribute that is none in XML": (
        {"docs/words.md": f'{small_project.WORDS}\n<div 5="x">five</div>\n'},
        "Words: expected HTML that can be XHTML, got not well-formed (invalid token): line ",
    ),
}


@pytest.mark.parametrize(("files", "message"), REFUSED.values(), ids=REFUSED.keys())
def test_a_book_that_would_lack_something_is_not_made(
    files: dict[str, str | bytes],
    message: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    write_files(tmp_path, {**PLAIN, **files})
    monkeypatch.setattr(quiz_book, "report", lambda problems: [])
    monkeypatch.setattr(quiz_book, "other_errors", lambda library, root: [])
    library = read_library(tmp_path / "quizzes", tmp_path / "docs", tmp_path)
    monkeypatch.setattr(quiz_book, "read_library", _without_problems(library))
    arguments = ["quiz_book.py", "--epub", "--config", str(tmp_path / "mkdocs.yml"), "--out", str(tmp_path / "dist")]
    monkeypatch.setattr("sys.argv", arguments)
    assert quiz_book.main() == 1
    assert capsys.readouterr().err.startswith(message)
    assert not (tmp_path / "dist").exists()


def _without_problems(library: Library) -> Callable[..., Library]:
    """Return a reader of libraries that finds nothing wrong, so that the book itself has to."""
    return lambda *folders: replace(library, problems=[])


@pytest.mark.parametrize("tag", ["audio", "embed", "iframe", "math", "object", "source", "svg", "video"])
def test_what_needs_a_file_or_a_namespace_of_its_own_is_refused(tag: str) -> None:
    (fault,) = refused_in(html_tree(f"<p>a <{tag}>b</{tag}></p>"))
    assert fault.endswith(f", got <{tag}>")


@pytest.mark.parametrize("attribute", ["img srcset", "img poster", "input src"])
def test_a_picture_has_one_file_and_one_element(attribute: str) -> None:
    (fault,) = refused_in(html_tree(f'<{attribute}="bus.png">'))
    assert fault.endswith(f", got <{attribute}>")
    assert list(refused_in(html_tree('<img src="bus.png">'))) == []


TABLE = "<table><colgroup><col><col><tbody><tr><td>one<td>two</table>"


@pytest.mark.parametrize(
    "html",
    [
        f"<p>before</p>{TABLE}<p>after</p>",
        "<table><colgroup span='2'/><tr><td>one</td></tr></table> after",
        "<table><colgroup><col></colgroup><thead><tr><th>one<tr><td>two</table>",
        "<p>5 &lt; 6 &amp;amp; a < b &copy; <br/>c<!-- a mark --><b>d</i>e</b><p>f<ul><li>g<li>h</ul>",
        "<div>" * 70 + "deep" + "</div>" * 70 + " after",
        "<style>p { margin: 0 }</style><p>words</p>",
    ],
)
def test_the_words_that_go_in_come_out(html: str) -> None:
    assert signs_of(written(whole_html_tree(html))) == signs_of(html)


@pytest.mark.parametrize(
    ("html", "message"),
    [
        *((f"<p>a</p><{tag}>b<p>c</p>", f"<{tag}>") for tag in ("title", "template", "style", "script", "head")),
        ("<p>a</p><!-- b <p>c</p>", "'<!-- b <p>c</p>'"),
        ("<p>a</p><b title='c>d</b>", '"<b title=\'c>d</b>"'),
    ],
)
def test_html_in_which_something_never_ends_is_not_taken_for_whole(html: str, message: str) -> None:
    with pytest.raises(UnfinishedHtmlError) as raised:
        whole_html_tree(html)
    assert str(raised.value) == message
    assert html_tree(html).inside[0] == html_tree("<p>a</p>").inside[0]  # an importer takes what there is


def test_a_parser_that_gives_up_is_not_taken_for_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    def give_up(self: HTMLParser, data: str) -> None:
        raise AssertionError

    monkeypatch.setattr(HTMLParser, "feed", give_up)
    with pytest.raises(UnfinishedHtmlError, match="a declaration that is none"):
        whole_html_tree("<![x <p>a</p>")
    assert html_tree("<![x <p>a</p>").inside == ["<![x <p>a</p>"]


def test_a_table_whose_columns_have_no_end_takes_nothing_with_it(tmp_path: Path) -> None:
    notes = f"{small_project.WORDS}\n{TABLE}\n\nThe end of the chapter.\n"
    book = Book(made(tmp_path, {**PLAIN, "docs/words.md": notes}).read_bytes())
    assert "one two The end of the chapter." in re.sub(r"(?<=one)(?=two)", " ", book.words("chapter-3.xhtml"))


def test_every_word_of_the_documents_is_in_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def reading(html: str) -> Element:
        read.append(html)
        return whole_html_tree(html)

    monkeypatch.setattr(quizbank.epub.book, "whole_html_tree", reading)
    book = Book(made(tmp_path, FILES).read_bytes())
    for html, name in zip(read, book.order, strict=True):
        _, _, body = book.files[f"EPUB/{name}"].decode().partition("<body>")
        assert signs_of(_WAY.sub("", body)) == signs_of(_WAY.sub("", html))


def test_a_full_disk_leaves_the_earlier_book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = made(tmp_path, PLAIN)
    before = path.read_bytes()
    fill_disk(monkeypatch)
    library = read_library(tmp_path / "quizzes", tmp_path / "docs", tmp_path)
    with pytest.raises(OSError, match="No space left"):
        quiz_book.write_epub(load_config(str(tmp_path / "mkdocs.yml"), hooks=[]), library, path)
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize(
    ("html", "xhtml"),
    [
        ("<p>one<p>two", "<p>one</p><p>two</p>"),
        ("a<br>b<hr><img alt='\"x\"'>", 'a<br/>b<hr/><img alt="&quot;x&quot;"/>'),
        ("<table><colgroup><col><tbody><tr><td>a</table>", "<table><tbody><tr><td>a</td></tr></tbody></table>"),
        ("<ul><li>a<li>b</ul>", "<ul><li>a</li><li>b</li></ul>"),
        ("<input checked>&nbsp;&amp; &lt;", '<input checked=""/>\u00a0&amp; &lt;'),
        ("<!-- gone --><b>left</i></b>", "<b>left</b>"),
    ],
)
def test_html_is_written_as_xhtml(html: str, xhtml: str) -> None:
    assert written(html_tree(html)) == xhtml
    assert fault_in(f"<p>{xhtml}</p>") == ""
