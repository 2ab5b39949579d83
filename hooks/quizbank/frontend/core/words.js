// The words of the interface. Each script brings those that it says, in the course's language; when the learner has chosen another,
// all of that language's words are here before the page's elements start, and are not replaced.

const texts = {}; // by key: a text, or its forms by the plural category of the value `n`
let plurals;
let hear = (text) => text; // gives back all that is said

// From here on, say everything by the rules of one language.
function speak(language, words, listener = hear) {
  plurals = new Intl.PluralRules(language);
  hear = listener;
  learnWords(words);
}

function learnWords(more) {
  for (const [key, text] of Object.entries(more)) texts[key] ??= text;
}

// What a key says, cut at the values: each stands in the place of its name in braces.
function piecesOf(key, values) {
  const entry = texts[key];
  const form = typeof entry === "string" ? entry : entry[plurals.select(Number(values.n))];
  return form.split(/\{(\w+)\}/).map((piece, index) => (index % 2 ? values[piece] : piece));
}

function say(key, values = {}) {
  return hear(piecesOf(key, values).join(""));
}

// In pieces, for where a value is an element: a link, or words that no translator may touch.
function sayAround(key, values) {
  return piecesOf(key, values).map((piece) => (typeof piece === "string" ? hear(piece) : piece));
}
