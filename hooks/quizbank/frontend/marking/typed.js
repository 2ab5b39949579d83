// How a text that a learner typed is read: what nobody sees decides nothing. The steps are those of typed.py; {names} in
// patterns stand for its tables.

// The digit that a character of any script means. They stand in tens in Unicode, from zero on.
function digitOf(sign) {
  const before = String.fromCodePoint(sign.codePointAt(0) - 1);
  return /\p{Nd}/u.test(before) ? (digitOf(before) + 1) % 10 : 0;
}

// Small letters, with compatible characters and digits of any script as plain ones.
function visible(text) {
  return text
    .replace(/{invisible}/gu, "")
    .normalize("NFKC")
    .toLowerCase()
    .replace(/\p{Nd}/gu, digitOf);
}
