"""Runs MkDocs for the tests. Where processes can be split, one loads MkDocs and the engine, and splits off another for each site.

Half of what a small site takes is loading them. `test_build.py` builds as `mkdocs build` does, in a process of its own.
"""

import atexit
import json
import os
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Mapping
from functools import cache, partialmethod
from importlib import import_module
from pathlib import Path
from typing import IO

import jinja2

HOOKS = ("site_shell", "quiz_pages", "theme_repairs", "light_theme", "offline_site", "content_policy")
MKDOCS = ("mkdocs.__main__", "mkdocs.commands.build", "material.plugins.search.plugin", "material.plugins.offline.plugin")
ENGINE = ("quizbank.site.site", "quizbank.checks.all_checks")
CAN_SPLIT = sys.platform == "linux"  # Windows cannot; libraries of macOS do not bear it


def mkdocs(arguments: list[str], project: Path, env: Mapping[str, str]) -> tuple[int, str]:
    """Run a command of MkDocs in a folder with this environment and no other. Returns its exit status and what it says."""
    if CAN_SPLIT:
        return _asked({"arguments": arguments, "project": str(project), "env": dict(env)})
    command = [sys.executable, "-m", "mkdocs", *arguments]
    run = subprocess.run(command, cwd=project, env=env, capture_output=True, text=True, check=False)
    return run.returncode, f"{run.stdout}{run.stderr}"


def _asked(wanted: dict[str, object]) -> tuple[int, str]:
    builder = _builder()
    assert builder.stdin is not None
    assert builder.stdout is not None
    print(json.dumps(wanted), file=builder.stdin, flush=True)
    code, said = json.loads(builder.stdout.readline())
    return code, said


@cache
def _builder() -> subprocess.Popen[str]:
    """Start this process's builder. It ends with the process."""
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    builder = subprocess.Popen([sys.executable, __file__], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=env)
    atexit.register(builder.communicate)
    return builder


def _load() -> None:
    """Load what every site needs, and make the scripts and styles that all sites have in common."""
    sys.path.insert(0, str(Path(__file__).parents[2] / "hooks"))
    for name in (*MKDOCS, *HOOKS, *ENGINE):
        import_module(name)
    import_module("quizbank.site.assets").all_assets()


def _split_off(arguments: list[str], project: str, env: dict[str, str], output: IO[bytes]) -> int:
    """Run the command in a process of its own, and wait for it. Returns its exit status."""
    child = os.fork()
    if child == 0:
        for stream in (1, 2):
            os.dup2(output.fileno(), stream)
        os.environ.clear()
        os.environ.update(env)
        os.chdir(project)
        os._exit(_run(arguments))  # without the steps by which the builder ends
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _run(arguments: list[str]) -> int:
    """Run the command here. Returns its exit status; what it says has been written."""
    code = 0
    try:
        import_module("mkdocs.__main__").cli(arguments)
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 1
    except BaseException:  # as Python itself does with what nobody catches
        traceback.print_exc()
        code = 1
    sys.stdout.flush()
    sys.stderr.flush()
    return code


def _keep_templates(folder: str) -> None:
    """Have each template translated into Python once for all sites: the theme has more of them than a small site has pages."""
    kept = partialmethod(jinja2.Environment.__init__, bytecode_cache=jinja2.FileSystemBytecodeCache(folder))
    jinja2.Environment.__init__ = kept  # type: ignore[method-assign, assignment]


def _answer(line: str) -> None:
    with tempfile.TemporaryFile() as output:
        code = _split_off(**json.loads(line), output=output)
        output.seek(0)
        print(json.dumps([code, output.read().decode()]), flush=True)


def main() -> None:
    """Read commands, a line for each, and answer each with a line."""
    _load()
    with tempfile.TemporaryDirectory() as folder:
        _keep_templates(folder)
        for line in sys.stdin:
            _answer(line)


if __name__ == "__main__":
    main()
