"""The targets of `make light` say what was met and what was not."""

from light.targets import targets

PAGE = {"performance": 98, "accessibility": 100, "best_practices": 100, "seo": 100, "blocking": 10, "shift": 0.0}


def test_targets_name_the_worst_page_and_whether_it_is_good_enough() -> None:
    wire = {name: {"bytes": size} for name, size in (("first visit: chapter", 120_000), ("next: its quiz", 30_001))}
    lab = {"home": {**PAGE, "largest_paint": 1_500}, "quiz": {**PAGE, "largest_paint": 1_501, "performance": 96}}
    found = {name: (measured, met) for name, measured, met in targets({"wire": wire, "lighthouse": lab})}
    assert found["first visit: chapter: at most 120 KB"] == ("120 KB", True)
    assert found["next: its quiz: at most 30 KB"] == ("30 KB", False)
    assert found["Lighthouse, performance: at least 97"] == ("96 (quiz)", False)
    assert found["Lighthouse, seo: at least 100"] == ("100 (home)", True)
    assert found["largest paint: at most 1,500 ms"] == ("1,501 ms (quiz); 1 of 2 pages meet it", False)
    assert found["blocking: at most 50 ms"] == ("10 ms (home); 2 of 2 pages meet it", True)
    assert found["no layout shift"] == ("0.000", True)
