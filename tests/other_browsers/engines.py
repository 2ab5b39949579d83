"""Finds and starts Firefox and WebKitGTK and, run as a script, sees to it that both are there.

A missing engine is a failure that says what to install, never a reason to leave tests out.
"""

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep

from other_browsers.wire import Http, Marionette, Wire

PACKAGES: Mapping[str, str] = {"firefox-esr": "firefox-esr", "WebKitWebDriver": "webkit2gtk-driver", "Xvfb": "xvfb"}
START = 60.0  # seconds within which an engine listens
PREFERENCES: Mapping[str, str] = {
    "marionette.port": "0",  # any that is free; Firefox writes it into a file
    # What Firefox sets for its own tests makes it unlike a learner's: one storage for all files, for instance.
    "remote.prefs.recommended": "false",
    "app.update.disabledForTesting": "true",
    "browser.aboutwelcome.enabled": "false",
    "browser.shell.checkDefaultBrowser": "false",
    "datareporting.policy.dataSubmissionEnabled": "false",
    "network.proxy.type": "0",
    "browser.download.folderList": "2",
}


class NoEngineError(RuntimeError):
    """There is none, or it does not start; the message says what to do."""


@contextmanager
def firefox(folder: Path) -> Iterator[Wire]:
    """Run Firefox without a window. `folder` is its own: profile, home and downloads."""
    lines = [f'user_pref("{name}", {value});\n' for name, value in PREFERENCES.items()]
    (folder / "user.js").write_text("".join(lines) + f'user_pref("browser.download.dir", "{folder}");\n', encoding="utf-8")
    program = _program("firefox-esr", "firefox")
    with _running(program, "--headless", "--marionette", "--no-remote", "--profile", str(folder), HOME=str(folder)):
        wire = Marionette(int(_written(folder / "MarionetteActivePort")))
        wire.send("NewSession")
        yield wire


@contextmanager
def webkit(folder: Path) -> Iterator[Wire]:
    """Run WebKitGTK's small browser on a screen of its own. `folder` is its home."""
    port = _free_port()
    with _screen() as display:
        home = {"HOME": str(folder), "XDG_DATA_HOME": str(folder), "XDG_CACHE_HOME": str(folder)}
        with _running(_program("WebKitWebDriver"), f"--port={port}", DISPLAY=display, GDK_BACKEND="x11", **home):
            wire = _answering(port)
            wire.send("NewSession", capabilities={})
            yield wire
            wire.send("DeleteSession")


ENGINES = {"firefox": firefox, "webkit": webkit}


def main() -> int:
    """See to it that all programs are there, installing Debian's if this is Debian and we may. Returns the exit status."""
    missing = [package for program, package in PACKAGES.items() if not _is_here(program)]
    if missing and hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get"):  # Windows has no geteuid
        print(f"Installing {', '.join(missing)} for the tests.", flush=True)
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(["apt-get", "update", "-q"], env=quiet, check=False)
        subprocess.run(["apt-get", "install", "-y", "-q", "--no-install-recommends", *missing], env=quiet, check=False)
    missing = [package for program, package in PACKAGES.items() if not _is_here(program)]
    if missing:
        print(f"No engines for the tests. Debian: sudo apt-get install {' '.join(missing)}", file=sys.stderr)
    return 1 if missing else 0


def _is_here(program: str) -> bool:
    return bool(shutil.which(program)) or (program == "firefox-esr" and bool(shutil.which("firefox")))


def _program(*names: str) -> str:
    found = next(filter(None, map(shutil.which, names)), None)
    if not found:
        raise NoEngineError(f"There is no {names[0]}. Debian: sudo apt-get install {PACKAGES[names[0]]}")
    return found


@contextmanager
def _running(*command: str, **environment: str) -> Iterator[None]:
    with subprocess.Popen(
        command, env={**os.environ, **environment}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        try:
            yield
        finally:
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()


def _written(file: Path) -> str:
    """Return what a program writes into a file once it is ready."""
    end = monotonic() + START
    while monotonic() < end:
        if file.is_file() and (text := file.read_text(encoding="utf-8").strip()):
            return text
        sleep(0.05)
    raise NoEngineError(f"{file.name} was not written within {START:.0f} seconds")


def _answering(port: int) -> Http:
    """Return the connection to a driver as soon as it listens."""
    end = monotonic() + START
    while monotonic() < end:
        try:
            wire = Http(port)
            wire.send("Status")
        except OSError:
            sleep(0.05)
        else:
            return wire
    raise NoEngineError(f"nothing listens on port {port}")


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


@contextmanager
def _screen() -> Iterator[str]:
    """Run a screen that nobody sees; give its name. The server chooses a free number and writes it into a pipe."""
    reading, writing = os.pipe()
    command = [_program("Xvfb"), "-displayfd", str(writing), "-screen", "0", "1280x900x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL) as process:
        os.close(writing)
        try:
            with os.fdopen(reading) as pipe:
                yield f":{pipe.readline().strip()}"
        finally:
            process.terminate()


if __name__ == "__main__":
    sys.exit(main())
