"""Texts that wait on the disk come back as they were put there."""

import pytest

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
