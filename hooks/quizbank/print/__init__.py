"""PDF files: papers and the book. Writing them needs the extra `print`; nothing else does."""
