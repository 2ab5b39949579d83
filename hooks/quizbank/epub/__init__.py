"""The book as an EPUB 3 file, for phones: the parts of `print/`, a document for each, in the package that readers expect."""
