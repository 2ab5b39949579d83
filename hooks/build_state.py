"""What the hooks know beyond what MkDocs hands them: one object for the command, and in it one for each build.

MkDocs calls functions of modules, so something has to outlast a call. This is all of it, with its types; nothing else is kept in
MkDocs' settings or in variables of a hook. `quiz_pages.py` begins each build, and the other hooks read.
"""

from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, NamedTuple

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from engine_reload import Engine
from texts_aside import TextsAside

if TYPE_CHECKING:
    from quizbank.banks.memory import BankMemory
    from quizbank.checks.lint import Found
    from quizbank.course import Course
    from quizbank.site.site import Site


# The time and the size of files, by their paths.
Stamps = dict[str, tuple[int, int]]


class Shown(NamedTuple):
    """What a page was made of: the theme's context, and a digest of its content with its questions."""

    page: Page
    context: dict[str, Any]
    digest: bytes


@dataclass
class Build:
    """One build: the site that the engine makes, MkDocs' files once it has listed them, and the page it is reading.

    `unfilled` is what each page holds without its questions, by its path. The rest is for an author's next save: the settings,
    the theme's templates, what each page was made of, and whether all of it is there.
    """

    site: "Site"
    files: Files = field(default_factory=lambda: Files([]))
    page: str = ""
    unfilled: dict[str, str] = field(default_factory=dict)
    config: MkDocsConfig | None = None
    env: Environment | None = None
    shown: dict[str, "Shown"] = field(default_factory=dict)
    pages: dict[str, str] = field(default_factory=dict)
    made: dict[str, str | bytes] = field(default_factory=dict)
    stamps: "Stamps" = field(default_factory=dict)
    complete: bool = False
    aside: TemporaryDirectory[str] | None = None
    texts: TextsAside | None = None

    def put_aside(self) -> Path:
        """Return a folder for files that wait for their place on the site. It goes when the command ends, at the latest."""
        self.aside = TemporaryDirectory(prefix="quizbank-")
        return Path(self.aside.name)

    def clear_aside(self) -> None:
        """Remove that folder, and the questions that waited, once all of it is where it belongs."""
        if self.aside:
            self.aside.cleanup()
        if self.texts:
            self.texts.close()

    @property
    def course(self) -> "Course":
        """The course's profile, as read for this build."""
        return self.site.library.course


class Session:
    """One run of a command of MkDocs. `serving` says whether it is for an author who is writing.

    Then `engine` notices changes in the engine, `banks` are those read so far, and `found` is what the linter found in each.
    """

    def __init__(self) -> None:
        self.serving = False
        self.engine: Engine | None = None
        self.banks: BankMemory | None = None
        self.found: Found = {}
        self._build: Build | None = None

    def begin(self, site: "Site") -> Build:
        """Begin a build and return it; what was known of the one before is forgotten."""
        self._build = Build(site)
        return self._build

    @property
    def has_begun(self) -> bool:
        """Whether there has been a build."""
        return self._build is not None

    @property
    def build(self) -> Build:
        """The build under way. Raises RuntimeError before there is one."""
        if self._build is None:
            raise RuntimeError("expected hooks/quiz_pages.py among the hooks in mkdocs.yml, got no build that it began")
        return self._build


SESSION = Session()


def is_for_folder(config: MkDocsConfig) -> bool:
    """Say whether the build makes the edition for a folder."""
    plugin: Any = config.plugins.get("material/offline")
    return plugin is not None and bool(plugin.config.enabled)
