"""The hooks say in which order they want to be asked, and nothing hangs on the order in which the settings name them."""

import inspect
import os
import re
import subprocess
import sys
from collections import defaultdict
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest
from mkdocs.config import load_config
from mkdocs.structure.files import Files, InclusionLevel

import build_state
import content_policy
import light_theme
import offline_site
import quiz_pages
import shell_project
import site_shell
import small_project
import theme_repairs
from places import ROOT
from quizbank.course import NEUTRAL
from quizbank.library import read_library
from quizbank.site.site import Site

pytestmark = pytest.mark.site

HOOKS: tuple[ModuleType, ...] = (quiz_pages, site_shell, theme_repairs, light_theme, offline_site, content_policy)


def built(folder: Path, settings: str) -> dict[str, bytes]:
    """Return the files of the small site in its shell with these settings, by path."""
    for name, text in {**shell_project.FILES, "mkdocs.yml": settings}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SITE_URL": "https://school.example/"}
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"]
    run = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    site = folder / "site"
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def test_the_order_of_the_hooks_in_the_settings_changes_no_byte_of_the_site(tmp_path: Path) -> None:
    settings = shell_project.CONFIG
    lines = [line for line in settings.splitlines(keepends=True) if line.strip().startswith("- ") and "/hooks/" in line]
    assert len(lines) == len(HOOKS)
    reversed_settings = settings.replace("".join(lines), "".join(reversed(lines)))
    assert reversed_settings != settings
    first, other = built(tmp_path / "a", settings), built(tmp_path / "b", reversed_settings)
    assert first.keys() == other.keys()
    assert [path for path in first if first[path] != other[path]] == []


def test_events_that_several_hooks_hear_have_a_priority_in_each() -> None:
    heard: dict[str, list[float | None]] = defaultdict(list)
    for hook in HOOKS:
        for name, function in inspect.getmembers(hook, inspect.isfunction):
            if name.startswith("on_") and function.__module__ == hook.__name__:
                heard[name].append(getattr(function, "mkdocs_priority", None))
    shared = {name: priorities for name, priorities in heard.items() if len(priorities) > 1}
    assert shared == {
        "on_config": [50, 100],
        "on_files": [50, 40, 30, -50],
        "on_page_content": [-50, 0, -60],
        "on_page_context": [-100, -50],
        "on_post_page": [-40, -50, -55, -60],
        "on_post_template": [-40, -50, -55, -60],
        "on_env": [-50, 0],
        "on_post_build": [-300, -150, -200, -190],
    }


def test_hooks_without_the_one_that_begins_a_build_say_which_is_missing() -> None:
    message = "expected hooks/quiz_pages.py among the hooks in mkdocs.yml, got no build that it began"
    with pytest.raises(RuntimeError, match=re.escape(message)):
        _ = build_state.Session().build


@pytest.mark.parametrize(
    ("extra", "told"),
    [
        ({}, []),
        ({"site_id": "small-site"}, []),
        (
            {"site_id": "old-notes"},
            [
                "mkdocs.yml: extra: expected the id of the course in course.yml alone, got site_id 'old-notes' "
                "beside the id 'small-site' there"
            ],
        ),
    ],
)
def test_an_id_in_the_settings_that_would_lose_learners_their_answers_is_an_error(
    extra: dict[str, str], told: list[str], caplog: pytest.LogCaptureFixture
) -> None:
    config = SimpleNamespace(extra=extra, site_name="x", site_description=None, theme={})
    quiz_pages._take_names(config, NEUTRAL.model_copy(update={"id": "small-site", "title": "Small", "language": "hi"}))  # type: ignore[arg-type]
    assert caplog.messages == told
    assert (config.site_name, config.site_description, config.theme) == ("Small", None, {"language": "hi"})


def test_a_page_that_another_one_leads_to_is_no_entry_of_a_navigation_that_mkdocs_makes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, text in small_project.FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    session = build_state.Session()
    monkeypatch.setattr(quiz_pages, "SESSION", session)
    session.begin(Site(read_library(tmp_path / "quizzes", tmp_path / "docs", tmp_path)))
    config = load_config(str(tmp_path / "mkdocs.yml"), hooks=[])
    config.plugins._current_plugin = "quiz_pages"  # as MkDocs says when it asks a hook
    apart = [file.src_uri for file in quiz_pages.on_files(Files([]), config) if file.inclusion is InclusionLevel.NOT_IN_NAV]
    made = ["about-questions.md", "downloads.md", "kinds.md", "quizzes.md"]
    assert sorted(apart) == sorted([*made, "quiz/five-kinds.md", "quiz/two-kinds.md"])


def test_a_build_loads_no_server_and_looks_for_no_changes_in_the_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    script = f"import sys; sys.path.insert(0, {str(ROOT / 'hooks')!r}); import quiz_pages; print('watchdog' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True).stdout == "False\n"
    session = build_state.Session()
    monkeypatch.setattr(quiz_pages, "SESSION", session)
    for command, watches in (("build", False), ("gh-deploy", False), ("serve", True)):
        quiz_pages.on_startup(command, dirty=False)  # type: ignore[arg-type]
        assert (session.serving, session.engine is not None) == (watches, watches)
