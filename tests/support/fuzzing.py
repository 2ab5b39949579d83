"""How long tests with random input run: briefly and the same each time, or with `FUZZ=50`, fifty times as long and always anew.

`make fuzz` sets that. What fails is printed with what it takes to see it again.
"""

import os
from typing import Any

from hypothesis import HealthCheck, Phase, settings

FACTOR = int(os.environ.get("FUZZ", "0"))


def examples(number: int, **more: Any) -> settings:
    """Return settings, to be used as a decorator, that try so many examples, or FACTOR times as many."""
    return settings(
        max_examples=number * max(1, FACTOR),
        derandomize=FACTOR == 0,
        database=None,
        deadline=None,
        print_blob=True,
        # A longer run makes what fails small; a short one is the same each time, and whoever sees it fail runs the longer one.
        phases=[Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink][: 4 if FACTOR else 3],
        suppress_health_check=list(HealthCheck),
        **more,
    )
