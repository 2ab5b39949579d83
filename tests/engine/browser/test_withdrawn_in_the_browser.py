"""A question that is gone: what a learner has stored under its id disturbs nothing and is counted nowhere."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

import small_project
from learner import Question
from sites import Build, Server, Site

QUIZ = "quizzes/five-kinds.yml"
NEW = (
    small_project.FILES[QUIZ]
    .replace("id: school-bus", "id: school-van")
    .replace("questions:", "withdrawn: [school-bus]\nquestions:", 1)
)
FILES = {path: text.replace("five-kinds#school-bus", "five-kinds#school-van") for path, text in small_project.FILES.items()}


def test_answers_to_a_question_that_is_gone_disturb_nothing(
    page: Page, build_site: Build, new_server: Callable[[], Server]
) -> None:
    server = new_server()
    server.folder = build_site(small_project.FILES, SITE_URL=server.url)
    site = Site(server.folder, server.url)
    page.goto(site.quiz("five-kinds"))
    Question(page, "school-bus").answer("Offshoring")
    page.goto(site.page("mistakes"))
    expect(page.get_by_text("1 mistake to fix")).to_be_visible()

    server.folder = build_site({**FILES, QUIZ: NEW}, SITE_URL=server.url)
    page.goto(site.page("mistakes"))
    expect(page.get_by_text("You have no mistakes to fix.")).to_be_visible()
    page.goto(site.quiz("five-kinds"))
    Question(page, "school-van").expect_open()
    for path in ("today", "progress", "flashcards", ""):
        page.goto(site.page(path))
        expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert page.evaluate("Object.keys(localStorage).some((key) => key.endsWith(':school-bus'))")  # kept, for a backup
