"""Every word of the interface that a learner sees, a file for each language: `en.yml`, `hi.yml`.

Templates, scripts and Python say a word by its key, `area.name`. A text may hold values in braces, and may have a form for each
plural of its language. What a course's authors write, notes and questions, is not here; nor are messages to authors, which are
in English.
"""
