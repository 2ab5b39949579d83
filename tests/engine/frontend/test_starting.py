"""How the parts of a page start: each when what it needs is there, whatever becomes of the others."""

import json

import pytest
from py_mini_racer import MiniRacer

from front_end import source, words

# What the two scripts find in a browser and in the scripts before them. `told` are the errors that reach the console.
BROWSER = """
const told = [], ran = [], VERSION = "1", location = { protocol: "https:" };
const reportError = (error) => told.push(error.message), addEventListener = () => {}, customElements = { define() {} };
class URL {}
class Store { readers = {} }
class QuizQuestion {}
const document = { currentScript: { src: "", dataset: {} }, readyState: "complete" };
let EMPTY, isPicker, make, makeButton, isMap, textsIn, soundResponse, localDay, STUDY;
let warnIfNotKept, fetchLater;
let heard = 0;
const LANGUAGE = "en", WORDS = {}, readLanguage = () => null, chosenIn = () => LANGUAGE;
const inChosenLanguage = (_, script, start) => start();
globalThis.document$ = { subscribe: () => heard++ };
const part = (name, ...needs) => [() => ran.push(name), `feature:${name}`, ...needs.map((need) => `feature:${need}`)];
const broken = [() => { throw new Error("broken") }, "feature:broken"];
"""


@pytest.mark.parametrize("early", [True, False])
def test_a_part_that_breaks_keeps_back_only_those_that_need_it(early: bool) -> None:
    """Scripts of a folder come early: there, all of them wait for what was kept in another file."""
    v8 = MiniRacer()
    v8.eval(BROWSER)
    parts = "[part('first'), part('later', 'second'), broken, part('lost', 'broken'), part('second')]"
    if early:
        v8.eval(f"globalThis.quizParts = {parts};")
    v8.eval(f"{words()}{source('quiz.js')}\n{source('start.js')}")
    if not early:
        v8.eval(f"for (const each of {parts}) quizParts.push(each);")
    assert json.loads(str(v8.eval("JSON.stringify([ran, told, heard])"))) == [["first", "second", "later"], ["broken"], 1]
