// What the practice pages share: their HTML, and pages that count again.

const { partsOf } = quiz.practice;

// Put an element's HTML, which waits in a template, into its place. Returns its parts.
function unfold(element) {
  element.replaceChildren(element.querySelector("template").content);
  return partsOf(element);
}

// Count again where the learner sees it: when the page is there again on another day, or another tab has kept something meanwhile.
function whenChanged(element, count) {
  const leaving = new AbortController();
  let day = quiz.localDay();
  let stale = false;
  const look = ({ type, persisted }) => {
    if (!element.isConnected) return leaving.abort();
    stale ||= type === "storage" || persisted || day !== quiz.localDay();
    if (!stale || document.hidden) return;
    [day, stale] = [quiz.localDay(), false];
    count();
  };
  for (const event of ["storage", "pageshow", "focus"]) addEventListener(event, look, leaving);
  document.addEventListener("visibilitychange", look, leaving);
}

// Cards of objectives were once kept under the objective's number, which another objective may have by now: bring what was kept to the
// objective's own name. A full storage keeps the old piece until there is room.
function renameCards() {
  const { store, schedule } = quiz;
  for (const { id, was } of quiz.data.cards) {
    const before = was && store.read("card", was);
    if (!before) continue;
    store.write("card", id, { log: schedule.mergeLogs(store.read("card", id)?.log ?? [], before.log) });
    if (store.kept) store.remove("card", was);
  }
}

Object.assign(quiz.practice, { renameCards, whenChanged, unfold });
