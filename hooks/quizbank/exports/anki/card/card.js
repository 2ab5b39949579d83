// One side of a card. The front shuffles what has no order of its own and keeps what the learner marks; the back has the same
// order and says how each mark was. Some apps load a page for each side, so what is kept lies where both can read it.

const KEPT = "quizbank-card";
// What the script that marks a kind of question adds itself to.
const quiz = { marks: {}, add: (kind, { mark }) => (quiz.marks[kind] = mark) };
const card = document.querySelector(".quiz-card");

function say(key, values = {}) {
  return WORDS[key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

// Whether the other side will be able to read it, also on another page.
function keep(state) {
  globalThis.quizbankCard = state;
  try {
    sessionStorage.setItem(KEPT, JSON.stringify(state));
    return true;
  } catch {
    return false;
  }
}

function kept() {
  if (globalThis.quizbankCard) return globalThis.quizbankCard;
  try {
    return JSON.parse(sessionStorage.getItem(KEPT));
  } catch {
    return null;
  }
}

// Without a place to keep anything, both sides can still know the day.
function fresh() {
  const state = { id: card.dataset.id, seed: new Date().toDateString(), picks: [] };
  if (keep(state)) state.seed = String(Math.random());
  keep(state);
  return state;
}

// FNV-1a over the text, then the last step of MurmurHash3, so that texts that differ in one digit lie far apart.
function hash(text) {
  let value = 2166136261;
  for (const sign of text) value = Math.imul(value ^ sign.codePointAt(0), 16777619);
  value = Math.imul(value ^ (value >>> 16), 2246822507);
  value = Math.imul(value ^ (value >>> 13), 3266489909);
  return (value ^ (value >>> 16)) >>> 0;
}

// What has no number keeps its place at the beginning, and stays chosen where it is.
function shuffle(list, seed) {
  const place = ({ dataset: { n } }) => hash([seed, list.dataset.shuffle, n].join());
  const numbered = [...list.children].filter(({ dataset: { n } }) => n !== undefined);
  list.append(...numbered.sort((one, other) => place(one) - place(other)));
}

function rows() {
  return [...card.querySelectorAll("[data-n]:not(option)")];
}

function pickIn(row) {
  const field = row.querySelector("input, select, textarea");
  if (field.matches("[type=radio], [type=checkbox]")) return field.checked ? "yes" : "";
  return field.value;
}

function keepPicks(state) {
  for (const row of rows()) state.picks[row.dataset.n] = pickIn(row);
  keep(state);
}

// In a line for typing, Enter turns the card, where the app lets a card ask for that.
function turn(event) {
  if (event.key === "Enter" && event.target.matches("[type=text]")) globalThis.pycmd?.("ans");
}

function playFront(state) {
  for (const name of ["input", "change"]) card.addEventListener(name, () => keepPicks(state));
  card.addEventListener("keydown", turn);
  const line = card.querySelector("[type=text]");
  if (line && matchMedia("(pointer: fine)").matches) line.focus();
}

function show(name, text) {
  const verdict = card.querySelector(".quiz-verdict");
  verdict.textContent = text;
  verdict.classList.add(`is-${name}`);
  verdict.hidden = false;
}

// An option says how it was if it was marked, or should have been where several are right.
function optionTag({ dataset: { right, several } }, pick, tag) {
  if (pick) return right ? say("question.tag_correct") : say("question.tag_incorrect");
  return right && several ? say("question.tag_missed") : tag;
}

function lineTag({ dataset: { right } }, pick) {
  if (!pick) return say("question.row_open");
  return pick === right ? say("question.tag_row_correct") : say("question.row_incorrect", { choice: pick });
}

function markRow(row, pick) {
  if (pick) row.classList.add("is-picked", pick === row.dataset.right ? "is-right" : "is-wrong");
  const tag = row.querySelector(".quiz-tag");
  tag.textContent = row.matches(".quiz-option") ? optionTag(row, pick, tag.textContent) : lineTag(row, pick);
}

function markRows(picks) {
  const all = rows();
  const chosen = all.map((row) => picks[row.dataset.n] ?? "");
  if (!chosen.some(Boolean)) return;
  all.forEach((row, index) => markRow(row, chosen[index]));
  const isRight = all.map((row, index) => chosen[index] === row.dataset.right);
  const hit = all.some((_, index) => chosen[index] && isRight[index]);
  if (isRight.every(Boolean)) show("right", say("question.correct"));
  else if (hit) show("partly", say("question.partly"));
  else show("wrong", say("question.incorrect"));
}

function listed(list, name) {
  return [...list.querySelectorAll(`[data-${name}]`)].map((entry) => entry.dataset[name]);
}

function keyOf(answer) {
  const { tolerance, unit = "" } = answer.querySelector("[data-accepted]").dataset;
  const accepted = listed(answer, "accepted");
  return { accepted, right: accepted, near: listed(answer, "near"), tolerance: Number(tolerance), unit };
}

// Opens the list in which the reason for a typed answer stands.
function point(answer, text) {
  const entry = [...answer.querySelectorAll("[data-near]")].find(({ dataset }) => dataset.near === text);
  if (!entry) return;
  entry.classList.add("is-picked");
  entry.closest("details").open = true;
}

function markTyped(answer, text) {
  const result = quiz.marks[answer.dataset.kind]({ text }, keyOf(answer));
  if (result.share) show("right", say("question.correct"));
  else if (result.unreadable) show("partly", result.note ?? "");
  else if (result.near === undefined) show("wrong", say("question.incorrect"));
  else show("partly", [say("question.close"), result.note ?? ""].join(" "));
  point(answer, result.near ?? result.slip);
}

function playBack({ picks }) {
  const answer = card.querySelector("[data-kind]");
  if (!answer) return markRows(picks);
  const text = (picks[0] ?? "").trim();
  if (!text) return undefined;
  const wrote = card.querySelector(".quiz-wrote");
  wrote.textContent = say("question.you_wrote", { text });
  wrote.hidden = false;
  return answer.dataset.kind && markTyped(answer, text);
}

function play() {
  const isFront = card.dataset.side === "front";
  const before = isFront ? null : kept();
  const state = isFront || before?.id !== card.dataset.id ? fresh() : before;
  for (const list of card.querySelectorAll("[data-shuffle]")) shuffle(list, state.seed);
  if (isFront) playFront(state);
  else playBack(state);
}
