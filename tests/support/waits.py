"""How long a test waits for a condition before it fails: the one limit, for every page, program and server.

Only a failing test waits as long. It is what a machine that does six other things at once may need, and no measure of speed.
"""

SECONDS = 120.0
MILLISECONDS = 1000 * SECONDS
