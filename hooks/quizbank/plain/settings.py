"""The settings of the site, `mkdocs.yml`, as far as another builder needs them: read, and written again without the hooks."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

# What the other builder still has to read: headings with ids. All else in a page is HTML.
EXTENSIONS = [{"toc": {"permalink": False}}, "attr_list"]
_THEME = ("font", "palette", "favicon")


class CannotRead(Exception):
    """The settings cannot be read. Its text says what was expected."""


class _Loader(yaml.SafeLoader):
    """Reads what follows a tag such as `!ENV`: of a list the last entry, which is what counts where the variable is not set."""


def _without_tag(loader: yaml.SafeLoader, suffix: str, node: yaml.Node) -> Any:
    if isinstance(node, yaml.SequenceNode):
        return loader.construct_sequence(node)[-1]
    return None


_Loader.add_multi_constructor("!", _without_tag)


@dataclass(frozen=True)
class Settings:
    """The navigation as the file has it, the Markdown extensions by name with their options, the theme, the copyright."""

    nav: list[Any]
    extensions: Mapping[str, Mapping[str, Any]]
    theme: Mapping[str, Any]
    copyright: str


def read_settings(path: Path) -> Settings:
    """Return the settings. Raises CannotRead where there are none, or no navigation in them."""
    try:
        read = yaml.load(path.read_text(encoding="utf-8-sig"), _Loader)  # noqa: S506 - a safe loader
    except OSError:
        raise CannotRead(f"{path}: expected the settings of the site, got no such file") from None
    except yaml.YAMLError as error:
        raise CannotRead(f"{path}: expected YAML, got a fault: {' '.join(str(error).split())}") from None
    if not isinstance(read, dict) or not isinstance(read.get("nav"), list):
        raise CannotRead(f"{path}: expected the navigation under 'nav:', got none")
    theme = read.get("theme")
    return Settings(
        read["nav"],
        dict(_extensions(read.get("markdown_extensions") or [])),
        theme if isinstance(theme, dict) else {},
        str(read.get("copyright") or ""),
    )


def _extensions(entries: list[Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for entry in entries:
        yield from entry.items() if isinstance(entry, dict) else [(entry, {})]


def written(settings: Settings, title: str, language: str, address: str, styles: list[str]) -> str:
    """Return settings for a builder that reads those of MkDocs and runs no hooks. `address` may be ''."""
    theme = {name: settings.theme[name] for name in _THEME if name in settings.theme}
    made: dict[str, Any] = {
        "site_name": title,
        **({"site_url": address} if address else {}),
        "copyright": settings.copyright,
        "theme": {"name": "material", "variant": "classic", "language": language, **theme},
        "extra_css": styles,
        "extra": {"generator": False},
        "plugins": ["search"],
        "markdown_extensions": EXTENSIONS,
        "nav": settings.nav,
    }
    return yaml.safe_dump(made, allow_unicode=True, sort_keys=False)


def parts(nav: list[Any]) -> Iterator[list[tuple[str, str]]]:
    """Yield for each part of the navigation its pages, as (title, path); a page that stands without a title has ''."""
    for entry in nav:
        for inner in entry.values() if isinstance(entry, dict) else ():
            if isinstance(inner, list):
                yield list(pages(inner))


def pages(nav: Any, title: str = "") -> Iterator[tuple[str, str]]:
    """Yield every page below an entry of the navigation."""
    if isinstance(nav, str):
        yield title, nav
    for entry in nav if isinstance(nav, list) else ():
        for name, inner in entry.items() if isinstance(entry, dict) else [("", entry)]:
            yield from pages(inner, name)
