"""What must hold between banks, chapters, papers and facts. Every check takes what was read and returns problems.

`all_checks.py` is the door for the command and the build. `lint/` says which questions are badly made.
"""
