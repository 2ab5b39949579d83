"""A tiny site for the browser tests: three pages of notes, a bank with each kind of question, a bank with two kinds.

Its texts are the tests' own, so the tests know every answer and can change the banks between two builds. Options keep their
order, so the tests know that as well.
"""

from collections.abc import Mapping

from places import ROOT
from quizbank.notes.figures import STYLE

# As the shell joins them; this site has the theme's own templates.
STYLE_SHEET = "\n".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "overrides/styles").glob("*.css")))

FEATURES = "search.highlight, navigation.footer"  # none needs the theme's script before somebody searches
SWAPPED = "navigation.instant, navigation.footer"  # with which the theme puts one page in the place of another

CONFIG = f"""
site_name: in course.yml
site_url: !ENV [SITE_URL, ""]
use_directory_urls: !ENV [DIRECTORY_URLS, true]
hooks:
  - {ROOT}/hooks/quiz_pages.py
  - {ROOT}/hooks/theme_repairs.py
  - {ROOT}/hooks/light_theme.py
  - {ROOT}/hooks/offline_site.py
  - {ROOT}/hooks/content_policy.py
theme:
  name: material
  font: false
  features: [{FEATURES}]
  palette:
    - {{media: "(prefers-color-scheme: light)", scheme: default, primary: custom, accent: custom}}
    - {{media: "(prefers-color-scheme: dark)", scheme: slate, primary: custom, accent: custom}}
extra_css: [assets/theme.css]
extra:
  generator: false
plugins:
  - search
  - offline:
      enabled: !ENV [OFFLINE, false]
markdown_extensions: [attr_list, admonition, pymdownx.details]
nav:
  - Start: index.md
  - Outsourcing: outsourcing.md
  - "Quiz: Five kinds": quiz/five-kinds.md
  - Words: words.md
  - "Quiz: Two kinds": quiz/two-kinds.md
"""

INDEX = """
# Small site

There is no question on this page. Read about [outsourcing](outsourcing.md), or try the
[last question](quiz/five-kinds.md#q-first-letter) at once.
"""

FILLER = "A firm may hand work to another firm and pay for it. " * 12

OUTSOURCING = f"""
# Outsourcing

/// objectives | five-kinds
///

## Who does the work {{ #who-does-the-work }}

Another party does it. {FILLER}

/// quiz | five-kinds#school-bus
///

## Where it is done {{ #where-it-is-done }}

In any country. {FILLER}

## What it needs {{ #what-it-needs }}

Steps or judgement. {FILLER}

{FILLER}
"""

WORDS = f"""
# Words

/// objectives | two-kinds
///

## Letters {{ #letters }}

Each letter stands for a word. See [another page](https://example.org/x) and [outsourcing](outsourcing.md). {FILLER}
"""

FIVE_KINDS = """
title: Five kinds
chapter: outsourcing.md
objectives:
  - {id: LO1.1, slug: who-does-the-work, text: Say who does the work.}
  - {id: LO1.2, slug: what-the-work-needs, text: Say what the work needs.}
questions:
  - id: school-bus
    kind: single-choice
    section: who-does-the-work
    objective: LO1.1
    bloom: apply
    marks: 1
    stem: A school pays a bus company for a year. What is this?
    keep_order: yes
    options:
      - {text: Outsourcing, correct: yes, why: Another party does lasting work.}
      - {text: Offshoring, why: Nothing leaves the country.}
      - {text: Automation, why: No machine took the work over.}
    hint: Ask who drives.
    explanation: The school could drive its own bus. It hands the driving to another firm for a year, which is outsourcing.
  - id: back-office-tasks
    kind: multiple-choice
    section: where-it-is-done
    objective: LO1.1
    bloom: understand
    marks: 2
    stem: Which of these are back-office tasks?
    keep_order: yes
    options:
      - {text: Payroll, correct: yes, why: Customers never see payroll.}
      - {text: Bookkeeping, correct: yes, why: Customers never see the books.}
      - {text: Telephone sales, why: The seller speaks with customers.}
      - {text: Complaints desk, why: The desk hears customers.}
    explanation: The back office works where no customer looks. Pay and books are kept there, and selling happens in front.
  - id: needs-judgement
    kind: true-false
    section: what-it-needs
    objective: LO1.2
    bloom: understand
    marks: 1
    stem: Knowledge work needs judgement.
    answer: true
    why_true: No list of steps settles such work.
    why_false: This would make it routine work.
    explanation: Judgement is the mark of knowledge work. Where written steps settle every case, the work is routine.
  - id: wages-and-costs
    kind: assertion-reason
    section: where-it-is-done
    objective: LO1.2
    bloom: understand
    marks: 1
    assertion: Wages differ between countries.
    reason: The cost of living differs between countries.
    answer: A
    why:
      A: The second explains the first.
      B: This denies the link between the two.
      C: This denies that costs differ.
      D: This denies that wages differ.
    explanation: Where living is cheap, wages can be low. So A is true, R is true, and R explains A.
  - id: first-letter
    kind: fill-in
    section: what-it-needs
    objective: LO1.2
    bloom: remember
    marks: 1
    stem: The letter B in BPO stands for ____.
    answers: [business, businesses]
    near_misses:
      - {text: commerce, why: The meaning is near but the letter is B.}
    explanation: BPO is business process outsourcing. The first letter tells whose processes they are, those of a business.
"""

TWO_KINDS = """
title: Two kinds
chapter: words.md
objectives:
  - {id: LO2.1, slug: spell-out-the-letters, text: Spell out the letters.}
questions:
  - id: middle-letter
    kind: fill-in
    section: letters
    objective: LO2.1
    bloom: remember
    marks: 1
    stem: The letter P in BPO stands for ____.
    answers: [process]
    explanation: A process is a chain of steps. It goes on from day to day, as a project does not.
  - id: last-letter
    kind: true-false
    section: letters
    objective: LO2.1
    bloom: remember
    marks: 1
    stem: The letter O stands for office.
    answer: false
    why_true: Office is another word with that letter.
    why_false: The word is outsourcing.
    explanation: The last word tells who does the work. It is done outside, by another firm, and not in an office.
"""

# A question put above all others, in the same words as a neighbour's options.
INSERTED = """
  - id: new-first-question
    kind: single-choice
    section: who-does-the-work
    objective: LO1.1
    bloom: apply
    marks: 1
    stem: A firm buys a robot. What is this?
    options:
      - {text: Automation, correct: yes, why: A machine takes the work over.}
      - {text: Offshoring, why: Nothing leaves the place.}
      - {text: Outsourcing, why: No other party is there.}
    explanation: A robot is a machine. The firm owns it and runs it, and no other party does the work.
"""

QUESTION_IDS = ("school-bus", "back-office-tasks", "needs-judgement", "wages-and-costs", "first-letter")

COURSE = "id: small-site\ntitle: Small site\n"

FILES: Mapping[str, str] = {
    "course.yml": COURSE,
    "mkdocs.yml": CONFIG,
    "docs/index.md": INDEX,
    "docs/outsourcing.md": OUTSOURCING,
    "docs/words.md": WORDS,
    "docs/assets/theme.css": STYLE_SHEET,
    "docs/assets/iframe-worker/shim.js": (ROOT / "docs/assets/iframe-worker/shim.js").read_text(encoding="utf-8"),
    "quizzes/five-kinds.yml": FIVE_KINDS,
    "quizzes/two-kinds.yml": TWO_KINDS,
}

GLOSSARY = """
# Glossary

Client { #client }
:   The firm that buys the service.

    See [outsourcing](outsourcing.md).

Provider { #provider }
:   The firm that does the work.

    See [outsourcing](outsourcing.md).
"""
IDEA = """
!!! abstract "Key idea"
    {}
"""

# With flashcards: two words, and two objectives whose sections open with their key ideas.
WITH_CARDS: Mapping[str, str] = {
    **FILES,
    "docs/glossary.md": GLOSSARY,
    "docs/outsourcing.md": OUTSOURCING.replace("Another party does it.", IDEA.format("Another **party** does lasting work.")),
    "docs/words.md": WORDS.replace("Each letter stands for a word.", IDEA.format("Three letters, three words.")),
}


def changed(path: str, *replacements: tuple[str, str]) -> dict[str, str]:
    """Return the project with passages of one file replaced. Each passage must be there."""
    text = FILES[path]
    for old, new in replacements:
        assert old in text, f"{path} does not hold {old!r}"
        text = text.replace(old, new)
    return {**FILES, path: text}


def swapping(files: Mapping[str, str] = FILES) -> dict[str, str]:
    """Return the project, or one that was made from it, where the theme puts one page in the place of another."""
    settings = files["mkdocs.yml"]
    assert FEATURES in settings
    return {**files, "mkdocs.yml": settings.replace(FEATURES, SWAPPED)}


def drawing(name: str) -> str:
    """Return a figure in the house form, with one of each sort of shape."""
    label = f"fig-{name}-title fig-{name}-desc"
    return f"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 340 200" role="img" aria-labelledby="{label}">
<title id="fig-{name}-title">Client and provider</title>
<desc id="fig-{name}-desc">A client on the left hands work to a provider on the right.</desc>
<style>{" ".join(STYLE.read_text(encoding="utf-8").split())}</style>
<!-- The client. -->
<g transform="translate(10 20)">
<rect class="f-box" width="100" height="40" rx="6"/>
<text class="f-text f-bold" x="10" y="20">client</text>
</g>
<path class="f-line" d="M120 40 H200"/>
<circle class="f-soft" cx="250" cy="40" r="30"/>
<text class="f-text" x="230" y="44">provider</text>
</svg>
"""
