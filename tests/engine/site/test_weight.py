"""What the site's own scripts weigh when they travel: compressed, as servers do."""

import gzip

from quizbank.offline.worker import register_script
from quizbank.site.assets import folder_assets, part_script, print_script, question_script
from quizbank.site.scripts import PARTS


def test_all_scripts_of_our_own_together_weigh_at_most_30_kilobytes() -> None:
    ours = [question_script(), print_script(), register_script(), *map(part_script, PARTS)]
    text = "".join(script.text for script in [*ours, *folder_assets("small-site")])
    assert len(gzip.compress(text.encode(), compresslevel=6)) <= 30_000
