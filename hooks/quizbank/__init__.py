"""The engine: YAML banks in; typed, frozen questions; the HTML of pages out. It never imports MkDocs. See README.md here."""

__version__ = "1.0.0"
