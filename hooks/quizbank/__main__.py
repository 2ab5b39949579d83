"""Lets the folder be run: `python hooks/quizbank check` or, with hooks/ on the path, `python -m quizbank check`."""

import sys
from pathlib import Path

if not __package__:  # run by its folder's name: put hooks/ on the path instead of hooks/quizbank/
    sys.path[0] = str(Path(__file__).resolve().parent.parent)

from quizbank.cli import main

sys.exit(main())
