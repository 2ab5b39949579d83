"""Measures what reaches a small phone: bytes and requests, Lighthouse, and how long the processor works. `make light` runs it."""
