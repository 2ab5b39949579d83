"""`/// quiz | bank` is a whole quiz, `/// quiz | bank#question` one question of it."""

from markupsafe import Markup

from quizbank.site.page import Page


def html(page: Page, argument: str) -> Markup:
    """Return the questions, with what is wrong with them beside them."""
    found = page.library.resolve(argument)
    notes = map(page.renderer.problem, page.problems_of(found.bank, found.question))
    if found.question is not None:
        page.needs.questions([found.question])
        return Markup("").join([*notes, page.question(found.bank, found.question, "Check yourself")])
    page.needs.questions(found.bank.questions)
    page.needs.feature("set")
    chapter = page.chapter_of(found.bank)
    return page.renderer.bank(found.bank, chapter, lambda section: page.more(found.bank, section), list(notes))
