/* The fingerprint of a paper, as in fingerprint.py: another one means other questions, or the same ones in other words. */

const LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

/** Returns it, such as "K7F-Q2M". `ids` are the paper's questions by section; each of `questions` has `print`, the hash of its content. */
function fingerprintOf(paper, ids, questions) {
  const prints = Object.fromEntries(questions.map(({ id, print }) => [id, print]));
  const asked = ids.map((section) => section.map((id) => `${id}=${prints[id]}`)).join(";");
  const chance = below(`${paper.name}/${paper.rules}/A/${asked}`);
  const text = Array.from({ length: 6 }, () => LETTERS[chance(LETTERS.length)]).join("");
  return `${text.slice(0, 3)}-${text.slice(3)}`;
}

// A fingerprint as one may type it, without what makes no difference.
function bare(text) {
  return [...text.toUpperCase()].filter((letter) => LETTERS.includes(letter)).join("");
}
