"""The small site with two questions more, for the player: a written answer that is marked by points, and a case of two parts."""

from collections.abc import Mapping

import small_project

MORE = """
  - id: why-outsource
    kind: short-answer
    section: where-it-is-done
    objective: LO1.2
    bloom: understand
    marks: 2
    stem: Give two reasons why a firm outsources.
    answer: The provider is cheaper. The firm can give its time to its main work.
    points:
      - text: Says that it costs less
      - text: Says that it frees time for the main work
    explanation: A provider works for many clients, so it charges less. The client keeps its time for what it does best.
  - id: pay-desk
    kind: case
    section: what-it-needs
    objective: LO1.2
    bloom: analyse
    marks: 2
    title: The pay desk
    passage: A mill hands its pay desk to a firm in the same town. The firm promises to pay out within two days and takes three.
    questions:
      - id: pay-desk-name
        kind: true-false
        bloom: apply
        marks: 1
        stem: This is outsourcing.
        answer: true
        why_true: Another firm does the work.
        why_false: The mill no longer does the work.
        explanation: Another firm does the work for the mill. Where it stands changes nothing about that.
      - id: pay-desk-days
        kind: numeric
        bloom: apply
        marks: 1
        stem: By how many days was the promise missed?
        answer: 1
        unit: days
        working: 3 taken − 2 promised = 1.
        explanation: The promise is two days and three were taken. The difference is how far it was missed.
    explanation: The two parts are separate. Who does the work makes it outsourcing, and how well is another matter.
"""

FILES: Mapping[str, str] = {
    **small_project.FILES,
    "quizzes/five-kinds.yml": small_project.FILES["quizzes/five-kinds.yml"].rstrip("\n") + MORE,
}

SHIFTS = """
window.shifts = [];
new PerformanceObserver((list) => window.shifts.push(...list.getEntries().map((entry) => entry.hadRecentInput ? 0 : entry.value)))
    .observe({ type: "layout-shift", buffered: true });
"""
