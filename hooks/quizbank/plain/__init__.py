"""The whole site as plain pages, for builders that run no hooks: every block is HTML already, every page and file is there."""
