"""What is wrong, and how it is reported to an author: problems with file and line, their causes first, in an author's words.

`problem.py` is what every check returns; `report.py` puts problems in order for a terminal or a log; `wording.py` turns what
pydantic found into sentences; `second_look.py` finds what the first fault hid. Every other room may use this one.
"""
