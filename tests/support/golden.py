"""The files of golden cases: parts, each headed by a line `=== <name>`."""

MARK = "=== "


def parts_of(text: str) -> dict[str, str]:
    """Return the parts by name, in order."""
    parts: dict[str, str] = {}
    name = ""
    for line in text.splitlines(keepends=True):
        if line.startswith(MARK):
            name = line.removeprefix(MARK).strip()
            assert name not in parts, f"two parts are named {name}"
            parts[name] = ""
        else:
            parts[name] += line
    return parts
