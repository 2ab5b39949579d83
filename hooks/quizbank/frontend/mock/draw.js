/* Draws the questions of a paper: the same steps as draw.py, so the same paper for everybody who uses one seed. */

/** Returns a function that gives, for a number n, the next chance number from 0 to n - 1. `text` is ASCII. */
function below(text) {
  let state = 0x811c9dc5;
  for (const letter of text) state = Math.imul(state ^ letter.charCodeAt(), 0x1000193);
  return (n) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) * n) / 4294967296);
  };
}

/**
 * Returns the ids of the paper's questions by section. `paper` is a blueprint as JSON, `items` are objects
 * { id, bank, kind, bloom, marks, objective, worth } in any order; bloom 2 is "apply". Names and seeds are ASCII.
 */
function drawPaper(paper, items, seed) {
  const chance = below(`${paper.name}:${seed}`);
  const high = (item) => item.bloom > 1;
  const sorted = [...items].sort((a, b) => (a.id < b.id ? -1 : 1));
  const pools = paper.sections.map(({ kinds, chapters, marks }) => {
    const mine = sorted.filter(
      (item) =>
        kinds.includes(item.kind) && (!chapters.length || chapters.includes(item.bank)) && (item.worth || item.marks === marks)
    );
    const worthy = new Set(mine.filter((item) => item.worth >= marks).map((item) => item.kind));
    return mine.filter((item) => item.worth >= marks || !worthy.has(item.kind));
  });
  // The marks at "apply" or above that each section can reach whatever the earlier ones drew.
  const reach = paper.sections.map((section, index) => {
    let left = pools[index].filter(high).length;
    for (let i = 0; i < index; i++) {
      left -= Math.min(paper.sections[i].number, pools[i].filter((item) => high(item) && pools[index].includes(item)).length);
    }
    return Math.max(0, Math.min(section.number, left)) * section.marks;
  });
  let need = Math.ceil((paper.sections.reduce((sum, { number, marks }) => sum + number * marks, 0) * paper.bloomShare) / 100);
  let later = reach.reduce((a, b) => a + b, 0);
  const taken = new Set();
  const uses = { __proto__: null };
  const use = (item) => (uses[`${item.bank}#${item.objective}`] || 0) * 1e6 + (uses[item.bank] || 0);
  return paper.sections.map((section, index) => {
    const ids = [];
    later -= reach[index];
    while (ids.length < section.number) {
      let free = pools[index].filter((item) => !taken.has(item));
      const best = free.filter(high);
      if (best.length && need > Math.min(section.number - ids.length - 1, best.length) * section.marks + later) free = best;
      if (!free.length) break;
      const least = Math.min(...free.map(use));
      free = free.filter((item) => use(item) === least);
      const item = free[chance(free.length)];
      taken.add(item);
      for (const key of [item.bank, `${item.bank}#${item.objective}`]) uses[key] = (uses[key] || 0) + 1;
      if (high(item)) need -= section.marks;
      ids.push(item.id);
    }
    return ids;
  });
}
