// Commas, spaces, the rupee sign and a unit are forgiven, lakh and crore are understood; the number counts. Of a sum that was
// written out, what follows the last "=" is the answer.

const POWERS = { hundred: 2, thousand: 3, k: 3, lakh: 5, lac: 5, million: 6, mn: 6, crore: 7, cr: 7, billion: 9, bn: 9 };
const SCALE = `(?<!\\p{L})(?:${Object.keys(POWERS).join("|")})s?(?!\\p{L})`;
const SCALES_AT_ONCE = new RegExp(`^(?:[\\s-]*${SCALE})+`, "u");
const SCALE_ELSEWHERE = new RegExp(`(?<!per )${SCALE}`, "u"); // "errors per hundred" is a unit
// In groups as English or Indian usage has them, or in one piece; the point of "Rs.5" is none of the number's.
const NUMBER = /(?:\d{1,3}(?:[ ,_]\d{2,3})*[ ,_]\d{3}(?!\d)|\d+)(?:\.\d+)?|(?<!\p{L})\.\d+/gu;

// Return the number that the text says, or NaN unless it says exactly one.
function readNumber(text) {
  const bare = text.normalize("NFKC").toLowerCase().replace(/[−–]/g, "-").replace(/\/-/g, "");
  const result = bare.slice(bare.lastIndexOf("=") + 1);
  const [found, ...more] = result.matchAll(NUMBER);
  if (!found || more.length > 0) return NaN;
  const before = result.slice(0, found.index);
  const after = result.slice(found.index + found[0].length);
  const [scales] = after.match(SCALES_AT_ONCE) ?? [""];
  const rest = `${before} ${after.slice(scales.length)}`;
  if (/[*×÷^√+]/.test(rest.replace(/^\s*\+/, "")) || SCALE_ELSEWHERE.test(rest)) return NaN;
  const sign = /(?<![\p{L}\d])-[\s₹$]*(?:rs\.?|inr)?\s*$/u.test(before) ? "-" : "";
  return Number(`${sign}${found[0].replace(/[ ,_]/g, "")}e${powerOf(scales)}`);
}

// "Two lakh crore" is a number as well: the powers of ten add up.
function powerOf(scales) {
  return scales.split(/[\s-]+/).reduce((sum, word) => sum + (POWERS[word] ?? POWERS[word.slice(0, -1)] ?? 0), 0);
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
