"""Puts the question banks on the MkDocs site: MkDocs' events in, calls to the engine in `quizbank/` out.

Knows MkDocs, as the files beside it do and the engine does not. Blocks leave a comment in the page, which becomes questions after
the search plugin has read it: that keeps answers out of the search index and saves the plugin the work.
"""

import logging
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

import quizbank  # noqa: F401 - here, since this folder is on Python's path only while this file runs
from build_state import SESSION, Build, Shown
from engine_reload import HOOKS, Engine
from made_files import files_of
from offered_downloads import offered
from quick_reload import digest, shown_again, stamps
from texts_aside import TextsAside

# Everything else of the engine is imported where it is used: under `mkdocs serve` its modules are loaded again when they change.
# The server brings a web server and a watcher of files, which no build needs.
if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

    from quizbank.course import Course
    from quizbank.library import Library

log = logging.getLogger("mkdocs.hooks.quiz_pages")
# Learners' answers are kept under the id, so another one must not come in silently.
_OLD_ID = "mkdocs.yml: extra: expected the id of the course in course.yml alone, got site_id '%s' beside the id '%s' there"


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Remember whether this is for an author who is writing, and with which engine they began."""
    SESSION.serving = command == "serve"
    SESSION.engine = Engine() if SESSION.serving else None  # no other command lasts until its files change


@event_priority(50)  # early: plugins take the site's language, navigation and extensions from the settings
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read everything for this build."""
    for message in SESSION.engine.refresh() if SESSION.engine else ():
        log.warning("%s", message)
    from quizbank.notes.blocks import extensions_with
    from quizbank.site.page import mark
    from quizbank.site.pages.guard import Guard
    from quizbank.site.pages.guesses import Guesses
    from quizbank.site.site import Site
    from quizbank.strings.words import Words

    root = Path(config.config_file_path).parent
    before = stamps(config) if SESSION.serving else {}
    SESSION.banks, SESSION.found = None, {}
    library = _library(config)
    _tell(library, root, stop=config.strict)
    _take_names(config, library.course)
    guard: Any = Guard(_failed)
    guesses: Any = Guesses(Words(library.course.language))
    config.markdown_extensions = [*extensions_with(config.markdown_extensions, mark, library.course.language), guesses, guard]
    ready = None if SESSION.serving else offered(config, library, root)
    aside = None if SESSION.serving else TextsAside()
    build = SESSION.begin(Site(library, ready=ready, aside=aside))
    build.config, build.stamps, build.texts = config, before, aside
    return config


def _library(config: MkDocsConfig) -> "Library":
    """Read everything. Under `mkdocs serve`, banks that have not changed since are not read again."""
    from quizbank.banks.memory import BankMemory
    from quizbank.library import read_library

    settings = Path(config.config_file_path)
    root, docs = settings.parent, Path(config.docs_dir)
    SESSION.banks = SESSION.banks or BankMemory()
    return read_library(root / "quizzes", docs, root, settings, with_drafts=SESSION.serving, load=SESSION.banks.load)


def _take_names(config: MkDocsConfig, course: "Course") -> None:
    """Give the site the names that the course's profile has. MkDocs asks for a name in its own file, too, which nobody reads."""
    config.site_name = course.title
    config.site_description = course.description or config.site_description
    config.theme["language"] = course.language
    if (old := config.extra.get("site_id", course.id)) != course.id:
        log.error(_OLD_ID, old, course.id)


def _tell(library: "Library", root: Path, stop: bool) -> None:
    """Log everything that is wrong. A strict build ends here: MkDocs would only add a line for each link into a missing page.

    Under `mkdocs serve` what is wrong in notes, facts and the making of questions is a warning: it hides nothing from the author.
    """
    from quizbank.checks.all_checks import as_warnings, other_errors
    from quizbank.problems.report import log_lines
    from quizbank.problems.wording import counted

    others = other_errors(library, root, SESSION.found if SESSION.serving else None)
    problems = [*library.problems, *(as_warnings(others) if SESSION.serving else others)]
    # A warning in the log would end a strict build, as errors do.
    levels = {"error": logging.ERROR, "warning": logging.WARNING if SESSION.serving else logging.INFO}
    for severity, line in log_lines(problems):
        log.log(levels[severity], "%s", line)
    if library.left_out.count:
        log.info("%s left out", counted(library.left_out.count, "draft"))
    errors = sum(problem.severity == "error" for problem in problems)
    if errors and stop and not SESSION.serving:
        raise Abort(f"Aborted with {counted(errors, 'problem')} in the notes and the question banks.")


@event_priority(50)  # early: whatever lists, indexes or drops files should see these
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages that are made from banks, and the scripts and styles."""
    from quizbank.site.addresses import needs_no_nav

    site, SESSION.build.files = SESSION.build.site, files
    SESSION.build.pages = site.pages()
    for path, content in SESSION.build.pages.items():
        file = File.generated(config, path, content=content)
        if needs_no_nav(site.library.course, path):
            file.inclusion = InclusionLevel.NOT_IN_NAV
        files.append(file)
    made = site.files(cache(lambda path: _address(path, files)))
    for file in files_of(made, config, SESSION.build, serving=SESSION.serving):
        files.append(file)
    return files


@event_priority(-50)  # late: the theme's templates are those that other hooks and plugins leave
def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Spare every build but the first the compiling of the theme's templates."""
    from quizbank.render.compiled_templates import KeptTemplates

    env.bytecode_cache = KeptTemplates(env)
    SESSION.build.env = env
    return env


def on_serve(server: "LiveReloadServer", config: MkDocsConfig, builder: Callable[..., None]) -> "LiveReloadServer":
    """Watch everything that pages are made from: banks and papers, facts, the engine with its scripts, styles and templates.

    A build that cannot even begin, as with a tab in mkdocs.yml, ends in a message, and the pages stay as they were.
    """
    root = Path(config.config_file_path).parent
    for path in (root / "course.yml", root / "quizzes", root / "facts.yml", HOOKS):
        if path.exists():
            server.watch(str(path))
    build = server.builder

    def guarded() -> None:
        try:
            if not (SESSION.has_begun and shown_again(SESSION.build, _library, partial(_tell, stop=False), _filled)):
                build()
        except Exception as error:  # MkDocs would print where in its own code it stopped, and leave every browser waiting
            log.error("the site was not built: %s", " ".join(str(error).split()) or type(error).__name__)

    server.builder = guarded
    return server


def on_page_read_source(page: Page, config: MkDocsConfig) -> str | None:
    """Read a page even if it is not UTF-8: the checks have reported it, and MkDocs would end."""
    SESSION.build.page = page.file.src_uri
    if page.file.abs_src_path is None:
        return None
    try:
        return Path(page.file.abs_src_path).read_bytes().decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n")
    except OSError:
        return None


def _failed(error: Exception) -> str:
    """Report a page that cannot be read as Markdown, unless the checks have, and return what it shows instead."""
    return SESSION.build.site.unreadable(SESSION.build.page, error, partial(log.error, "%s"))


@event_priority(-50)  # late: ids that other hooks and plugins put in are no questions
def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Tell MkDocs the ids of questions that come into the page later, so that it accepts links to them."""
    if page.present_anchor_ids is not None:
        page.present_anchor_ids |= SESSION.build.site.ids_in(html)
    return html


@event_priority(-100)  # last: the search plugin must have read the page while it holds no question
def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Any) -> dict[str, Any]:
    """Fill in what the blocks left open, now that the search plugin has read the page."""
    build, path = SESSION.build, page.file.src_uri
    build.unfilled[path] = page.content or ""
    page.content = _filled(build, page, page.content or "")
    if SESSION.serving:
        build.shown[path] = Shown(page, context, digest(page.content))
    return context


def _filled(build: Build, page: Page, content: str) -> str:
    """Return a page's content with its questions."""

    @cache  # every question of a page asks for the same few
    def url(path: str) -> str:
        return get_relative_url(_address(path, build.files), page.url)

    def report(fault: str) -> None:
        log.error("%s: quiz: %s", page.file.src_uri, fault)

    return build.site.fill(content, page.file.src_uri, url, report)


@event_priority(-300)  # when everything is there
def on_post_build(config: MkDocsConfig) -> None:
    """Take down that the build is whole. Pages that MkDocs marks as drafts are made by MkDocs alone."""
    build = SESSION.build
    build.clear_aside()
    inclusions = {shown.page.file.inclusion for shown in build.shown.values()}
    build.complete = inclusions <= {InclusionLevel.INCLUDED, InclusionLevel.NOT_IN_NAV}


@event_priority(-40)  # when plugins have written all they write
def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Name the words that the page needs in other languages, now that all of it is there.

    MkDocs keeps every page to the end; the questions of all of them at once would take most of a build's memory.
    """
    page.content = SESSION.build.unfilled.get(page.file.src_uri, page.content)
    return SESSION.build.site.languages.named_in(output)


@event_priority(-40)  # as for pages
def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """Do the same for the page that stands for addresses which do not exist."""
    return SESSION.build.site.languages.named_in(output_content) if template_name.endswith(".html") else output_content


def _address(path: str, files: Files) -> str:
    """Return the address of a file of the docs folder, as seen from the site's root."""
    file = files.get_file_from_path(path)
    return file.url if file else path
