"""Question papers, answer sheets and keys as whole HTML documents, for a PDF file and for printing from a browser."""
