"""Keeps what Jinja has compiled, of our templates and of the theme's: most of a small build went into that."""

import jinja2
from jinja2.bccache import Bucket, BytecodeCache

from quizbank.compiled import digest, read, write

# What else than a template's text and Jinja's extensions changes the code that Jinja makes of it.
_SETTINGS = ("autoescape", "trim_blocks", "lstrip_blocks", "optimized", "newstyle_gettext")


class KeptTemplates(BytecodeCache):
    """Compiled templates of one environment, whose settings Jinja compiles into them, by their text."""

    def __init__(self, environment: jinja2.Environment) -> None:
        signs = [getattr(environment, name, None) for name in _SETTINGS]
        self._maker = f"{jinja2.__version__} {signs} {environment.finalize is None} {sorted(environment.extensions)}"

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """Return the template's name: its text says the rest, wherever a copy of it lies."""
        return name

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket, if the template is known."""
        known = read(self._name(bucket))
        if known is not None:
            bucket.bytecode_from_string(known)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what the bucket holds."""
        write(self._name(bucket), bucket.bytecode_to_string())

    def _name(self, bucket: Bucket) -> str:
        return digest(self._maker, bucket.key, bucket.checksum)
