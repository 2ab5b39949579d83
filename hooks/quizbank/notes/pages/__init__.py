"""One Markdown page as Python-Markdown's own block parser reads it, with line numbers, and what its author did not mean."""
