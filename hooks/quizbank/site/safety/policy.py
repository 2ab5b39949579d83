"""The Content-Security-Policy of each page: what a browser may run, show and fetch there, and nothing else.

It stands in the page, since a folder and many hosts send no headers. Scripts and styles that stand in a page are allowed by
their hashes, which are made from the finished page.
"""

import hashlib
import re
from base64 import b64encode
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

# A comment, or an element with its attributes and its text. A comment may hold what looks like an element.
_INLINE = re.compile(r"""<!--.*?-->|<(script|style)\b((?:"[^"]*"|'[^']*'|[^>"'])*)>(.*?)</\1\s*>""", re.DOTALL | re.IGNORECASE)
_SOURCE = re.compile(r"\ssrc\s*=", re.IGNORECASE)
_TYPE = re.compile(r"""\stype\s*=\s*["']?([^"'\s>]*)""", re.IGNORECASE)
_SCRIPTS = {"text/javascript", "application/javascript"}
# What stands before everything that a policy is about. A browser looks for the encoding in the first 1,024 bytes.
_START = re.compile(
    r"\s*(?:<!doctype[^>]*>)?\s*(?:<html\b[^>]*>)?\s*(?:<head\b[^>]*>)?(?:\s*<meta charset[^>]*>)?", re.IGNORECASE
)
_ELEMENT = '<meta http-equiv="Content-Security-Policy" content="{}">'
_IN_PAGE = re.compile(_ELEMENT.format('([^"]*)'))
# A document alone loads nothing. A page may load what lies on the site; `default-src` says so of all that is not named, such as
# fonts, what search reads, and what Firefox fetches ahead.
_NOTHING, _LAST = "default-src 'none'", "base-uri 'none'; form-action 'none'"


@dataclass(frozen=True)
class Inline:
    """The hashes of the scripts and of the style sheets that stand in a page, as a policy names them."""

    scripts: frozenset[str] = frozenset()
    styles: frozenset[str] = frozenset()

    def __or__(self, other: "Inline") -> "Inline":
        """Return what stands in either."""
        return Inline(self.scripts | other.scripts, self.styles | other.styles)


def inline_in(html: str) -> Inline:
    """Return what stands in a page. Data in a `<script>`, such as JSON, runs nowhere and needs no leave."""
    found = list(_elements(html))
    scripts = frozenset(_hash(text) for name, attributes, text in found if name == "script" and _runs(attributes))
    return Inline(scripts, frozenset(_hash(text) for name, _, text in found if name == "style"))


def _elements(html: str) -> Iterator[tuple[str, str, str]]:
    """Yield the name, the attributes and the text of each script and style sheet."""
    yield from ((found[1].lower(), found[2], found[3]) for found in _INLINE.finditer(html) if found[1])


def _runs(attributes: str) -> bool:
    """Say whether a script stands in the page and is a script: every other type with a slash is one of data."""
    kind = _TYPE.search(attributes)
    return not _SOURCE.search(attributes) and (kind is None or "/" not in kind[1] or kind[1].lower() in _SCRIPTS)


def _hash(text: str) -> str:
    """Return the source by which a policy allows a text: as browsers read it, with their line breaks."""
    digest = hashlib.sha256(re.sub("\r\n?", "\n", text).encode()).digest()
    return f"'sha256-{b64encode(digest).decode()}'"


def page_policy(inline: Inline, *, in_folder: bool = False) -> str:
    """Return the policy of the site's pages, one for all: `inline` is what stands in any of them.

    Instant navigation puts one page in the place of another, and the policy of the first stays in force. A folder has no host:
    browsers take 'self' for files there, `file:` says the same to those that do not; search and the keeper of what Firefox stores
    need frames.
    """
    own = "'self' file:" if in_folder else "'self'"
    frames = own if in_folder else "'none'"
    rules = [f"default-src {own}", *_with_hashes(own, inline), f"img-src {own} data:", f"frame-src {frames}", "object-src 'none'"]
    return "; ".join([*rules, _LAST])


def _with_hashes(own: str, inline: Inline) -> list[str]:
    """Return what is said of scripts and of styles. In order: the same page has the same bytes in every build."""
    return [" ".join(["script-src", own, *sorted(inline.scripts)]), " ".join(["style-src", own, *sorted(inline.styles)])]


def with_own_policy(html: str) -> str:
    """Return a document that has everything in it, pictures aside, with the policy that allows just that."""
    inline = inline_in(html)
    named = (("script-src", inline.scripts), ("style-src", inline.styles))
    rules = [" ".join([name, *sorted(hashes)]) for name, hashes in named if hashes]
    return with_policy(html, "; ".join([_NOTHING, *rules, "img-src 'self' data:", _LAST]))


def with_policy(html: str, policy: str) -> str:
    """Return a page with its policy before everything that it is about."""
    start = _START.match(html)
    place = start.end() if start else 0
    return f"{html[:place]}\n{_ELEMENT.format(policy)}{html[place:]}"


def policy_in(html: str) -> str:
    """Return the policy that stands in a page, or ''."""
    found = _IN_PAGE.search(html)
    return found[1] if found else ""


def header(policies: Iterable[str], framed_by: str) -> str:
    """Return the one policy, as a header's value, that allows what each of the policies allows.

    `framed_by` is who may show the pages in a frame, which only a header can say: 'self', 'none' or origins.
    """
    rules: dict[str, dict[str, None]] = {}
    for rule in (rule for policy in policies for rule in policy.split("; ")):
        name, *sources = rule.split()
        rules.setdefault(name, {}).update(dict.fromkeys(sources))
    joined = (" ".join([name, *_without_none(sources)]) for name, sources in rules.items())
    return "; ".join([*joined, f"frame-ancestors {framed_by}"])


def _without_none(sources: Iterable[str]) -> list[str]:
    """Return the sources of a rule: 'none' beside others would say nothing."""
    return [source for source in sources if source != "'none'"] or ["'none'"]
