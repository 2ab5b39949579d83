"""A small site whose author has put a script and a style sheet into a page, and a page in HTML among the notes."""

from collections.abc import Mapping

import shell_project

OWN_PAGE = "<!doctype html>\n<title>Own</title>\n<script>window.ran = true</script>\n"
IN_A_PAGE = """
<p id="shown">Not yet.</p>
<script>document.querySelector("#shown").textContent = "Shown."</script>
<style>#shown { color: rgb(1, 2, 3) }</style>
"""
FILES: Mapping[str, str] = {
    **shell_project.FILES,
    "docs/own.html": OWN_PAGE,
    "docs/words.md": shell_project.FILES["docs/words.md"] + IN_A_PAGE,
}
