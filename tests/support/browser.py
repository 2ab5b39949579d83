"""Finds the browser that the tests drive and, run as a script before them, sees to it that there is one.

No browser is a failure that says what to install, never a reason to leave tests out.
"""

import os
import shutil
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

from playwright.sync_api import Error, sync_playwright

# The shell is Chromium without windows: the same pages and the same scripts for two thirds of the processor time.
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
    os.path.expandvars(r"%LOCALAPPDATA%\Google\Chrome\Application\chrome.exe"),
)
ARGUMENTS = (
    "--no-sandbox",  # which containers often lack
    # No host but this machine has an address: what a page asks of any other fails at once, online or off.
    "--disable-gpu",
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
    # Each window's address bar is a page of its own, seen by nobody here, and takes half of the time.
    "--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup,WebUIOmniboxFullPopup",
)
HELP = """No browser for the tests. Do one of these, then run the tests again:
  Debian:         sudo apt-get install chromium-headless-shell
  any system:     install Google Chrome or Chromium
  without either: {python} -m playwright install --with-deps chromium
Or set BROWSER_PATH to the program file of a Chromium or Chrome."""


class NoBrowserError(RuntimeError):
    """There is none; the message says what to install."""


def find_browser() -> str:
    """Return the path of the browser's program file. Raises NoBrowserError when there is none.

    The first of: the environment variable BROWSER_PATH, the system's Chromium or Chrome, Playwright's own download.
    """
    named = os.environ.get("BROWSER_PATH")
    if named:
        if not Path(named).is_file():
            raise NoBrowserError(f"BROWSER_PATH is '{named}', and there is no such file.")
        return named
    found = _on_this_system() or _downloaded()
    if not found:
        raise NoBrowserError(HELP.format(python=sys.executable))
    return found


def start_browser(path: str) -> str:
    """Start the browser without a window and stop it again. Returns its version; raises NoBrowserError when it does not start."""
    with sync_playwright() as playwright:
        try:
            browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        except Error as error:
            said = [line for line in error.message.splitlines() if line.startswith("[pid") and "[err]" in line]
            help_ = HELP.format(python=sys.executable)
            raise NoBrowserError("\n".join([f"The browser '{path}' does not start.", *said, help_])) from error
        version = browser.version
        browser.close()
    return version


def main() -> int:
    """See to a browser that starts, installing one if there is none. Returns the exit status."""
    try:
        path = _found_or_installed()
        print(f"Browser for the tests: {path} (version {start_browser(path)})")
    except NoBrowserError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _found_or_installed() -> str:
    for install in (_install_from_debian, _download):
        with suppress(NoBrowserError):
            return find_browser()
        if not os.environ.get("BROWSER_PATH"):  # that choice was made: what we install would not be used
            install()
    return find_browser()


def _on_this_system() -> str | None:
    on_path = (shutil.which(name) for name in NAMES)
    in_place = (place for place in PLACES if Path(place).is_file())
    return next(filter(None, on_path), None) or next(in_place, None)


def _downloaded() -> str | None:
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).is_file() else None


def _install_from_debian() -> None:
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0  # Windows has no geteuid
    if is_root and shutil.which("apt-get"):
        print("No browser yet: installing Debian's Chromium without windows.", flush=True)
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(["apt-get", "update", "-q"], env=quiet, check=False)
        subprocess.run(["apt-get", "install", "-y", "-q", "chromium-headless-shell"], env=quiet, check=False)


def _download() -> None:
    print("No browser yet: downloading Playwright's.", flush=True)
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)


if __name__ == "__main__":
    sys.exit(main())
