// The words of the interface. Each script brings those that it says, in the course's language; when the learner has chosen another,
// all of that language's words have come before (`chosen.js`).

const texts = {}; // by key: a text, or its forms by the plural category of the value `n`
const plurals = new Intl.PluralRules(LANGUAGE);

function learnWords(more) {
  for (const [key, text] of Object.entries(more)) texts[key] ??= text;
}

learnWords(WORDS);

function formOf(key, { n }) {
  return typeof texts[key] === "string" ? texts[key] : texts[key][plurals.select(Number(n))];
}

// The text of a key, with the values in the place of their names in braces.
function say(key, values = {}) {
  return formOf(key, values).replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

// The same in pieces, for where a value is an element: a link, or words that no translator may touch.
function sayAround(key, values) {
  return formOf(key, values)
    .split(/\{(\w+)\}/)
    .map((piece, index) => (index % 2 ? values[piece] : piece));
}
