"""Takes comments and needless spaces out of scripts and style sheets: they are for readers of the source, not for phones.

Works on tokens, so nothing inside a string, a template or a regular expression is touched. Every line break that may end a
statement stays, and so do names, but for those that a closed script keeps to itself. What cannot be read for certain is refused
or left as it is, never guessed.
"""

from quizbank.site.minify.script import minified_closed_script, minified_script
from quizbank.site.minify.style import minified_style

__all__ = ["minified_closed_script", "minified_script", "minified_style"]
