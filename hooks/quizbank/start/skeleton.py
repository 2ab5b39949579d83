"""The frame of a figure in the house form, and a figure to start from."""

from html import escape

from quizbank.notes.svg import NAMESPACE

WIDTH = 340
_BEGINNING = """<rect class="f-box" x="8" y="8" width="132" height="56" rx="6"/>
<text class="f-text f-bold f-mid" x="74" y="33">First thing</text>
<text class="f-text f-small f-mid" x="74" y="51">what it does</text>
<line class="f-line" x1="140" y1="36" x2="192" y2="36"/>
<path class="f-head" d="M200 36L192 31.8L192 40.2Z"/>
<rect class="f-soft" x="200" y="8" width="132" height="56" rx="6"/>
<text class="f-text f-bold f-mid" x="266" y="33">Second thing</text>
<text class="f-text f-small f-mid" x="266" y="51">what comes of it</text>
"""
_DESCRIPTION = "Two boxes with an arrow from the first thing to the second."


def skeleton(name: str, title: str, style: str) -> str:
    """Return a figure to start from: two boxes and an arrow, with a description that fits them."""
    return framed(name, title, _DESCRIPTION, 72, _BEGINNING, style)


def framed(name: str, title: str, description: str, height: int, shapes: str, style: str) -> str:
    """Return a whole figure. `shapes` is SVG that uses only the classes of `style`, the figures' style block."""
    labels = f"fig-{name}-title fig-{name}-desc"
    return (
        f'<svg xmlns="{NAMESPACE}" viewBox="0 0 {WIDTH} {height}" role="img" aria-labelledby="{labels}">\n'
        f'<title id="fig-{name}-title">{escape(title, quote=False)}</title>\n'
        f'<desc id="fig-{name}-desc">{escape(description, quote=False)}</desc>\n'
        f"<style>\n{style}</style>\n{shapes}</svg>\n"
    )
