"""Reads the policy of a page as a browser does, and says what of the page it would refuse."""

import hashlib
from base64 import b64encode
from collections.abc import Iterator
from html.parser import HTMLParser

FORBIDDEN = ("unsafe", "http:", "https:", "*", "blob:")


class PolicyReader(HTMLParser):
    """What matters in a page: its policies, inline scripts and styles by their hashes, what stands too early."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.policies: list[dict[str, list[str]]] = []
        self.inline: dict[str, list[str]] = {"script": [], "style": []}
        self.in_attributes: list[str] = []
        self.too_early: list[str] = []
        self._open = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if given.get("http-equiv") == "Content-Security-Policy":
            self.policies.append({name: sources for name, *sources in map(str.split, given["content"].split(";"))})
        elif tag in ("script", "style", "link", "img", "base") and not self.policies:
            self.too_early.append(tag)
        self.in_attributes += [f"<{tag} {name}>" for name in given if name == "style" or name.startswith("on")]
        is_data = given.get("type", "").endswith("json")
        self._open = tag if tag in self.inline and "src" not in given and not is_data else ""

    def handle_data(self, data: str) -> None:
        if self._open:
            digest = b64encode(hashlib.sha256(data.encode()).digest()).decode()
            self.inline[self._open].append(f"'sha256-{digest}'")

    def handle_endtag(self, tag: str) -> None:
        self._open = ""


def refused(html: str) -> Iterator[str]:
    """Yield what is wrong between a page and its policy."""
    page = PolicyReader(html)
    if len(page.policies) != 1:
        yield f"{len(page.policies)} policies"
        return
    (policy,) = page.policies
    yield from (f"<{tag}> before the policy" for tag in page.too_early)
    yield from page.in_attributes
    yield from (f"<{tag}> {each}" for tag, all_ in page.inline.items() for each in all_ if each not in policy[f"{tag}-src"])
    yield from (f"{name} {each}" for name, of in policy.items() for each in of if any(word in each for word in FORBIDDEN))
    closed = {name: policy.get(name, policy["default-src"]) for name in ("object-src", "base-uri", "form-action")}
    yield from (f"{name} {' '.join(sources)}" for name, sources in closed.items() if sources != ["'none'"])
