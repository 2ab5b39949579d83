"""Which questions quick practice takes: those that need it most. Run in V8 from the file that the site ships."""

from py_mini_racer import MiniRacer

from front_end import source

QUIZ = """
const names = (text) => text.split(" ").map((name) => all.find((question) => question.name === name));
const all = Array.from({ length: 14 }, (_, index) => ({ name: `q${index}`, result: index < 12 ? { share: 1 } : undefined }));
const quizSet = { questions: all, due: names("q9 q3"), wrong: names("q9 q5") };
"""


def test_quick_practice_takes_what_is_due_then_mistakes_then_new_ones_then_the_rest() -> None:
    v8 = MiniRacer()
    v8.eval(f"class AttemptedQuiz {{}} {source('lobby.js')} {QUIZ}")
    picked = str(v8.eval("mostNeeded(quizSet).slice(0, QUICK).map(({ name }) => name).join(' ')"))
    assert picked == "q3 q9 q5 q12 q13 q0 q1 q2 q4 q6"
