"""A small site with a switch for its colours, a script and a style sheet in a page of the notes, and a page in HTML beside."""

from collections.abc import Mapping

import shell_project

OWN_PAGE = "<!doctype html>\n<title>Own</title>\n<script>window.ran = true</script>\n"
IN_A_PAGE = """
<p id="shown">Not yet.</p>
<script>document.querySelector("#shown").textContent = "Shown."</script>
<style>#shown { color: rgb(1, 2, 3) }</style>
"""
_SCHEMES = (("prefers-color-scheme", ""), ("prefers-color-scheme: light", "default"), ("prefers-color-scheme: dark", "slate"))
_PALETTE = "".join(
    f'    - {{media: "({media})", {f"scheme: {scheme}, " if scheme else ""}primary: custom, accent: custom, '
    "toggle: {icon: material/school, name: Next}}\n"
    for media, scheme in _SCHEMES
)
_BEFORE, _, _AFTER = shell_project.CONFIG.partition("  palette:\n")
FILES: Mapping[str, str] = {
    **shell_project.FILES,
    "mkdocs.yml": f"{_BEFORE}  palette:\n{_PALETTE}{_AFTER[_AFTER.index('extra_css') :]}",
    "docs/own.html": OWN_PAGE,
    "docs/words.md": shell_project.FILES["docs/words.md"] + IN_A_PAGE,
}
# The same where the theme puts one page in the place of another.
SWAPPING: Mapping[str, str] = {
    **FILES,
    "mkdocs.yml": FILES["mkdocs.yml"].replace(shell_project.FEATURES, shell_project.SWAPPED),
}
