"""The page for teachers is true: each command and option on it exists, and what it names is there."""

import argparse
import re
import shlex

import pytest

from places import ROOT
from quizbank import cli
from quizbank.exports.kahoot import LONGEST_ANSWER, LONGEST_STEM
from shown import ENGINE, INSTALL, MAKE, commands, would_run

PAGE = ROOT / "docs/teaching.md"
TEXT = PAGE.read_text(encoding="utf-8")
PROGRAM = "python hooks/quizbank "
OTHERS = {"source .venv/bin/activate", "mkdocs serve"}
SHOWN = sorted(set(commands(PAGE)))
OURS = [command for command in SHOWN if command.startswith(PROGRAM)]


class Built(Exception):
    """The parser of the command line, before it parses anything."""


@pytest.fixture(scope="module")
def parser() -> argparse.ArgumentParser:
    """The parser of the command line."""

    def stop(self: argparse.ArgumentParser, *_: object) -> None:
        raise Built(self)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(argparse.ArgumentParser, "parse_args", stop)
        with pytest.raises(Built) as built:
            cli.main([])
    found: argparse.ArgumentParser = built.value.args[0]
    return found


def test_every_command_on_the_page_is_known_here() -> None:
    others = [command for command in SHOWN if command not in OURS]
    assert [each for each in others if each not in OTHERS and not MAKE.fullmatch(each) and not INSTALL.fullmatch(each)] == []
    assert len(OURS) > 10


@pytest.mark.parametrize("command", OURS)
def test_the_engine_takes_each_command_of_the_page(
    command: str, parser: argparse.ArgumentParser, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = shlex.split(command.removeprefix(PROGRAM))
    if "--help" in arguments:
        assert "usage: quizbank" in parser.format_help()
        return
    try:
        parser.parse_args(arguments)
    except SystemExit:
        pytest.fail(capsys.readouterr().err)


@pytest.mark.parametrize("option", sorted(set(re.findall(r"`(--[a-z]+)", TEXT))))
def test_each_option_that_the_text_names_stands_in_a_module_of_the_engine(option: str) -> None:
    sources = (path.read_text(encoding="utf-8") for path in ENGINE.rglob("*.py"))
    assert option == "--help" or any(f'"{option}"' in source for source in sources)


@pytest.mark.parametrize("command", [command for command in SHOWN if MAKE.fullmatch(command)])
def test_make_has_each_target_of_the_page(command: str) -> None:
    assert would_run(command.removeprefix("make ")) != []


def test_the_locks_that_the_page_installs_are_there() -> None:
    locks = [found[1] for command in SHOWN if (found := INSTALL.fullmatch(command))]
    assert len(locks) > 1
    assert [lock for lock in locks if not (ROOT / lock).is_file()] == []


def test_the_blueprints_and_chapters_that_the_page_names_are_there() -> None:
    papers = {path.stem for path in (ROOT / "quizzes/papers").glob("*.yml")}
    (listed,) = re.findall(r"(\w+) are there: (.*?)\. To", TEXT)
    assert {*re.findall(r"`([\w-]+)`", listed[1])} == papers
    assert ["None", "One", "Two", "Three", "Four", "Five", "Six"].index(listed[0]) == len(papers)
    joined = "\n".join(OURS)
    assert {*re.findall(r"(?:quizbank paper|--paper) (\S+)", joined)} <= papers
    chapters = [name.removesuffix(".md") for name in re.findall(r"--chapter (\S+)", joined)]
    assert [name for name in chapters if not (ROOT / f"quizzes/{name}.yml").is_file()] == []


def test_the_limits_of_kahoot_are_those_of_its_export() -> None:
    assert f"{LONGEST_STEM} characters for a question and {LONGEST_ANSWER} for an answer" in TEXT


def test_the_pictures_of_the_page_are_small_and_all_shown() -> None:
    shown = re.findall(r"\]\((assets/teaching/[\w-]+\.png)\)\{ width=\d+ \}", TEXT)
    files = sorted((ROOT / "docs/assets/teaching").iterdir())
    assert sorted(shown) == [path.relative_to(ROOT / "docs").as_posix() for path in files]
    assert [path.name for path in files if path.stat().st_size > 60_000] == []
