"""What a question and a bank are: closed, frozen types with their limits. Knows no file, no Markdown and no page.

`fields.py` says what one field may hold, `question.py` what all kinds share, `bank.py` what a bank is. The kinds extend these.
"""
