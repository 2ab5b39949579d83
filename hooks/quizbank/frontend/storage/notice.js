// Backups, and the notice that this browser keeps nothing.

const { make, store } = quiz;

// All that is kept, as it is kept: pieces of types that this page does not know, or cannot read, as well. { site, version, pieces }, each
// piece by "sort:id" with its own version.
quiz.everything = () => {
  const pieces = Object.fromEntries(
    store
      .keys()
      .map((key) => [key, pieceAt(key)])
      .filter(([, piece]) => piece !== null)
  );
  return { site: store.prefix.slice(0, -1), version: store.version, pieces };
};

function pieceAt(key) {
  if (store.memory.has(key)) return store.memory.get(key) && { v: store.version, ...store.memory.get(key) };
  const text = store.area.getItem(store.prefix + key);
  try {
    return JSON.parse(text);
  } catch {
    return text; // damaged, but the learner's
  }
}

// Give the learner all of it in a file.
quiz.download = () => {
  const copy = { ...quiz.everything(), date: new Date(quiz.localDay() * 86400000).toISOString().slice(0, 10) };
  saveFile(`${copy.site}-${copy.date}.json`, "application/json", JSON.stringify(copy));
  return copy;
};

quiz.notice = () => {
  const words = say("notice.not_saved");
  const save = quiz.makeButton(say("notice.download"), "button", true, quiz.download);
  quiz.warned.before(make("div", { class: "quiz-notice", role: "status" }, make("p", {}, words), save));
};

if (quiz.warned) quiz.notice();
