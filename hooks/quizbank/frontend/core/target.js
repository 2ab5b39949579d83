// Restored answers and late styles make a page taller after the browser has gone to the target of its address.
// Go there again with every change of size, until the reader moves. On a reload or a way back through history the
// browser returns to where the reader was, and the target does not matter. Only pages whose address has a target load this.

let held;
let returning = performance.getEntriesByType("navigation")[0]?.type !== "navigate";
globalThis.navigation?.addEventListener("navigate", (event) => (returning = event.navigationType === "traverse"));

function addressed() {
  try {
    return document.getElementById(decodeURIComponent(location.hash.slice(1)));
  } catch {
    return null; // no fragment that anybody could read
  }
}

// On a page that the theme swapped in, the target may be there before its surroundings have their size.
let isSwapped = false; // the first page is there when the theme comes, and its reader may have begun
quiz.onEachPage(() => {
  if (isSwapped || !quiz.moved) holdTarget();
  isSwapped = true;
});
quiz.holdTarget = holdTarget;
if (!quiz.moved) holdTarget();

function holdTarget() {
  const target = addressed();
  if (!target || target === held || returning) return;
  held = target;
  const observer = new ResizeObserver(() => target.scrollIntoView());
  observer.observe(document.body);
  for (const move of quiz.moves) addEventListener(move, () => observer.disconnect(), { once: true, passive: true });
}
