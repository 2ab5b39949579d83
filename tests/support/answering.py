"""A question in V8 as it stands on a page, with the scripts that check answers: as much of a page as these use.

`QUESTION` builds one from its kind, its controls and its reasons, as `question.js` finds them in the page's form, and says in
plain words what a learner sees of it afterwards. A selector that no script has used before is refused.
"""

import json
from collections.abc import Sequence
from typing import Any

from py_mini_racer import MiniRacer

from front_end import source, words
from quizbank.site.assets import source_of
from quizbank.site.scripts import CHECKING, MARKING

PAGE = r"""
class Part {
  constructor(localName = "", { class: className = "", dataset = {}, ...attributes } = {}, ...children) {
    Object.assign(this, { localName, className, dataset, childNodes: [], ...attributes });
    this.append(...children);
  }
  get children() { return this.childNodes.filter((child) => child instanceof Part); }
  get firstElementChild() { return this.children[0]; }
  get textContent() { return this.childNodes.map((child) => child.textContent ?? child).join(""); }
  set textContent(text) { this.childNodes = [text]; }
  get classList() { return { add: (name) => { this.className += ` ${name}`; } }; }
  append(...added) { this.childNodes.push(...added.map((part) => this.take(part))); }
  replaceChildren(...added) { this.childNodes = []; this.append(...added); }
  after(...added) {
    const { parentNode } = this;
    const taken = added.map((part) => parentNode.take(part));
    parentNode.childNodes.splice(parentNode.childNodes.indexOf(this) + 1, 0, ...taken);
  }
  replaceWith(...added) { this.after(...added); this.remove(); }
  take(part) {
    if (part instanceof Part) part.remove();
    return part instanceof Part ? Object.assign(part, { parentNode: this }) : part;
  }
  remove() {
    if (this.parentNode) this.parentNode.childNodes = this.parentNode.childNodes.filter((part) => part !== this);
    this.parentNode = undefined;
  }
  cloneNode(deep) {
    const { childNodes, className, parentNode, ...attributes } = this;
    const copies = deep ? childNodes.map((child) => child.cloneNode?.(true) ?? child) : [];
    return new Part(this.localName, { class: className, ...attributes }, ...copies);
  }
  focus() { document.activeElement = this; }
  get nextElementSibling() { return this.parentNode.children[this.parentNode.children.indexOf(this) + 1]; }
  contains(part) { return part === this || this.inside.includes(part); }
  closest(selector) { return this.matches(selector) ? this : (this.parentNode?.closest(selector) ?? null); }
  is(name) { return this.className.split(" ").includes(name); }
  within(tag) { return Boolean(this.parentNode) && (this.parentNode.localName === tag || this.parentNode.within(tag)); }
  get inside() { return this.children.flatMap((child) => [child, ...child.inside]); }
  matches(selector, scope) { return matcherOf(selector)(this, scope); }
  querySelectorAll(selector) { return this.inside.filter((part) => part.matches(selector, this)); }
  querySelector(selector) { return this.querySelectorAll(selector)[0] ?? null; }
}
class Option extends Part { get selected() { return this.parentNode.value === this.value; } }
const MATCHERS = {
  legend: (part) => part.localName === "legend",
  "legend, span": (part) => ["legend", "span"].includes(part.localName),
  ".quiz-row": (part) => part.is("quiz-row"),
  ".quiz-row :is(option, input)": (part) => ["option", "input"].includes(part.localName) && Boolean(part.closest(".quiz-row")),
  summary: (part) => part.localName === "summary",
  ".quiz-tag": (part) => part.is("quiz-tag"),
  ".quiz-verdict": (part) => part.is("quiz-verdict"),
  ".quiz-choice > input": (part) => part.localName === "input" && part.parentNode?.is("quiz-choice"),
  ".quiz-model, .quiz-reasons": (part) => part.is("quiz-model") || part.is("quiz-reasons"),
  ":scope > .quiz-reasons, :scope > .quiz-model": (part, scope) =>
    part.parentNode === scope && (part.is("quiz-model") || part.is("quiz-reasons")),
  "fieldset [class*=' is-']": (part) => part.className.includes(" is-") && part.within("fieldset")
};
function matcherOf(selector) {
  const [, value] = selector.match(/^\.is-missed \[value="(.*)"\]$/) ?? [];
  if (value) return (part) => part.value === value && part.parentNode.is("is-missed");
  if (!MATCHERS[selector]) throw new Error(`expected a selector that is known, got '${selector}'`);
  return MATCHERS[selector];
}
class HTMLElement extends Part { dispatchEvent({ type }) { this.told.push(type); } }
class CustomEvent { constructor(type) { this.type = type; } }
const document = { activeElement: null };
const make = (...all) => new Part(...all);
// The scripts come here.
const customElements = { get: (name) => (name === "quiz-question" ? QuizQuestion : undefined) };
const kept = { answer: {}, reviews: [] };
const quiz = {
  kinds: {}, EMPTY, isPicker, make, STUDY,
  add(name, kind) { quiz.kinds[name] = kind; },
  store: {
    kept: true,
    read: (_, name) => kept.answer[name],
    write: (_, name, answer) => { kept.answer[name] = answer; },
    remove: (_, name) => { delete kept.answer[name]; },
    review: (name, time, rating) => { kept.reviews.push([name, time === asked.checkedAt, rating]); }
  }
};
"""
QUESTION = r"""
let asked;
// Rows: each a list to choose from, or radio buttons, of choices { value, text }.
function listRow(words, choices) {
  const options = [{ value: "", text: "Select" }, ...choices].map((choice) => new Option("option", choice));
  const select = new Part("select", { type: "select-one", name: "picked", value: "", options }, ...options);
  return new Part("label", { class: "quiz-row" }, new Part("span", {}, words), " ", select);
}
function radioRow(words, choices, index) {
  const radio = ({ value }) => new Part("input", { type: "radio", name: `picked-${index + 1}`, value, checked: false });
  const label = (choice) => new Part("label", { class: "quiz-choice" }, radio(choice), new Part("span", {}, choice.text));
  return new Part("fieldset", { class: "quiz-row" }, new Part("legend", {}, words), ...choices.map(label));
}
// What to choose from and what to type into are inputs of the form; of a reason the first element says what it is.
function ask({ kind, marks = 2, choices = [], lists = [], radios = [], typed, points = [], reasons = [], rest, mode = {} }) {
  const rows = [...lists.map((row) => listRow(...row)), ...radios.map((row, index) => radioRow(...row, index))];
  const inputs = [
    ...rows.flatMap((row) => row.inside.filter(({ localName }) => ["select", "input"].includes(localName))),
    ...choices.map(({ value, type = "radio" }) => new Part("input", { type, name: "picked", value, checked: false })),
    ...(typed ? [new Part("input", { type: "text", name: "text", value: "" })] : [])
  ];
  const tick = ([value, worth]) => new Part("input", { name: "point", value, checked: false, dataset: { marks: worth } });
  const ticks = points.map(tick);
  const listed = reasons.map(({ head, why, ...dataset }) => new Part("li", { dataset }, new Part("b", {}, head), ` ${why}`));
  const look = ({ name }) => (name === "picked" ? "quiz-choice" : "quiz-text");
  const single = inputs.filter((input) => !input.parentNode);
  const labels = [...rows, ...single.map((input) => new Part("label", { class: look(input) }, input))];
  const list = new Part("ul", { class: "quiz-reasons" }, ...listed, ...ticks);
  const explanation = new Part("div", { class: "quiz-explanation" }, "Explained.");
  const summary = new Part("summary", {}, "Answer and explanation");
  const details = new Part("details", { hidden: true, open: false, dataset: rest ? { rest } : {} }, summary, list, explanation);
  const feedback = new Part("div", { class: "quiz-feedback" });
  const [submit, skip] = [new Part("button", {}, "Check"), new Part("button", {}, "Skip")];
  const actions = new Part("div", { hidden: false }, submit, skip);
  const form = new Part("form", {}, new Part("fieldset", {}, ...labels), actions, feedback, details);
  asked = new QuizQuestion("quiz-question", { id: "q-name", dataset: { kind, marks } }, form);
  Object.assign(asked, { inputs, points: ticks, reasons: listed, explanation, details, feedback, submit, skip, actions, form });
  Object.assign(asked, { told: [], mode: { ...STUDY, ...mode }, earned: 0 });
  Object.assign(kept, { answer: {}, reviews: [] });
  document.activeElement = null;
}
function give(picked = [], text = "", points = []) {
  asked.fill({ picked, typed: { text }, points });
}
const plainly = (part) => part.textContent.replace(/\s+/g, " ").trim();
function seen() {
  const { feedback, details, actions, submit, skip, inputs, form, explanation } = asked;
  const [list] = feedback.children.filter((part) => part.is("quiz-reasons"));
  return {
    said: feedback.children.filter((part) => part !== list).map(plainly),
    look: feedback.firstElementChild?.className ?? "",
    reasons: list ? list.children.map(plainly) : null,
    tags: Object.fromEntries(inputs.map((input) => [input.value, plainly(input.parentNode)]).filter(([, tag]) => tag)),
    looks: inputs.map((input) => input.parentNode.className.split(" ").slice(1).join(" ")),
    rows: form.querySelectorAll(".quiz-row").map((row) => [row.className, row.querySelector(".quiz-tag")?.textContent ?? ""]),
    disabled: inputs.map((input) => Boolean(input.disabled)),
    picked: asked.response.picked,
    folded: { hidden: Boolean(details.hidden), open: details.open, summary: plainly(details.children[0]) },
    buttons: { hidden: Boolean(actions.hidden), submit: plainly(submit), skip: !skip.hidden },
    explained: explanation.parentNode === form ? "open" : "folded",
    focus: document.activeElement === submit ? "submit" : (document.activeElement?.value ?? null),
    told: asked.told.length,
    earned: asked.earned ?? null,
    kept: kept.answer.name ?? null,
    reviews: kept.reviews
  };
}
"""


class Answering:
    """One V8 with everything that checks an answer."""

    def __init__(self) -> None:
        self._v8 = MiniRacer()
        elements, shared = PAGE.split("// The scripts come here.\n")
        self._v8.eval("\n".join((words(), elements, source("response.js"), source("question.js"), shared)))
        for name in (CHECKING, *MARKING):
            self._v8.eval(f"((quiz) => {{ {source_of(name)} }})(quiz);")
        self._v8.eval(QUESTION)

    def run(self, body: str, *arguments: object) -> Any:
        """Return what the body of a function returns; `a` are its arguments."""
        answer = self._v8.eval(f"JSON.stringify(((...a) => {{ {body} }})(...{json.dumps(arguments)})) ?? 'null'")
        return json.loads(str(answer))

    def ask(self, kind: str, **fields: object) -> None:
        """Put a question on the page: its `choices`, `reasons`, `points`, whether it is `typed`, and what else `ask` takes."""
        self.run("ask(a[0]);", {"kind": kind, **fields})

    def give(self, *picked: str, text: str = "", points: Sequence[str] = ()) -> None:
        """Choose, type and tick, as a learner does."""
        self.run("give(...a);", picked, text, points)

    def after(self, call: str = "", *arguments: object) -> Any:
        """Return what is seen after a method of the question was called."""
        return self.run(f"{f'asked.{call}(...a);' if call else ''} return seen();", *arguments)

    def close(self) -> None:
        """Stop V8, which else may keep a process from ending."""
        self._v8.close()
