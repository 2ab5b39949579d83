"""Any text in any place of a file: texts that nobody would write, and every place of a bank or another file that holds one."""

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import yaml
from hypothesis import strategies as st

# What breaks out of an attribute, an element, a comment or a script; what a template or Markdown takes for its own; what browsers
# read otherwise than it looks; and the signs that the engine itself puts between texts.
PIECES = (
    *(
        "<script>alert(1)</script>",
        "</script>",
        "<!--",
        "-->",
        "--!>",
        "]]>",
        "<![CDATA[",
        "<?x",
        "<svg/onload=x>",
        "<img src=x onerror=y>",
    ),
    *(
        "</quiz-question>",
        "</form>",
        "</fieldset>",
        "</li>",
        "</template>",
        "</style>",
        "</textarea>",
        "</p>",
        "<p>",
        "<table>",
        "</title>",
    ),
    *(
        '"',
        "'",
        "' onclick='x",
        '" autofocus onfocus="x',
        "`",
        "&",
        "&lt;",
        "&#60;script&#62;",
        "&quot;",
        "&#x0;",
        "&nbsp",
        "<",
        ">",
        "=",
        "/>",
    ),
    *(
        "[x](javascript:alert(1))",
        "[x](  JaVaScRiPt:x)",
        "[x](data:text/html,y)",
        "[x](java\tscript:x)",
        "<javascript:x>",
        "[x](//h.example)",
    ),
    *(
        "[x](https://e.example)",
        '[x](https://e.example "t")',
        "![a](b.png)",
        "[x][y]",
        "[y]: javascript:z",
        "[x](plants.md#leaves)",
        "<a@b.example>",
    ),
    *("{{ 7*7 }}", "{% raw %}", "{#", "%(x)s", "%s", "{0}", "{n}", "\\", "\\<", "$x^2$", "${x}", "{: onclick=x }", "{ #id .c }"),
    *(
        "**",
        "*",
        "_",
        "__",
        "~~",
        "~",
        "^",
        "^^",
        "`",
        "```",
        "# ",
        "- ",
        "1. ",
        "> ",
        "| ",
        "| a |\n|--|\n| b |",
        "---",
        "***",
        "____",
    ),
    *("/// quiz | x\n///", "<!--quiz:x-->", "<!--figure:-->", "!!! note", "[^1]", "[TOC]", "docs:x.md", '<a href="docs:y.md">'),
    *(
        "\n",
        "\n\n",
        "\n    ",
        "\t",
        "  \n",
        " ",
        "\u00a0",
        "\u2028",
        "\u2029",
        "\x85",
        "\u200b",
        "\u200d",
        "\ufeff",
        "\u202e",
        "\u0301",
    ),
    *(
        "\x00",
        "\x01",
        "\x08",
        "\x0b",
        "\x0c",
        "\x1b",
        "\x7f",
        "\x9f",
        "\ud7ff",
        "\ue000",
        "\ue001",
        "\ue002",
        "\ue003",
        "\ufdd0",
        "\uffff",
        "\U0010ffff",
    ),
    *(
        "q",
        "Z",
        "7",
        "-0.5",
        "1,00,000",
        "ज्ञ",
        "ש",
        "é",
        "ſ",
        "ı",
        "🙂",
        "👩\u200d💻",
        "term",
        "yes",
        "no",
        "null",
        "A",
        "wwwwwwwwwwwwwwwwwwwwwwww",
    ),
)
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=6), min_size=1, max_size=8).map("".join)
# What may stand where a text is expected: the wrong kind of thing as well.
ANYTHING = TEXTS | st.sampled_from([[], {}, None, ["x"], {"x": "y"}, "", " "])

Place = tuple[str | int, ...]


def places(data: Any, here: Place = ()) -> Iterator[Place]:
    """Yield the path to every text within dicts and lists."""
    inner = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else None
    if inner is None:
        yield here
        return
    for key, value in inner:
        yield from places(value, (*here, key))


def at(data: Any, place: Place) -> Any:
    """Return what stands at a place."""
    for step in place:
        data = data[step]
    return data


def with_text(data: Any, place: Place, text: Any) -> Any:
    """Return a copy with something else at a place."""
    if not place:
        return text
    copy = deepcopy(data)
    at(copy, place[:-1])[place[-1]] = text
    return copy


@st.composite
def changed(draw: st.DrawFn, data: Any) -> Any:
    """Return data with one text of it replaced, begun, ended or broken by another one, or with a key that nobody knows."""
    place = draw(st.sampled_from(list(places(data))))
    old, new = str(at(data, place)), draw(ANYTHING)
    if not isinstance(new, str):
        return with_text(data, place, new)
    middle = len(old) // 2
    how = draw(st.sampled_from(["replaced", "begun", "ended", "broken", "broken", "key"]))
    if how == "key":
        return {**data, new: "x"} if isinstance(data, dict) else data
    texts = {"replaced": new, "begun": new + old, "ended": old + new, "broken": old[:middle] + new + old[middle:]}
    return with_text(data, place, texts[how])


def as_yaml(data: Any) -> str:
    """Return data as YAML in which every text stands between quotation marks, so that it arrives as it is."""
    return yaml.safe_dump(data, allow_unicode=False, sort_keys=False, default_style='"', width=10**9)


def read_yaml(text: str) -> Any:
    """Return what the engine reads: every scalar as text."""
    return yaml.load(text, yaml.BaseLoader)  # noqa: S506 - text alone
