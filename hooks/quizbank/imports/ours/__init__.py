"""What our own exports write where a format has no place of its own: read back to where it came from.

A question is ours where it carries the name of one of our kinds; other people's files are never read so.
"""
