"""Word documents in the form of teachers: numbered questions, lettered options, answers below, in bold or in a list at the end.

After ECMA-376, by python-docx. `numbering.py` works out the numbers and letters that Word shows and does not write down,
`body.py` gives the lines of the document; a table of questions is read as any other table. A question paper with its key that
we have written ourselves is read by its styles, in `ours/`.
"""

from quizbank.imports.files.archive import Archive, holds
from quizbank.imports.lettered.read import questions_in
from quizbank.imports.reader import File, Found, NotReadable, Reader
from quizbank.imports.readers.docx.body import content_of, opened
from quizbank.imports.readers.docx.ours import found_in, is_ours
from quizbank.imports.tables.read import table_of


def _fits(file: File) -> int:
    return 70 if holds(file.data, "word/document.xml") else 0


def _read(file: File) -> Found:
    Archive(file.data).refuse_entities()
    try:
        document = opened(file.data)
        own = found_in(document) if is_ours(document) else None
        lines, tables = ([], []) if own else content_of(document)
    except NotReadable:
        raise
    except Exception as fault:
        raise NotReadable(f"expected a Word document (.docx), got one that is damaged ({type(fault).__name__})") from None
    if own:
        return own
    parts = [questions_in(lines), *(table_of(file, rows) for rows in tables)]
    if not any(part.taken or part.refused for part in parts):
        raise NotReadable("expected numbered questions with options or answers, got none")
    taken = sorted((one for part in parts for one in part.taken), key=lambda one: one.line)
    told = tuple(line for part in parts for line in part.told)
    return Found(tuple(taken), tuple(each for part in parts for each in part.refused), told)


READER = Reader("Word document", _fits, _read)
