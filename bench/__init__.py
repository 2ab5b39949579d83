"""Measures how fast sites of questions are built, ours, plain Markdown and other plugins side by side: `make bench`."""
