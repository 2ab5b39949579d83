"""Question papers, answer sheets and keys as Word files that a teacher can edit. Needs the extra `exchange`.

A file is made from the same HTML as the PDF file, so every kind of question is in it by the templates that it has anyway. What
the HTML says by classes, the file says by styles, numbering, tables and fields of WordprocessingML (ECMA-376, part 1).
"""
