// Commas, spaces, the rupee sign and a unit are forgiven; the number counts.

function readNumber(text) {
  const bare = text.normalize("NFKC").replace(/\p{L}\.|[,\s_]/gu, ""); // the point of "Rs." is none of the number's
  const found = bare.replace(/[−–]/g, "-").match(/-?\d*\.?\d+/);
  return found ? Number(found[0]) : NaN;
}

// Differences of decimal fractions are not exact in binary: forgive what is far below any real tolerance.
function isNear(value, target, tolerance) {
  return Math.abs(value - target) <= tolerance + 1e-9 * Math.max(1, Math.abs(target));
}

function markNumber({ text }, { right, near, tolerance }) {
  const value = readNumber(text);
  if (isNear(value, Number(right[0]), tolerance)) return { share: 1 };
  const slip = near.find((other) => isNear(value, Number(other), 0));
  return slip === undefined ? { share: 0 } : { share: 0, near: slip };
}

quiz.add("numeric", { mark: markNumber });
