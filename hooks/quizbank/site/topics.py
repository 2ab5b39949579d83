"""The colours of the course's topics as a style sheet: for figures on dark pages, and for what marks a topic's chapters."""

from collections.abc import Mapping

from quizbank.course import Topic

# Attribute of an element that stands for a topic: below it `--topic`, `--topic-soft` and `--topic-line` are the topic's.
ATTRIBUTE = "data-topic"


def topic_style(topics: Mapping[str, Topic]) -> str:
    """Return the rules. Paper is white, so what is for dark pages is for screens alone."""
    light = "".join(_colours(name, topic.line, topic.area) for name, topic in topics.items())
    dark = "".join(
        _colours(name, topic.dark_line or _mixed(topic.line, "#fff"), topic.dark_area or _mixed(topic.line, "#000"))
        for name, topic in topics.items()
    )
    rules = [
        f":root{{{light}}}\n" if light else "",
        f'@media screen{{[data-md-color-scheme="slate"]{{{dark}}}}}\n' if dark else "",
        *(_of_element(name, topic) for name, topic in topics.items()),
    ]
    return "".join(rules)


def _mixed(colour: str, other: str) -> str:
    """Return a colour for dark pages, where the profile names none."""
    return f"color-mix(in srgb,{colour} 40%,{other})"


def _colours(name: str, line: str, area: str) -> str:
    return f"--site-{name}:{line};--site-{name}-soft:{area};"


def _of_element(name: str, topic: Topic) -> str:
    line = "dashed" if topic.dashed else "solid"
    return f'[{ATTRIBUTE}="{name}"]{{--topic:var(--site-{name});--topic-soft:var(--site-{name}-soft);--topic-line:{line}}}\n'
