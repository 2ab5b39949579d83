"""PDF files: papers and the book. Needs the extra `print`; nothing else does."""
