"""The figures for print: each as an image with a text for readers who cannot see it, its colours and letters made plain.

WeasyPrint applies no style of the page to a drawing and knows no variables in it, so the fallbacks take their place.
"""

import base64
import re

from markupsafe import Markup

from quizbank.notes.figures import Figure

_VARIABLE = re.compile(r"var\(--[\w-]+,([^()]+)\)")
_SIZE = re.compile(r"([\d.]+)px\b")
# Drawn with a browser's sans-serif in mind. Inter is wider and has tall small letters: a little smaller it looks as large.
_LETTERS = "Inter,Noto Sans,Liberation Sans,Arial,DejaVu Sans,sans-serif"
_SCALE = 0.94


def drawing(figure: Figure) -> Markup:
    """Return the figure's drawing as an `<img>` that holds everything it needs."""
    alternative = ". ".join(text.rstrip(".") for text in figure.texts) + "."
    image = base64.b64encode(_plain(figure.standalone).encode()).decode()
    return Markup('<img alt="{}" src="data:image/svg+xml;base64,{}">').format(alternative, image)


def _plain(text: str) -> str:
    text = _VARIABLE.sub(r"\1", text).replace("px sans-serif", f"px {_LETTERS}")
    return _SIZE.sub(lambda size: f"{float(size[1]) * _SCALE:.2f}px", text)
