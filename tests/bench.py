"""Compare the time to build a site of questions with the time to build the same text as plain Markdown.

Run by `make bench`. Builds 1,000 questions (50 pages of 20) and 10,000 (200 of 50), questions and plain text in turn, three
rounds, and prints medians. Times are seconds of CPU (user and system, children included) and of the clock.
"""

import argparse
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

try:
    import resource
except ImportError:
    sys.exit("The benchmark measures CPU with Python's 'resource' module, which Windows does not have.")

ROOT = Path(__file__).resolve().parent.parent
SIZES = ((50, 20), (200, 50))
WORDS = (
    "client provider customer process payroll claim invoice report analysis contract target quality time cost volume skill "
    "judgement record office team service bank insurer hospital retailer month price error check rule expert decision"
).split()
KINDS = ("single-choice", "multiple-choice", "true-false", "assertion-reason", "fill-in")


def sentence(chance: random.Random, words: int) -> str:
    """Return a sentence of so many random words of the field."""
    return " ".join(chance.choice(WORDS) for _ in range(words)).capitalize() + "."


def question(chance: random.Random, number: int, chapter: int) -> dict[str, object]:
    """Return one question as the mapping that the bank of a chapter, counted from 1, holds."""
    kind = KINDS[number % len(KINDS)]
    common: dict[str, object] = {
        "id": f"question-{number}",
        "kind": kind,
        "section": "section",
        "objective": f"LO{chapter}.1",
        "bloom": "apply",
    }
    common["marks"] = "1"
    tail: dict[str, object] = {"explanation": sentence(chance, 20)}
    if kind in ("single-choice", "multiple-choice"):
        right = {0} if kind == "single-choice" else {0, 2}
        options = [{"text": f"{sentence(chance, 4)} {number}-{index}", "why": sentence(chance, 12)} for index in range(4)]
        for index in right:
            options[index]["correct"] = "yes"
        return common | {"stem": sentence(chance, 18), "options": options} | tail
    if kind == "true-false":
        whys: dict[str, object] = {"why_true": sentence(chance, 12), "why_false": sentence(chance, 12)}
        return common | {"stem": sentence(chance, 12), "answer": "false"} | whys | tail
    if kind == "assertion-reason":
        body: dict[str, object] = {"assertion": sentence(chance, 10), "reason": sentence(chance, 10), "answer": "A"}
        return common | body | {"why": {letter: sentence(chance, 12) for letter in "ABCD"}} | tail
    near = [{"text": f"near {number}", "why": sentence(chance, 12)}]
    return common | {"stem": f"{sentence(chance, 12)} ____", "answers": [f"answer {number}"], "near_misses": near} | tail


def texts(value: object) -> list[str]:
    """Return every text of a question that a learner reads, in order."""
    if isinstance(value, dict):
        skipped = {"id", "kind", "section", "objective", "bloom", "marks", "correct", "answer"}
        return [text for key, inner in value.items() if key not in skipped for text in texts(inner)]
    if isinstance(value, list):
        return [text for inner in value for text in texts(inner)]
    return [str(value)]


def as_markdown(item: dict[str, object], number: int) -> str:
    """Return the question's text as a learner would read it on a page without a plugin: a paragraph and a list."""
    first, *others = texts(item)
    return f"**Question {number}**\n\n{first}\n\n" + "".join(f"- {text}\n" for text in others) + "\n"


def write_sites(folder: Path, pages: int, each: int) -> tuple[Path, Path]:
    """Write the two projects, one with banks and one with the same text in Markdown. Returns their folders."""
    import yaml

    quiz, plain = folder / "quiz", folder / "plain"
    for site in (quiz, plain):
        (site / "docs").mkdir(parents=True)
    (quiz / "quizzes").mkdir()
    chance = random.Random(2026)
    for page in range(pages):
        items = [question(chance, page * each + index, page + 1) for index in range(each)]
        bank = {
            "title": f"Bank {page}",
            "chapter": f"chapter{page}.md",
            "objectives": [{"id": f"LO{page + 1}.1", "slug": f"know-{page}", "text": "Know."}],
            "questions": items,
        }
        (quiz / "quizzes" / f"bank{page}.yml").write_text(yaml.safe_dump(bank, sort_keys=False), encoding="utf-8")
        body = "".join(as_markdown(item, number) for number, item in enumerate(items, 1))
        chapter = f"# Chapter {page}\n\n## Section\n\nSome text.\n"
        (plain / "docs" / f"chapter{page}.md").write_text(chapter, encoding="utf-8")
        chapter += f"\n/// objectives | bank{page}\n///\n"
        (quiz / "docs" / f"chapter{page}.md").write_text(chapter, encoding="utf-8")
        (plain / "docs" / f"quiz{page}.md").write_text(f"# Quiz {page}\n\n{body}", encoding="utf-8")
    (quiz / "course.yml").write_text("id: bench\ntitle: Bench\n", encoding="utf-8")
    settings = "site_name: Bench\ntheme: {name: material, font: false}\nplugins: [search]\n"
    settings += "markdown_extensions: [attr_list, def_list, footnotes, tables, pymdownx.superfences, pymdownx.details]\n"
    (plain / "mkdocs.yml").write_text(settings, encoding="utf-8")
    (quiz / "mkdocs.yml").write_text(f"{settings}hooks: ['{ROOT / 'hooks' / 'quiz_pages.py'}']\n", encoding="utf-8")
    return quiz, plain


def build(site: Path) -> tuple[float, float]:
    """Build one project in a fresh process. Returns the seconds of the clock and of CPU."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict", "-f", str(site / "mkdocs.yml")]
    subprocess.run(command, check=True, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"})
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.perf_counter() - start, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    """Build, measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    rounds = parser.parse_args().rounds
    for pages, each in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            sites = write_sites(Path(folder), pages, each)
            times = [[build(site) for site in sites] for _ in range(rounds)]
        print(f"{pages * each:6,} questions: {compare('clock', times, 0)}; {compare('CPU', times, 1)}", flush=True)


def compare(name: str, times: list[list[tuple[float, float]]], measure: int) -> str:
    """Return the medians of one measure for both sites, and their ratio."""
    quiz, plain = (statistics.median(one[site][measure] for one in times) for site in (0, 1))
    return f"{name} {quiz:.2f} s, plain {plain:.2f} s, ratio {quiz / plain:.2f}"


if __name__ == "__main__":
    main()
