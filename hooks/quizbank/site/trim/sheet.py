"""Cuts rules that can match nothing on a site, and variables and animations that nothing asks for."""

import re
from collections.abc import Iterator

from quizbank.site.trim.evidence import Evidence
from quizbank.site.trim.rules import Rule, Unreadable, declarations_of, parsed, split_selectors, written

_CHARSET = '@charset "UTF-8";'
_PLACED = re.compile(r"""@import\b[^;]*|url\(\s*+["']?+(?!data:|#|/|[a-z]+:)[^)]{0,60}""")
_TEXT = re.compile(r'"(?:[^"\\]|\\.)*"|\'(?:[^\'\\]|\\.)*\'')
_FUNCTION = re.compile(r":[a-z-]+\([^()]*\)")
_CLASS = re.compile(r"\.((?:[\w-]|\\.)+)")
_ELEMENT = re.compile(r"(?:^|[\s>+~])([a-z][a-z0-9-]*)")
_ATTRIBUTE = re.compile(r"""\[([\w-]+)=["']?([^"'\]]*)["']?\]""")
_DEFINED = re.compile(r"\s*(--[\w-]+)\s*:")
_ASKED = re.compile(r"var\(\s*(--[\w-]+)")
_KEYFRAMES = re.compile(r"@(?:-webkit-)?keyframes\s+([\w-]+)")


def trimmed(text: str, evidence: Evidence) -> str:
    """Return the style sheet without what cannot matter. Raises `rules.Unreadable` for one that cannot be read."""
    rules = tuple(_with_matches(parsed(text), evidence))
    return written(_without_animations(_without_variables(rules, evidence)))


def asked_in(text: str) -> set[str]:
    """Return the variables that a style sheet asks for."""
    return set(_ASKED.findall(text))


def joined(texts: list[str]) -> str:
    """Return style sheets as one, which says once how it is written.

    Raises `rules.Unreadable` where one names a file by its own place, or imports another.
    """
    bare = "".join(text.replace(_CHARSET, "") for text in texts)
    if found := _PLACED.search(bare):
        raise Unreadable(f"expected no file that a sheet names by its own place, got {found[0]!r}")
    return _CHARSET + bare


def _with_matches(rules: tuple[Rule, ...], evidence: Evidence) -> Iterator[Rule]:
    for rule in rules:
        if rule.is_group:
            inner = tuple(_with_matches(rule.rules, evidence))
            yield from [rule._replace(rules=inner)] if inner else []
        elif rule.prelude.startswith("@"):
            yield rule
        else:
            kept = [selector for selector in split_selectors(rule.prelude) if may_match(selector, evidence)]
            yield from [rule._replace(prelude=",".join(kept))] if kept and rule.declarations.strip() else []


def may_match(selector: str, evidence: Evidence) -> bool:
    """Say whether something on the site may match a selector. What stands in parentheses is not looked at."""
    plain = _without_functions(selector)
    bare = re.sub(r"\[[^\]]*\]", "", _TEXT.sub("", plain))
    if not all(evidence.has_class(name.replace("\\", "")) for name in _CLASS.findall(bare)):
        return False
    if not evidence.elements.issuperset(_ELEMENT.findall(bare)):
        return False
    return all(evidence.may_match(name, value) for name, value in _ATTRIBUTE.findall(plain))


def _without_functions(selector: str) -> str:
    """Return a selector without `:not(…)`, `:is(…)` and their like, which may stand in each other."""
    while (shorter := _FUNCTION.sub("", selector)) != selector:
        selector = shorter
    return selector


def _without_variables(rules: tuple[Rule, ...], evidence: Evidence) -> tuple[Rule, ...]:
    """Drop the variables that nothing asks for, and then those that only these asked for."""
    while True:
        asked = {*evidence.variables, *_ASKED.findall(written(rules))}
        fewer = tuple(_with_variables(rules, asked))
        if fewer == rules:
            return rules
        rules = fewer


def _with_variables(rules: tuple[Rule, ...], asked: set[str]) -> Iterator[Rule]:
    for rule in rules:
        if rule.is_group:
            inner = tuple(_with_variables(rule.rules, asked))
            yield from [rule._replace(rules=inner)] if inner else []
        elif rule.prelude.startswith("@"):
            yield rule
        else:
            kept = ";".join(each for each in declarations_of(rule.declarations) if _is_asked(each, asked))
            yield from [rule._replace(declarations=kept)] if kept else []


def _is_asked(declaration: str, asked: set[str]) -> bool:
    defined = _DEFINED.match(declaration)
    return defined is None or defined[1] in asked


def _without_animations(rules: tuple[Rule, ...]) -> tuple[Rule, ...]:
    """Drop the keyframes that no declaration names."""
    named = set(re.findall(r"[\w-]+", " ".join(_declared(rules))))
    return tuple(_with_animations(rules, named))


def _declared(rules: tuple[Rule, ...]) -> Iterator[str]:
    for rule in rules:
        yield from _declared(rule.rules) if rule.is_group else [] if _KEYFRAMES.match(rule.prelude) else [rule.declarations]


def _with_animations(rules: tuple[Rule, ...], named: set[str]) -> Iterator[Rule]:
    for rule in rules:
        frames = _KEYFRAMES.match(rule.prelude)
        if frames is None or frames[1] in named:
            yield rule._replace(rules=tuple(_with_animations(rule.rules, named)))
