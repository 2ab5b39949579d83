"""Texts that wait on the disk come back as they were put there, and make the same site."""

from pathlib import Path

import pytest

import small_project
from quizbank.library import read_library
from quizbank.site.page import mark
from quizbank.site.site import Site
from texts_aside import TextsAside


def test_texts_come_back_in_any_order() -> None:
    aside = TextsAside()
    texts = {(number, link): f"{number} ₹ काम {link}" * number for number in range(5) for link in (True, False)}
    aside.update(texts)
    assert [aside[key] for key in reversed(texts)] == [texts[key] for key in reversed(texts)]
    assert dict(aside) == texts
    aside.close()


def test_a_text_may_be_replaced_and_taken_away_between_others() -> None:
    aside = TextsAside()
    aside[1, True] = "one"
    aside[2, True] = "two"
    assert aside[1, True] == "one"
    aside[1, True] = "another one"
    aside[3, True] = "three"
    del aside[2, True]
    assert dict(aside) == {(1, True): "another one", (3, True): "three"}
    assert aside.get((2, True)) is None
    assert len(aside) == 2
    aside.close()


def test_nothing_is_kept_once_it_is_closed() -> None:
    aside = TextsAside()
    aside[1, True] = "one"
    aside.close()
    with pytest.raises(ValueError, match="closed"):
        aside[1, True]


def test_a_site_whose_questions_wait_on_the_disk_is_the_same(tmp_path: Path) -> None:
    for name, text in small_project.FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    library, aside = read_library(tmp_path / "quizzes", tmp_path / "docs", tmp_path), TextsAside()
    made = []
    for site in (Site(library), Site(library, aside=aside)):
        files = dict(site.files(str))
        pages = [site.fill(mark("quiz", name), f"quiz/{name}.md", str, pytest.fail) for name in library.banks]
        made.append((files, pages))
    assert made[0] == made[1]
    assert len(aside) == sum(len(bank.all_questions) for bank in library.banks.values())
    aside.close()
