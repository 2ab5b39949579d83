"""`make audit`: locks, wheels, licences and known vulnerabilities. Writes publish/LICENCES.md.

The exit status is 1 where something is wrong, and 0 where it is right or could not be asked; what could not be asked is said.
"""

import argparse
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from supply_chain.index import NotReached, address, files_of
from supply_chain.licences import licence_of, page, refused
from supply_chain.locks import Locked, every_package, read_locks
from supply_chain.vulnerabilities import known_vulnerabilities
from supply_chain.wheels import targets, without_wheel

ROOT = Path(__file__).resolve().parents[2]
LICENCES = Path("publish/LICENCES.md")

Locks = Mapping[str, list[Locked]]


def main() -> int:
    """Look at everything, and say what was found. Returns the exit status."""
    parser = argparse.ArgumentParser(description="Look at what the project takes from others.")
    parser.add_argument("--root", type=Path, default=ROOT, help="the folder with the lock files")
    root = parser.parse_args().root
    locks, problems = read_locks(root)
    print(f"Locks: {len(locks)} files, {len(every_package(locks.values()))} packages, {len(problems)} problems")
    problems += [*_licences(root, locks), *_wheels(locks), *_vulnerabilities(root, locks)]
    for problem in problems:
        print(problem, file=sys.stderr)
    return int(bool(problems))


def _licences(root: Path, locks: Locks) -> list[str]:
    licensed = {lock: [licence_of(package) for package in packages] for lock, packages in locks.items()}
    problems = sorted({fault for packages in licensed.values() for fault in refused(packages)})
    print(f"Licences: {len(problems)} unknown or refused")
    if not problems:
        (root / LICENCES).parent.mkdir(exist_ok=True)
        (root / LICENCES).write_text(page(licensed), encoding="utf-8")
    return problems


def _wheels(locks: Locks) -> list[str]:
    packages, places = every_package(locks.values()), list(targets())
    try:
        files = _files(packages)
    except NotReached as fault:
        print(f"Wheels: not reached. {fault}")
        return []
    problems = [fault for package in packages for fault in without_wheel(package, files[package.name], places)]
    print(f"Wheels: {len(packages)} packages for {len(places)} systems with a Python, {len(problems)} without a wheel")
    return problems


def _files(packages: Iterable[Locked]) -> dict[str, dict[str, str]]:
    index = address()
    return {name: files_of(index, name) for name in sorted({package.name for package in packages})}


def _vulnerabilities(root: Path, locks: Locks) -> Iterator[str]:
    for lock in locks:
        answer = known_vulnerabilities(root / lock)
        state = f"{answer.answered} of {answer.asked} packages, {len(answer.found)} known vulnerabilities"
        print(f"Vulnerabilities, {lock}: {state if answer.answered else f'not reached. {answer.said}'}")
        yield from answer.found


if __name__ == "__main__":
    sys.exit(main())
