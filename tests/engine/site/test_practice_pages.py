"""A practice page is registered in one place: a module and a template in `practice/`, and the script that they name."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from places import ROOT

# Prints what a course gets from a page that nothing but its module registers.
SCRIPT = """
import json
from pathlib import Path
from quizbank.schemas import course_schema
from quizbank.library import read_library
from quizbank.site.addresses import made_files
from quizbank.site.page import mark
from quizbank.site.site import Site

library = read_library(Path("quizzes"), Path("docs"), Path())
site = Site(library)
dict(site.files(str))
html = site.fill(mark("practice", "recall"), "recall.md", str, print)
print(json.dumps([site.pages()["recall.md"], made_files(library.course, [], [])["recall.md"], html, course_schema()]))
"""
PAGE = '''"""Recall: what was read, from memory."""

from quizbank.practice.page import PracticePage

PAGE = PracticePage("recall.title", "recall.purpose", scripts=("practice/recall.js",), needs=("feature:practice",))
'''
WORDS = """
recall:
  title: Recall
  purpose: Write down what you know.
"""


def test_a_practice_page_that_only_its_module_names_has_its_page_its_script_and_its_key_in_the_profile(tmp_path: Path) -> None:
    engine = shutil.copytree(ROOT / "hooks/quizbank", tmp_path / "quizbank", ignore=shutil.ignore_patterns("__pycache__"))
    (engine / "practice/recall.py").write_text(PAGE, encoding="utf-8")
    (engine / "practice/recall.html.j2").write_text("<template>{{ banks | length }} banks</template>", encoding="utf-8")
    (engine / "frontend/practice/recall.js").write_text("globalThis.recall = quiz;", encoding="utf-8")
    with (engine / "strings/en.yml").open("a", encoding="utf-8") as catalogue:
        catalogue.write(WORDS)
    for folder in ("docs", "quizzes"):
        (tmp_path / folder).mkdir()
    environment = {**os.environ, "PYTHONPATH": str(tmp_path)}
    command = [sys.executable, "-c", SCRIPT]
    run = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    page, made, html, schema = json.loads(run.stdout)
    purpose = '<span data-say="recall.purpose">Write down what you know.</span>'
    assert f'# Recall {{ data-say="recall.title" }}\n\n{purpose}\n\n/// practice | recall\n///' in page
    assert made == "a practice page"
    assert "<template>0 banks</template></quiz-recall>" in html
    assert "/recall-" in html
    assert '"default": "recall.md"' in schema
