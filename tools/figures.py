"""Prints the figures by which one sees how the code is cut: `make figures`.

Lengths of functions are lines from `def` to the last one, docstrings among them; those of JavaScript are lines of every function
with a body in braces. Folders are counted with the module that opens them.
"""

import ast
import re
import statistics
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "hooks"), str(ROOT / "tools")]

import way  # noqa: E402 - the engine is found from here on

# What has no braces of its own meaning: strings, patterns and comments of JavaScript. A pattern stands where a value may begin.
_JS_TEXT = re.compile(
    r"""//[^\n]* | /\*.*?\*/ | "(?:[^"\\\n]|\\.)*" | '(?:[^'\\\n]|\\.)*' | `(?:[^`\\]|\\.)*`
    | (?<=[(,=:\[!&|?{};\n])\s*/(?![/*])(?:[^/\\\n\[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+/[a-z]*""",
    re.VERBOSE | re.DOTALL,
)
_JS_BRACE = re.compile(r"(?P<head>(?:=>|\)|\b(?:get|set|async|static)\s+\w+\s*\([^()]*\))\s*)?\{|\}")
_JS_STATEMENT = re.compile(r"\b(?:if|for|while|switch|catch|with)\s*(?:await\s*)?\(")


LengthsOf = Callable[[Path], Iterator[int]]


def modules(suffix: str) -> list[Path]:
    """Return the engine's files of Python ('py') or JavaScript ('js'), its adapters and the tools among them."""
    found = [path for folder in ("hooks", "tools") for path in (ROOT / folder).rglob(f"*.{suffix}")]
    return sorted(path for path in found if not {"__pycache__", "node_modules"} & set(path.parts))


def python_lengths(path: Path) -> Iterator[int]:
    """Yield the length of each function of a module, in lines."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) and node.end_lineno:
            yield node.end_lineno - node.lineno + 1


def js_lengths(path: Path) -> Iterator[int]:
    """Yield the length of each function of a script, in lines."""
    text = _JS_TEXT.sub(_blank, path.read_text(encoding="utf-8"))
    opened: list[int | None] = []
    for brace in _JS_BRACE.finditer(text):
        line = text.count("\n", 0, brace.end())
        if not brace[0].endswith("}"):
            opened.append(line if brace["head"] and _opens_function(text[: brace.end() - 1].rstrip()) else None)
        elif opened and (start := opened.pop()) is not None:
            yield line - start + 1


def _blank(found: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", found[0])


def _opens_function(before: str) -> bool:
    """Say whether a brace behind this text begins the body of a function, and not of an `if` or a loop."""
    if before.endswith("=>"):
        return True
    depth = 0
    for place in range(len(before) - 1, -1, -1):
        depth += (before[place] == ")") - (before[place] == "(")
        if depth == 0:
            return _JS_STATEMENT.search(before[max(0, place - 12) : place + 1]) is None
    return False


def per_folder(suffix: str) -> Counter[str]:
    """Return how many modules each folder holds, by its path."""
    return Counter(path.parent.relative_to(ROOT).as_posix() for path in modules(suffix))


def longest(suffix: str) -> tuple[int, str]:
    """Return the length of the longest module, in lines, and its path."""
    return max(
        (len(path.read_text(encoding="utf-8").splitlines()), path.relative_to(ROOT).as_posix()) for path in modules(suffix)
    )


def percentiles(lengths: list[int]) -> tuple[float, float]:
    """Return the median and the 90th percentile of some lengths."""
    return statistics.median(lengths), statistics.quantiles(lengths, n=10, method="inclusive")[-1]


def main() -> None:
    """Print the figures."""
    visits = way.follow()
    files = way.files(visits)
    own = [file for file in files if way.is_model(file)]
    print(f"A question's way from YAML to HTML: {len(files) - len(own)} files, and {len(own)} of its own model")
    print("  " + "\n  ".join(file for file in files if file not in own))
    print(f"Modules visited twice: {', '.join(way.returns(visits)) or 'none'}")
    for suffix, lengths_of in (("py", python_lengths), ("js", js_lengths)):
        lengths = [length for path in modules(suffix) for length in lengths_of(path)]
        median, most = percentiles(lengths)
        lines, name = longest(suffix)
        folder, count = per_folder(suffix).most_common(1)[0]
        language = "Python" if suffix == "py" else "JavaScript"
        print(f"{language}: {len(lengths)} functions, median {median:g} lines, 90th percentile {most:g}")
        print(f"  fullest folder: {folder}, {count} modules; longest module: {name}, {lines} lines")


if __name__ == "__main__":
    main()
