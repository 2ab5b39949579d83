"""The shell around the pages: which page belongs to which, what leads on, the style sheet, and words that only search sees.

Its templates and styles lie in `overrides/`. They ask `place_of(page)` what a page is to its chapter.
"""

import re
from collections.abc import Callable
from html import escape, unescape
from pathlib import Path
from typing import Any, NamedTuple

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page

import quizbank  # noqa: F401 - here, since this folder is on Python's path only while this file runs
from build_state import SESSION
from quizbank.site.addresses import mock_page, quiz_page
from quizbank.site.assets import shell_script
from quizbank.site.minify import minified_style
from quizbank.site.topics import topic_style
from quizbank.strings.words import Words, languages, own_name

STYLE = "assets/theme.css"
TERMS = "key-terms"  # the id of the section that lists a chapter's terms, where there is one
_FOUND_BY = '<p data-found-by="{}">{}</p>'
_FOUND_BY_MARK = re.compile(r'<p data-found-by="">.*?</p>')
_FIRST_PARAGRAPH = re.compile(r"<p>(.*?)</p>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_SHOWN = 160  # characters that search engines show of a description
_SENTENCE_END = re.compile(r"(?<=[.?!])\s+(?=[A-Z“])")
# What the theme says in our shell, by its name there.
_THEME_WORDS = {
    "action.skip": "theme.skip",
    "footer": "theme.footer",
    "footer.next": "theme.next",
    "footer.previous": "theme.previous",
    "search": "theme.search",
    "search.placeholder": "theme.search",
    "search.reset": "theme.clear",
    "search.result.initializer": "theme.preparing",
    "search.result.placeholder": "theme.type",
    "search.result.none": "theme.none",
    "search.result.one": "theme.one",
    "search.result.other": "theme.many",
    "search.result.more.one": "theme.more_one",
    "search.result.more.other": "theme.more_many",
    "search.result.term.missing": "theme.missing",
    "toc": "theme.contents",
}


class Place(NamedTuple):
    """What a page is to its chapter: the chapter's number, page and quizzes, and its topic, if it has one, with its title.

    `terms` is the fragment of the section that lists the chapter's terms, or ''.
    """

    number: int
    chapter: Page | None
    quizzes: list[Page]
    topic: str
    topic_title: str
    terms: str


@event_priority(40)  # after `quiz_pages.py` has begun the build
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the style sheet: what lies in the theme's folder of styles, and the colours of the course's topics."""
    written = "\n".join(path.read_text(encoding="utf-8") for path in sorted(_styles(config).glob("*.css")))
    text = minified_style(written + topic_style(SESSION.build.course.topics))
    files.append(File.generated(config, STYLE, content=text))
    return files


def _styles(config: MkDocsConfig) -> Path:
    return Path(config.theme.custom_dir or "") / "styles"


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Give each quiz and each mock test its place behind the page that leads to it, and every page a next one."""
    _end_sections(nav)
    course, library = SESSION.build.course, SESSION.build.site.library
    for bank in reversed(library.banks.values()):
        _put_behind(nav, _page(files, bank.chapter), _page(files, quiz_page(bank.name)))
    for name in library.mock_papers() if course.generated.mock_exams else ():
        _put_below(_page(files, course.generated.mock_exams or ""), _page(files, mock_page(name)))
    for file in files.documentation_pages():
        if file.page and not file.page.next_page and file.page is not nav.homepage:
            file.page.next_page = nav.homepage
    return nav


def _end_sections(nav: Navigation) -> None:
    """Part the pages of the footer from those of the tabs: they are nobody's next step."""
    for item in nav.items:
        if isinstance(item, Section) and not leads(item):
            for page in _pages_of(item):
                for other in (page.previous_page, page.next_page):
                    _part(page, other)


def _part(page: Page, other: Page | None) -> None:
    """Take the two out of each other's way."""
    if other is not None:
        page.previous_page = None if page.previous_page is other else page.previous_page
        page.next_page = None if page.next_page is other else page.next_page
        other.previous_page = None if other.previous_page is page else other.previous_page
        other.next_page = None if other.next_page is page else other.next_page


def leads(item: Any) -> bool:
    """Say whether an item of the navigation is one of its tabs: a page, or a section that begins with a page of its own."""
    return not item.is_section or bool(item.children and item.children[0].is_page and item.children[0].is_index)


def _pages_of(section: Section) -> list[Page]:
    inner = [_pages_of(child) if isinstance(child, Section) else [child] for child in section.children]
    return [page for pages in inner for page in pages if isinstance(page, Page)]


def _page(files: Files, path: str) -> Page | None:
    file = files.get_file_from_path(path)
    return file.page if file else None


def _put_behind(nav: Navigation, chapter: Page | None, quiz: Page | None) -> None:
    """Make the quiz the chapter's next page, in the same section. Where the navigation names it, it has its place."""
    if chapter is None or quiz is None or quiz in nav.pages:
        return
    quiz.parent, quiz.previous_page, quiz.next_page = chapter.parent, chapter, chapter.next_page
    if chapter.next_page:
        chapter.next_page.previous_page = quiz
    chapter.next_page = quiz


def _put_below(above: Page | None, page: Page | None) -> None:
    if above and page:
        page.parent, page.previous_page, page.next_page = above.parent, above, above.next_page


@event_priority(0)  # before `quiz_pages.py` notes what pages are made with
def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Give templates what they ask."""
    course = SESSION.build.course
    progress = _page(files, course.generated.practice.get("progress", ""))
    words = Words(course.language)
    env.globals |= {"place_of": _places(files), "leads": leads, "course": course, "progress_page": progress}
    env.globals |= {"say": words.say, "word": words.word, "labelled": words.labelled}
    env.globals |= {"language": words.language, "languages": {tag: own_name(tag) for tag in languages()}}
    env.globals["theme_words"] = {theirs: words.say(ours) for theirs, ours in _THEME_WORDS.items()}
    env.globals["shell_script"] = shell_script(course.language).path
    env.globals["marks_script"] = SESSION.build.site.data["marks"].path
    return env


def _places(files: Files) -> Callable[[Page | None], Place | None]:
    """Return the function that says what a page is to its chapter."""
    found: dict[str, Place] = {}
    for bank in SESSION.build.site.library.banks.values():
        quiz = _page(files, quiz_page(bank.name))
        place = found.setdefault(bank.chapter, _place(bank.chapter, bank.number, files))
        place.quizzes.extend([quiz] if quiz else [])
        found[quiz_page(bank.name)] = place
    return lambda page: found.get(page.file.src_uri) if page else None


def _place(chapter: str, number: int, files: Files) -> Place:
    name, topic = SESSION.build.course.topic_of(chapter) or ("", None)
    read = SESSION.build.site.library.chapters.get(chapter)
    terms = f"#{TERMS}" if read and TERMS in read.headings else ""
    return Place(number, _page(files, chapter), [], name, str(escape(topic.title or "")) if topic else "", terms)


@event_priority(0)  # before the search plugin reads the page, which it does when its context is made
def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Put in the words by which search finds the page, below its title; and note what it is about for pages that list it."""
    page.meta["summary"] = _summary(html)
    page.meta.setdefault("description", _description(page, html))
    words = SESSION.build.course.found_by.get(page.file.src_uri, ())
    before, end, after = html.partition("</h1>")
    return f"{before}{end}{_FOUND_BY.format('', escape(', '.join(words)))}{after}" if words and end else html


def _description(page: Page, html: str) -> str:
    """Return what search engines show of a page: what a chapter teaches, what a quiz asks, or how the page begins.

    It is '' for the home page, which has the course's own description.
    """
    path, course = page.file.src_uri, SESSION.build.course
    for bank in SESSION.build.site.library.banks.values():
        if path == quiz_page(bank.name):
            return Words(course.language).say("shell.about_quiz", title=bank.title)
        if path == bank.chapter:
            title = bank.title if bank.title.endswith(("?", "!")) else f"{bank.title}."
            return _shortened([title, *(objective.text for objective in bank.objectives)])
    return "" if page.is_homepage else _shortened(_SENTENCE_END.split(_plain(" ".join(_FIRST_PARAGRAPH.findall(html)))))


def _shortened(sentences: list[str]) -> str:
    """Return as many whole sentences as search engines show, one at least, for an attribute."""
    told = ""
    for sentence in sentences:
        if told and len(told) + len(sentence) > _SHOWN:
            break
        told = f"{told} {sentence}".strip()
    return escape(told)


def _plain(html: str) -> str:
    return " ".join(unescape(_TAG.sub("", html)).split())


def _summary(html: str) -> str:
    """Return the first paragraph, where it is a word of the catalogue, or else its first sentence, as HTML without tags."""
    paragraph = _FIRST_PARAGRAPH.search(html)
    if paragraph and paragraph[1].startswith("<span data-say="):
        return paragraph[1]
    return escape(_SENTENCE_END.split(_plain(paragraph[1] if paragraph else ""))[0])


@event_priority(-50)  # late: the search plugin has read the page
def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation) -> dict[str, Any]:
    """Take out again what only search should see."""
    page.content = _FOUND_BY_MARK.sub("", page.content or "")
    return context
