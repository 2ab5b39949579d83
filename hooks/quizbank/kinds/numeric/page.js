// Commas, spaces, the rupee sign and a unit are forgiven, lakh and crore are understood; the number counts. Of a sum that was
// written out, what follows the last "=" is the answer.
const SCALES = { thousand: 3, k: 3, lakh: 5, lac: 5, million: 6, crore: 7, cr: 7 };

function scaleOf(word = "") {
  return SCALES[word.replace(/[^a-z]|s$/g, "")] ?? 0;
}

// Return the number that the text says, or NaN unless it says exactly one.
function readNumber(text) {
  const said = text.normalize("NFKC").toLowerCase().replace(/[−–]/g, "-").replace(/rs\.|\/-/g, "").split("=").at(-1);
  const joined = said.replace(/(\d)[ ,_](?=(?:\d\d[ ,_])*\d{3}(?!\d))/g, "$1"); // in groups as English or Indian usage has them
  const [found, ...more] = joined.match(/\d+(?:\.\d+)?|\.\d+/g) ?? [];
  if (!found || more.length) return NaN;
  const [before, after] = joined.split(found);
  const words = after.trim().split(/[\s-]+/);
  let power = 0; // "two lakh crore" is a number as well: the powers of ten add up
  while (scaleOf(words[0])) power += scaleOf(words.shift());
  const rest = [...before.split(/\s/), ...words];
  if (/[*×÷^√]/.test(rest) || rest.some((word, index) => rest[index - 1] !== "per" && scaleOf(word))) return NaN;
  return Number(`${/-[\s₹]*(?:rs|inr)?\s*$/.test(before) ? "-" : ""}${found}e${power}`);
}

// Differences of decimal fractions are not exact in binary: forgive as much as rounding can make of them, and no more.
function isNear(value, target, tolerance) {
  const rounding = 2 * Number.EPSILON * Math.max(Math.abs(value), Math.abs(target));
  return Number.isFinite(target) && Math.abs(value - target) <= tolerance + rounding;
}

function markNumber({ text }, { right, near, tolerance }) {
  const value = readNumber(text);
  if (text.trim() === "") return { share: 0 };
  if (!Number.isFinite(value)) return { share: 0, note: "Write one number." };
  if (isNear(value, Number(right[0]), tolerance)) return { share: 1 };
  const slip = near.find((other) => isNear(value, Number(other), 0));
  return slip === undefined ? { share: 0 } : { share: 0, near: slip };
}

quiz.add("numeric", { mark: markNumber });
