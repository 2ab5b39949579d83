"""A learner's ways through the real site, online and in a folder, in Firefox and WebKitGTK, by real clicks and keys."""

import json

from other_browsers.answers import answer, first_question, right_answer
from other_browsers.driver import Window
from sites import Site

CHAPTER = "bpo-concept"
EXPORT = """window.saved = [];
const make = URL.createObjectURL;
URL.createObjectURL = (blob) => { blob.text().then((text) => saved.push(text)); return make.call(URL, blob); };"""


def test_a_question_in_the_notes_is_kept_over_a_reload_and_counts(learner: Window, site: Site) -> None:
    learner.visit(site.page(CHAPTER))
    question = first_question(learner)
    for label in right_answer(learner, question):
        learner.click(label)
    learner.click(f"{question} button", "Check")
    assert "Correct." in learner.text(f"{question} .quiz-verdict")
    learner.reload()
    assert "Correct." in learner.text(f"{question} .quiz-verdict")
    assert "not keep" not in learner.text("main")
    learner.visit(site.page("progress"))
    assert "0 mastered, 0 learning" not in learner.text("quiz-progress .quiz-score")


def test_a_quiz_page_in_exam_mode(learner: Window, site: Site) -> None:
    learner.visit(site.quiz(CHAPTER))
    learner.click(".quiz-ways summary")
    learner.click(".quiz-ways label", "Test mode")
    learner.click(".quiz-choices button", "The whole quiz")
    learner.see(".player-title", "Question 1 of")
    question = first_question(learner)
    for label in right_answer(learner, question):
        learner.click(label)
    learner.see(".player-segments .is-filled")
    assert not learner.script("return document.querySelector('.quiz-verdict')")
    learner.click(".player-tools > button:last-child", "Pause")
    learner.click(".quiz-left button", "Submit")
    learner.click("dialog[open] button", "Submit")
    assert "Correct." in learner.text(f"{question} .quiz-verdict")
    learner.see(".quiz-result h2", "Your result")


def test_today_asks_three_questions_one_of_them_a_guess(learner: Window, site: Site) -> None:
    learner.visit(site.page(CHAPTER))
    learner.script("document.querySelector('.notes-end').scrollIntoView()")  # the review asks from chapters that were read
    learner.see(".notes-bar[data-shown]")
    learner.visit(site.page("today"))
    learner.click("quiz-today button", "Start (")
    for number in range(1, 4):
        learner.see("quiz-today h2", f"Question {number} of")
        answer(learner, "I guessed" if number == 2 else "Check")
        if number < 3:
            learner.click(".player-bar button", "Next")
    learner.click(".player-tools > button:last-child", "Pause")
    learner.click("quiz-today button", "End session")
    learner.see("quiz-today [data-at=result]", "of 3 questions correct.")


def test_a_chapter_that_was_read_to_its_end_is_marked_in_every_list(learner: Window, site: Site) -> None:
    learner.visit(site.page(CHAPTER))
    learner.script("document.querySelector('.notes-end').scrollIntoView()")
    learner.see(".notes-bar[data-shown]")
    learner.visit(site.page("learn/index" if site.flat else "learn"))
    learner.see(f".marks-chapters a[href*='{CHAPTER}'] [data-mark=read]")


def test_a_flashcard_by_keyboard(learner: Window, site: Site) -> None:
    learner.visit(site.page("flashcards"))
    learner.click("quiz-flashcards button", "Start (")
    front = learner.text(".quiz-card h2")
    learner.press("Space")
    learner.see("quiz-flashcards .quiz-ratings")
    learner.press("3")
    learner.see("quiz-flashcards button", "Undo")
    assert learner.text(".quiz-card h2") != front
    learner.click("quiz-flashcards button", "Pause")
    learner.click("quiz-flashcards button", "End session")
    learner.see("quiz-flashcards .quiz-score", "1 card reviewed.")


def test_a_mock_exam_goes_on_after_a_reload_and_progress_shows_it(learner: Window, site: Site) -> None:
    learner.visit(site.page("mock/short-mixed"))
    learner.click("quiz-mock button", "Start")
    learner.see("quiz-mock h2", "Question 1 of 12, Section A")
    question = first_question(learner)
    labels = right_answer(learner, question)
    for label in labels:
        learner.click(label)
    learner.see(".quiz-palette .quiz-count, .quiz-palette summary", "1 of 12")
    learner.click("quiz-mock button", "Next")
    learner.see("quiz-mock h2", "Question 2 of 12")
    learner.reload()
    learner.click("quiz-mock button", "Resume")
    learner.see("quiz-mock h2", "Question 2 of 12")
    learner.see("quiz-mock quiz-question")  # which moves the buttons down as it comes
    learner.click("quiz-mock button", "Previous")
    learner.see("quiz-mock h2", "Question 1 of 12")
    learner.see(question)
    assert all(learner.script("return document.querySelector(arguments[0]).control.checked", label) for label in labels)
    learner.click("quiz-mock button", "Submit")
    learner.click("quiz-mock dialog button", "Submit")
    learner.see(".quiz-outcome")
    assert learner.text("quiz-mock .quiz-score").startswith("1 of 20 marks")
    learner.visit(site.page("progress"))
    learner.see("quiz-progress table", "Short mixed paper")


def test_all_that_is_kept_can_be_saved_in_a_file(learner: Window, site: Site) -> None:
    learner.visit(site.page("flashcards"))
    learner.click("quiz-flashcards button", "Start (")
    learner.see("quiz-flashcards button", "Show answer")
    learner.press("Space")
    learner.see("quiz-flashcards .quiz-ratings")
    learner.press("4")
    learner.see("quiz-flashcards button", "Undo")
    learner.visit(site.page("progress"))
    learner.script(EXPORT)
    learner.click("quiz-progress button", "Download backup")
    saved = json.loads(learner.wait("return saved[0]", what="the file"))
    assert any(name.startswith("card:") for name in saved["pieces"])


def test_search_opens_and_leads_to_a_page(learner: Window, site: Site) -> None:
    learner.visit(site.page())
    learner.type(".md-search__input", "payroll")
    learner.click(".md-search-result__link", "ayroll")
    learner.wait("return /[?]h=/.test(location.href)", what="the page of the result")
    assert "payroll" in learner.text("article").lower()


def test_no_page_has_an_error(learner: Window, site: Site) -> None:
    pages = [path for path in site.pages() if path != "404.html" or not site.flat]  # that page is for servers
    for path in pages:
        learner.visit(f"{site.url}{path}")
        learner.see("h1, .player-title")  # a round that was left goes on
