// What the scripts share: the kinds add their marking to it, the features of a page take from it and wait for each other here.

const started = new Set();
const waiting = [];

const quiz = {
  kinds: {},
  data: {}, // what scripts made from the banks bring, by their names
  root: new URL("../../", document.currentScript.src), // of the site
  EMPTY,
  markExact,
  markByShares,
  formatMarks,
  outOf,
  make,
  makeButton,
  isMap,
  isTexts,
  localDay,
  ratingOf,
  STUDY,
  warnIfNotKept,
  store: new Store(document.currentScript.dataset.site, () => window.localStorage),

  add(name, kind) {
    quiz.kinds[name] = kind;
    started.add(name);
  },
};

// Start each feature once, when the others that it needs have started. Instant navigation brings some of them again.
function take(part) {
  waiting.push(part);
  for (let ready; (ready = waiting.find(([, , ...needs]) => needs.every((need) => started.has(need)))); ) {
    waiting.splice(waiting.indexOf(ready), 1);
    const [start, name] = ready;
    if (!started.has(name)) start(quiz);
    started.add(name);
  }
}
