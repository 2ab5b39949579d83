"""The small site with the shell around its pages: two tabs, a page in the footer, a topic with a chapter, a paper to sit."""

from collections.abc import Mapping

import small_project
from places import ROOT

NAV = """
nav:
  - Home: index.md
  - Learn:
      - learn/index.md
      - Letters and work:
          - 1. Outsourcing: outsourcing.md
          - 2. Words: words.md
      - Chapter quizzes: quizzes.md
      - Mock tests: mock-exams.md
  - About:
      - For teachers: teachers.md
"""
# As the site has them: none needs the theme's script before somebody searches.
FEATURES = "navigation.tabs.sticky, search.highlight, toc.follow"
SWAPPED = "navigation.instant, navigation.tabs.sticky"  # with which the theme puts one page in the place of another
_BEFORE_NAV = small_project.CONFIG.partition("\nnav:")[0]
CONFIG = (
    _BEFORE_NAV.replace(f"  - {ROOT}/hooks/theme", f"  - {ROOT}/hooks/site_shell.py\n  - {ROOT}/hooks/theme")
    .replace("  font: false\n", f"  font: false\n  custom_dir: {ROOT}/overrides\n  icon: {{logo: material/school}}\n")
    .replace(small_project.FEATURES, FEATURES)
) + NAV
COURSE = f"""{small_project.COURSE}topics:
  letters: {{title: Letters, chapters: [words.md], line: "#6b3fa0", area: "#efe7f8", dashed: yes}}
found_by:
  words.md: [full form]
  quizzes.md: [MCQ]
translations:
  hi:
    Home: मुख पृष्ठ
    Learn: सीखें
    Letters and work: अक्षर और काम
    Small paper: छोटा प्रश्न पत्र
    a small test: छोटी परीक्षा
    Answer all.: सभी प्रश्न अनिवार्य हैं।
    Choose: विकल्प चुनें
    Two chapters. Each has a quiz, and both are short enough to read in one go.: दो अध्याय, हर अध्याय की एक प्रश्नोत्तरी।
"""
LEARN = """---
template: hub.html
hide: [navigation]
---
# Learn

Two chapters. Each has a quiz, and both are short enough to read in one go.
"""
PAPER = """title: Small paper
style: a small test
minutes: 5
instructions: [Answer all.]
sections:
  - {id: A, title: Choose, kinds: [single-choice], number: 1, marks: 1}
"""

FILES: Mapping[str, str] = {
    **{path: text for path, text in small_project.FILES.items() if path != "docs/assets/theme.css"},
    "mkdocs.yml": CONFIG,
    "course.yml": COURSE,
    "docs/learn/index.md": LEARN,
    "docs/words.md": f"{small_project.WORDS}\n## Key terms {{ #key-terms }}\n\nProcess: a chain of steps.\n",
    "quizzes/papers/small.yml": PAPER,
}
SWAPPING: Mapping[str, str] = {**FILES, "mkdocs.yml": CONFIG.replace(FEATURES, SWAPPED)}
