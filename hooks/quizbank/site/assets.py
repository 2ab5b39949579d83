"""The scripts and the style sheets of the site, made of the files in `scripts.py` and named by their content.

A name that tells its content lets browsers keep the file for ever.
"""

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from quizbank.site import scripts
from quizbank.site.minify import minified_closed_script, minified_script, minified_style
from quizbank.site.safety.policy import with_own_policy
from quizbank.strings.words import DEFAULT, Words, languages

FOLDER = Path(__file__).parent.parent / "frontend"
_IN_HTML = re.compile(r'data-say(?:-label)?=\\?"([a-z_]+)\.')
_SAID = re.compile(r"""\bsay(?:Around)?\(\s*"([a-z_]+\.[a-z0-9_]+)\"""")


@dataclass(frozen=True)
class Asset:
    """One file for the site: its path, its text, and the areas of the catalogue whose words stand in HTML that it brings."""

    path: str
    text: str
    areas: frozenset[str] = frozenset()


def areas_in(html: str) -> set[str]:
    """Return the areas whose words stand in HTML, or in a script that holds some."""
    return set(_IN_HTML.findall(html))


@cache
def style_sheet(name: str) -> Asset:
    """Return one of the style sheets in `scripts.SHEETS`."""
    return named(name, ".css", minified_style(joined(scripts.SHEETS[name])))


@cache
def language_sheet(language: str) -> Asset | None:
    """Return the style sheet by which a language's writing reads well, or None where the theme's own looks do."""
    file = f"languages/{language}.css"
    return named(f"words-{language}", ".css", minified_style(_read(file))) if (FOLDER / file).is_file() else None


@cache
def figure_sheet(style: str) -> Asset:
    """Return the style sheet of pages with figures. Each SVG file carries the same rules, `style`, for where it stands alone."""
    return named("figures", ".css", minified_style(style))


@cache
def question_script(language: str = DEFAULT) -> Asset:
    """Return the script of every page with questions, without what checks their answers."""
    return named("question", ".js", minified_closed_script(question_source(language)))


def question_source(language: str = DEFAULT) -> str:
    """Return what the question script is written in, with its words in a language.

    Its files are joined in one function that runs once: instant navigation runs a page's scripts again, and declaring
    a class twice is an error. `quizParts` has the version that has run. Where that is another one, the site was published again
    while the tab was open: old scripts do not fit the new page, so the browser loads it as a whole.
    """
    words = Words(language)
    lazy = [f'{name.upper()} = "{part_script(f"feature:{name}", language).path}"' for name in ("notice", "target")]
    said = joined(scripts.QUESTION)
    known = [*_languages(words.language), f"WORDS = {words.table(keys_in(said))}", *lazy]
    body = f"const {', '.join(known)};\n{said}"
    parts = "".join(part_script(name, language).text for name in scripts.PARTS)
    version = hashlib.sha256((body + parts).encode()).hexdigest()[:8]
    run = alone(f'const VERSION = "{version}";\n(globalThis.quizParts ??= []).version = VERSION;\n{body}')
    again = f'if (quizParts.version !== "{version}") location.reload();'
    return f"if (!globalThis.quizParts?.version) {run}\nelse {again}\n"


def _languages(language: str) -> list[str]:
    """Return what a script knows of the languages: the one that the page comes in, and all that there are."""
    return [f'LANGUAGE = "{language}"', f"LANGUAGES = {json.dumps(languages(), separators=(',', ':'))}"]


@cache
def shell_script(language: str = DEFAULT) -> Asset:
    """Return the script of pages that ask nothing: it brings the words of the language that the learner has chosen."""
    known = ", ".join(_languages(Words(language).language))
    return named("shell", ".js", minified_closed_script(alone(f"const {known};\n{joined(scripts.SHELL_WORDS)}")))


def alone(body: str) -> str:
    """Return a script that keeps its names to itself."""
    return f'(() => {{ "use strict";\n{body}}})();\n'


@cache
def part_script(name: str, language: str = DEFAULT) -> Asset:
    """Return the script of one part. It may arrive before what it needs, or twice: `quizParts` starts it in time and once."""
    held = sorted(held_in(name))
    texts = [minified_closed_script(part_source(each, language)) for each in (*held, name)]
    return named(_stem(name), ".js", "".join(texts))


def held_in(name: str) -> set[str]:
    """Return the other parts that are in the file of a part. Data never is."""
    return (scripts.with_needs({name}) & scripts.PARTS.keys()) - {name} if name in scripts.WHOLE else set()


def part_source(name: str, language: str = DEFAULT) -> str:
    """Return what the script of one part is written in, with its words in a language."""
    body = source_of(name)
    keys = keys_in(body)
    says = ", ".join(name for name in ("say", "sayAround") if f"{name}(" in body)
    taught = f"const {{ {says} }} = quiz;\nquiz.learnWords({Words(language).table(keys)});\n" if keys else ""
    return part(f"{taught}{body}", name, *scripts.PARTS[name].needs)


def keys_in(source: str) -> list[str]:
    """Return the keys of the words that a script says. A key stands in the source as it is: what is put together is not found."""
    return _SAID.findall(source)


def source_of(name: str) -> str:
    """Return what one part is written in: its files, with the tables that it shares with Python."""
    tables = scripts.PARTS[name].tables
    return re.sub(r"\{ ?(\w+) ?\}", lambda table: tables.get(table[1], table[0]), joined(scripts.PARTS[name].files))


def data_script(name: str, key: str, data: object) -> Asset:
    """Return the script that brings data from the banks as `quiz.data[key]`. `name` is its name as a part, without `data:`."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return named(name.replace(":", "-"), ".js", part(f"quiz.data[{json.dumps(key)}]={text}", f"data:{name}"))


def marks_script(site_id: str, chapters: list[dict[str, object]]) -> Asset:
    """Return the script that marks chapters which are done. `chapters` is what `notes/done.js` knows of each."""
    text = json.dumps(chapters, ensure_ascii=False, separators=(",", ":"))
    # Shortened before the course comes in: what is shortened is kept beside the engine, for every course.
    body = minified_closed_script(alone(f'const SITE = "SITE", CHAPTERS = "CHAPTERS";\n{_read(scripts.MARKS)}'))
    return named("marks", ".js", body.replace('"SITE"', f'"{site_id}"', 1).replace('"CHAPTERS"', text, 1))


def part(body: str, name: str, *needs: str) -> str:
    """Return a script that runs `body` with the shared object `quiz`, once, when the parts in `needs` have run."""
    names = "".join(f',"{each}"' for each in (name, *needs))
    return f"(globalThis.quizParts??=[]).push([quiz=>{{\n{body}}}{names}]);\n"


@cache
def search_script() -> Asset:
    """Return the script that pages load in the place of the theme's, which it brings for the search alone."""
    return named("search", ".js", minified_closed_script(alone(joined(scripts.SEARCH_ONLY))))


@cache
def late_script() -> str:
    """Return the script that stands in pages for the theme's, which it brings when the page stands."""
    return minified_closed_script(alone(_read(scripts.LATE)))


@cache
def print_script() -> Asset:
    """Return the script of pages that print folded answers separately and ask nothing."""
    return named("print", ".js", minified_script(_read(scripts.PRINT)))


def scripts_of(parts: set[str], data: Mapping[str, Asset] = MappingProxyType({}), language: str = DEFAULT) -> list[Asset]:
    """Return the scripts of a page with questions and these parts. They may arrive in any order.

    `data` are the scripts that are made from the banks, by their names as parts.
    """
    return [question_script(language), *parts_of(scripts.with_needs(parts), data, language)]


def parts_of(parts: set[str], data: Mapping[str, Asset], language: str) -> list[Asset]:
    """Return the scripts of these parts and of no others. The arguments are those of `scripts_of`."""
    held = set[str]().union(*map(held_in, parts))
    return [data[name] if name in data else part_script(name, language) for name in sorted(parts - held)]


@cache
def folder_assets(site_id: str) -> tuple[Asset, ...]:
    """Return what else a site needs when it is read from a folder, and may not have on the web.

    The keeper answers for the keys that begin with `site_id` and for no others. The names are fixed: Firefox keeps what a file
    stored by the file's name, so a new one would lose all progress. The keeper does not end in `.html` because it is no page
    of the site.
    """
    script = f'{{ "use strict";\n{_read("storage/folder.js")}}}\n'
    prefix = json.dumps(f"{site_id}:").replace("<", "\\u003c")
    frame, code, end = re.split(r"(?<=<script>)|(?=</script>)", _read("storage/keeper.htm").replace("= PREFIX;", f"= {prefix};"))
    keeper = with_own_policy(f"{frame}{minified_script(code)}{end}")
    return Asset("assets/quiz/folder.js", minified_closed_script(script)), Asset("assets/quiz/keeper.htm", keeper)


def all_assets(language: str = DEFAULT) -> list[Asset]:
    """Return everything that some page may load, but for what is made from the course, what only a folder has, and languages."""
    parts = (part_script(name, language) for name in scripts.PARTS)
    known = [language_sheet(name) for name in languages()]
    own = [question_script(language), print_script(), shell_script(language), *parts]
    return [*map(style_sheet, scripts.SHEETS), *filter(None, known), *own]


def named(stem: str, suffix: str, text: str) -> Asset:
    """Return a file named by its content."""
    digest = hashlib.sha256(text.encode()).hexdigest()[:10]
    return Asset(f"assets/quiz/{stem}-{digest}{suffix}", text)


def _stem(part_name: str) -> str:
    return part_name.partition(":")[2]


def joined(files: tuple[str, ...]) -> str:
    """Return the text of some files of the front end, in their order."""
    return "\n".join(map(_read, files))


def _read(file: str) -> str:
    return (FOLDER / file).read_text(encoding="utf-8")
