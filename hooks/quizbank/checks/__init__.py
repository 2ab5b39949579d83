"""What must hold between banks, chapters, papers and facts. Every check takes what was read and returns problems.

`all_checks.py` is the door for the command and the build. `lint/` tells well-made questions from badly made ones.
"""
