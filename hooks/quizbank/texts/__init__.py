"""What a piece of text says: the Markdown of questions, what a learner types, what readers would not see as it was meant.

`inline.py` renders, `typed.py` and `numbers.py` read answers, `looks.py` reports odd characters, `literal.py` and `plain.py` lead
from one kind of text to another, `spacing.py` keeps together on paper what belongs together. Knows no question.
"""
