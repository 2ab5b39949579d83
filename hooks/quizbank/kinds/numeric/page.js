// Commas, spaces, currency and unit are forgiven, scale words are understood; the number counts. The tables, in braces, and the
// steps are those of numbers.py.

const SCALES = { scales };
const NUMBER_WORDS = { words };
const BREAK = "|"; // stands where a unit or a currency stood, so that digits on both sides do not join

function isLetter(sign) {
  return /^\p{L}/u.test(sign ?? "");
}

// The text with a break for each unit that is no part of a word.
function without(text, unit) {
  if (!unit) return text;
  const isWithin = (before, after) =>
    (isLetter(unit[0]) && isLetter(before.at(-1))) || (/[\p{L}\p{N}]$/u.test(unit) && /^[\p{L}\p{N}]/u.test(after));
  return text.split(unit).reduce((before, after) => before + (isWithin(before, after) ? unit : BREAK) + after);
}

// What follows the last "=", with nothing in it that only looks like a number or keeps one from being read.
function prepared(text, unit) {
  const tidy = visible(text)
    .replace(/{spaces}/g, " ")
    .replace(/{caret}/g, "$1$2");
  const said = without(tidy, unit)
    .split("=")
    .at(-1)
    .replace(/[−–]/g, "-")
    .replace(/٫/g, ".")
    .replace(/٬/g, ",");
  return said
    .replace(/{minus}/g, "$1-")
    .replace(/{currency}/g, `$1${BREAK}`)
    .replace(/{comma}/g, "$1$2.$3");
}

// The letters of a word, in the singular.
function lettersOf(word = "") {
  const letters = word.replace(/[^a-z]/g, "");
  return letters.length > 2 ? letters.replace(/s$/, "") : letters;
}

function scaleOf(word) {
  return Object.hasOwn(SCALES, lettersOf(word)) ? SCALES[lettersOf(word)] : 0;
}

// "m" may be million, or the metres that the question asks for.
function mayBeUnit(word, unit) {
  const letters = lettersOf(word);
  return letters.length === 1 && unit.split(" ").some((other) => other.startsWith(letters));
}

// The power of ten by which the words behind a number multiply it, or NaN if the words leave the number unclear.
function powerOf(before, after, unit) {
  const words = after.trim().split(/{breaks}/);
  let power = 0; // "two lakh crore" is a number as well: the powers of ten add up
  while (scaleOf(words[0])) {
    if (mayBeUnit(words[0], unit)) return NaN;
    power += scaleOf(words.shift());
  }
  const rest = [...before.split(" "), ...words];
  const isNumberWord = (word, index) => (scaleOf(word) && rest[index - 1] !== "per") || NUMBER_WORDS.includes(lettersOf(word));
  return isLetter(before.at(-1)) || /{sums}/.test(before + after) || rest.some(isNumberWord) ? NaN : power;
}

// Return the number that the text says, or NaN unless it says exactly one.
function readNumber(text, unit = "") {
  if ([...text].length > { longest } || /{raised}/.test(text.replace(/{invisible}/gu, ""))) return NaN;
  const said = prepared(text, unit);
  const [found, ...more] = said.match(/{digits}/g) ?? [];
  if (!found || more.length) return NaN;
  const [before, after] = said.split(found);
  const power = powerOf(before, after, unit);
  return Number.isNaN(power) ? NaN : Number(`${/-[ |]*$/.test(before) ? "-" : ""}${found.replace(/[ ,_]/g, "")}e${power}`);
}

// Differences of decimal fractions are not exact in binary: forgive as much as rounding can make of them, and no more.
function isNear(value, target, tolerance) {
  const rounding = 2 * Number.EPSILON * Math.max(Math.abs(value), Math.abs(target));
  return Number.isFinite(target) && Math.abs(value - target) <= tolerance + rounding;
}

// A text that says no number is no answer: it is asked for again, and counts as none where a paper is handed in with it.
function markNumber({ text }, { right, near, tolerance, unit }) {
  const value = readNumber(text, unit);
  if (text.trim() === "") return { share: 0 };
  if (!Number.isFinite(value)) return { share: 0, unreadable: true, note: say("question.one_number") };
  if (isNear(value, Number(right[0]), tolerance)) return { share: 1 };
  const slip = near.find((other) => isNear(value, Number(other), 0));
  return slip === undefined ? { share: 0 } : { share: 0, slip };
}

quiz.add("numeric", { mark: markNumber });
