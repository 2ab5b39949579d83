// What the scripts share: the kinds add their marking to it, the features of a page use it and wait for each other here.

const started = new Set();
const waiting = new Set();

const quiz = {
  kinds: {},
  data: {}, // what scripts made from the banks bring, by their names
  root: new URL("../../", document.currentScript.src), // of the site
  EMPTY,
  learnWords,
  fetchLater,
  say,
  sayAround,
  isPicker,
  chosenIn,
  make,
  makeButton,
  isMap,
  textsIn,
  soundResponse,
  localDay,
  STUDY,
  warnIfNotKept,

  // With every page that the theme swaps in, and the one that is there when the theme's script comes.
  onEachPage(run) {
    if (globalThis.document$) globalThis.document$.subscribe(run);
    else addEventListener("site-theme", () => globalThis.document$.subscribe(run));
  },

  // By which a reader moves. A screen reader's "click" comes without a pointer or a key.
  moves: ["wheel", "touchstart", "pointerdown", "keydown", "click", "input"],

  // Once: the script that comes then takes this place. Until it is here, the reader may move.
  holdTarget() {
    quiz.holdTarget = () => {};
    for (const move of quiz.moves) addEventListener(move, () => (quiz.moved = true));
    loadScript(TARGET, quiz.root);
  },

  store: new Store(document.currentScript.dataset.site, () => window.localStorage),

  add(name, kind) {
    quiz.kinds[name] = kind;
    started.add(`kind:${name}`);
  }
};

// Start each part once, when the others that it needs have started. Instant navigation brings some of them again. One that breaks
// keeps back those that need it and no others.
function startInTurn(part) {
  waiting.add(part);
  for (let ready; (ready = [...waiting].find(([, , ...needs]) => needs.every((need) => started.has(need))));) {
    waiting.delete(ready);
    const [run, name] = ready;
    try {
      if (!started.has(name)) run(quiz);
      started.add(name);
    } catch (error) {
      reportError(error);
    }
  }
  if (noted) lookForFaults();
}

let noted; // the note that something did not start, while it is shown

function showFault(place) {
  noted ??= document.querySelector(".quiz-not-started");
  place.before(noted);
  noted.hidden = false;
}

// Where something waits in vain for a script that was lost, blocked or broken, show the note that the page has for that.
function lookForFaults() {
  const place = document.querySelector(":is(quiz-set, [data-quiz-page]):not(:defined), quiz-question:not(:has(.quiz-actions))");
  if (place) showFault(place);
  else if (noted) {
    noted.hidden = true; // what was late has come
    noted.closest("article").prepend(noted); // where the style sheet looks for it
    noted = undefined;
  }
}
