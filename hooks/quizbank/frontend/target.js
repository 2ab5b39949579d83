// Restored answers and late styles make a page taller after the browser has gone to the target of its address.
// Go there again with every change of size, until the reader moves.

const MOVES = ["wheel", "touchstart", "pointerdown", "keydown"];
let held;

function addressed() {
  try {
    return document.getElementById(decodeURIComponent(location.hash.slice(1)));
  } catch {
    return null; // no fragment that anybody could read
  }
}

function holdTarget() {
  const target = addressed();
  if (!target || target === held) return;
  held = target;
  const observer = new ResizeObserver(() => target.scrollIntoView());
  observer.observe(document.body);
  for (const move of MOVES) addEventListener(move, () => observer.disconnect(), { once: true, passive: true });
}
