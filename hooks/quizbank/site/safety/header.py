"""`quizbank csp`: prints the policy of a finished site as a header, for hosts that can send one.

Pages carry their policy with them. A header adds what a page cannot say, who may show it in a frame, and covers files that are
no pages.
"""

import argparse
import re
import sys
from pathlib import Path
from typing import Any

from quizbank.site.safety.policy import header, policy_in

# A word that the header knows, or a host with its scheme.
_FRAMED_BY = re.compile(r"'self'|'none'|https?://[\w.*-]+(?::\d+)?")


def add_command(commands: Any) -> None:
    """Add the command `csp`."""
    command = commands.add_parser("csp", help="print the security policy of a built site as a header for its host")
    command.add_argument("folder", type=Path, help="the built site")
    command.add_argument(
        "--frames",
        default="'self'",
        help="who may show pages in a frame: 'self', 'none' or addresses such as https://lms.example",
    )
    command.set_defaults(run=_csp)


def _csp(options: argparse.Namespace) -> int:
    """Print the header's value. Returns 1 after saying what is wrong."""
    unknown = [each for each in options.frames.split() or [""] if not _FRAMED_BY.fullmatch(each)]
    pages = [path.read_text(encoding="utf-8") for path in sorted(options.folder.rglob("*.html"))]
    policies = [policy for page in pages if (policy := policy_in(page))]
    faults = [f"--frames: expected 'self', 'none' or an address such as https://lms.example, got {each!r}" for each in unknown]
    faults += [] if policies else [f"{options.folder}: expected a built site whose pages have a policy, got none"]
    for fault in faults:
        print(fault, file=sys.stderr)
    if not faults:
        print(header(policies, options.frames))
    return 1 if faults else 0
