"""The results of a class: marks, questions and options to look at again, and what to teach again.

Answers come from learners' backups and from a table that a teacher fills in (`answers/`). They are responses and no verdicts, so
they are marked here (`marking.py`, `scoring.py`), measured (`measures.py`, `analysis.py`) and written as a page without a script
and a CSV file. Nothing is fetched and nothing is sent.
"""
