"""Makes many pages one document: each id gets the name of its page, and links between pages become links inside."""

import posixpath
import re
from collections.abc import Collection, Mapping
from types import MappingProxyType
from urllib.parse import unquote, urlsplit

from quizbank.site.addresses import quiz_page

_ID = re.compile(r'(<[a-z][^<>]*?\sid=")([^"]+)(")')
_LINK = re.compile(r'<a\b([^<>]*?)\shref="([^"]*)"([^<>]*)>(.*?)</a>', re.DOTALL)


def page_id(path: str) -> str:
    """Return the id of a page in the document: 'more/plants.md' is 'page-more~plants'. No other part has an id like that."""
    return f"page-{path.removesuffix('.md').replace('/', '~')}"


def quiz_id(bank_name: str) -> str:
    """Return the id of a bank's quiz in the document."""
    return page_id(quiz_page(bank_name))


def question_id(name: str) -> str:
    """Return the id of a question in its quiz. Questions have names that no other one has."""
    return f"q-{name}"


def target(page: str, address: str, pages: Collection[str], questions: Mapping[str, str] = MappingProxyType({})) -> str | None:
    """Return where a link on `page` leads in a document of `pages` with `questions`: by their ids on the site, their ids in it.

    That is '#…' for a place inside, the address itself for another host, None for a page that is left out.
    """
    parts = urlsplit(address)
    if parts.scheme or parts.netloc:
        return address
    path = posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(parts.path))) if parts.path else page
    if path not in pages:
        return None
    if parts.fragment in questions:
        return f"#{questions[parts.fragment]}"
    return f"#{page_id(path)}--{parts.fragment}" if parts.fragment else f"#{page_id(path)}"


def joined(html: str, page: str, pages: Collection[str], questions: Mapping[str, str] = MappingProxyType({})) -> str:
    """Return a page's HTML with its ids and links as the whole document needs them. A link to no page of it is only its words."""

    def link(found: re.Match[str]) -> str:
        address = target(page, found[2], pages, questions)
        return found[4] if address is None else f'<a{found[1]} href="{address}"{found[3]}>{found[4]}</a>'

    html = _ID.sub(lambda found: f"{found[1]}{page_id(page)}--{found[2]}{found[3]}", html)
    return _LINK.sub(link, html)
