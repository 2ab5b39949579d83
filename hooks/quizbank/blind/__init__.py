"""What score is possible with nothing but knowledge of how questions are worded: a measure of banks for their authors.

`command.py` is the door. Whoever has not studied reads only the wording: `cues.py` says what can be seen in it, `strategies.py`
what test-takers are told to look for, `model.py` what a small model learns from the other banks.
"""
