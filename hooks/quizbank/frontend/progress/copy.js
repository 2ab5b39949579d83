// The learner's backup: what is read from a file, and how it comes together with what the browser holds. Pure functions, and `restore`,
// which uses them; a copy is { site, version, pieces }, its pieces by "sort:id", and `mine` is the one that the store makes now.

// Bring a file's text into the store. Returns how many pieces were { added, changed, left } and the keys that are `unread`, or the fault.
function restore(store, text) {
  const understood = (sort, id, piece) => Object.hasOwn(store.readers, sort) && store.understood(sort, piece, id);
  const { fault, pieces, unread } = readCopy(text, quiz.everything(), understood);
  if (fault) return { fault };
  const held = store.keys().map((key) => [key, store.read(...sortAndId(key))]);
  const { write, remove, ...counts } = mergeCopies(Object.fromEntries(held.filter(([, piece]) => piece)), pieces);
  const isPart = (key) => sittingOf(key) !== key;
  const changes = [...remove.map((key) => [key, null]), ...Object.entries(write)];
  for (const [key, piece] of changes) if (!isPart(key)) store.write(...sortAndId(key), piece);
  for (const [key, piece] of changes) if (isPart(key)) putPart(store, key, piece);
  return { ...counts, unread };
}

// Answers of an attempt follow it: where the storage was too full to take it, they live in memory with it, and those of the attempt
// that lies there stay. Otherwise the old answer goes first, since the new one may not fit.
function putPart(store, key, piece) {
  if (store.memory.has(sittingOf(key))) return store.memory.set(key, piece);
  store.remove(...sortAndId(key));
  if (piece) store.write(...sortAndId(key), piece);
}

// Return { pieces, unread } of a file's text, or { fault }: the name of what is wrong, and what it is about. `understood(sort, id,
// piece)` is the piece as the store knows it, if it does. What cannot be understood is left out, unless nothing can.
function readCopy(text, mine, understood) {
  const copy = tried(() => JSON.parse(text));
  if (!quiz.isMap(copy)) return { fault: ["unreadable"] };
  const { site, version, pieces } = copy;
  if (typeof site !== "string" || !(version >= 1)) return { fault: ["nameless"] };
  if (site !== mine.site) return { fault: ["foreign", short(site)] };
  if (version > mine.version) return { fault: ["newer"] };
  if (!quiz.isMap(pieces)) return { fault: ["empty"] };
  const read = Object.entries(pieces).map(([key, piece]) => [
    key,
    quiz.isMap(piece) && tried(() => understood(...sortAndId(key), { v: version, ...piece }))
  ]);
  const unread = read.filter(([, piece]) => !piece).map(([key]) => short(key));
  if (read.length && unread.length === read.length) return { fault: ["broken", unread[0]] };
  return { pieces: Object.fromEntries(read.filter(([, piece]) => piece)), unread };
}

function short(text) {
  return text.slice(0, 50);
}

function tried(read) {
  try {
    return read();
  } catch {
    return null; // whatever was met, it cannot be used
  }
}

// "card:term:client" is the card "term:client".
function sortAndId(key) {
  const end = key.indexOf(":");
  return [key.slice(0, end), key.slice(end + 1)];
}

// Return what a copy changes: { write: pieces by key, remove: keys }, and how many pieces were `added`, `changed` and `left`.
// Reviews of a card come together. A sitting that is further on brings all its entries; one that is not brings none. Of two answers a
// checked one stays before a draft, and the later of two alike; so do settings. A test that is under way in
// the browser stays as a whole; one that was handed in gives way to a later one.
function mergeCopies(mine, theirs) {
  const change = { write: {}, remove: [], added: 0, changed: 0, left: 0 };
  for (const key of Object.keys(theirs)) {
    const piece = mergePiece(key, mine, theirs);
    const same = JSON.stringify(piece) === JSON.stringify(mine[key]);
    if (!same) change.write[key] = piece;
    change[same ? "left" : key in mine ? "changed" : "added"] += 1;
  }
  change.remove = Object.keys(mine).filter((key) => !(key in theirs) && isBehind(sittingOf(key), mine, theirs));
  return change;
}

function mergePiece(key, mine, theirs) {
  if (key.startsWith("card:")) return { log: quiz.schedule.mergeLogs(mine[key]?.log ?? [], theirs[key].log) };
  if (key in mine && /^(answer|settings|place):/.test(key)) return isBetter(theirs[key], mine[key]) ? theirs[key] : mine[key];
  const sitting = sittingOf(key);
  if (isBehind(sitting, mine, theirs)) return theirs[key];
  return sitting in mine ? mine[key] : (mine[key] ?? theirs[key]);
}

// Whether one answer, or what was set, stands before another. What has no time is the older.
function isBetter(one, other) {
  const step = stepOf(one) - stepOf(other);
  return step > 0 || (step === 0 && (one.at ?? 0) > (other.at ?? 0));
}

// An answer that was checked comes before a draft, and a draft before an empty form.
function stepOf({ checked, picked = [], points = [], typed = {} }) {
  if (checked) return 2;
  return [...picked, ...points, ...Object.values(typed)].join("") ? 1 : 0;
}

// The sitting, or the attempt, that a piece belongs to: it is named by the piece's id without the question at the end.
function sittingOf(key) {
  const [kind] = sortAndId(key);
  const whole = { entry: "sitting", response: "attempt" }[kind];
  return whole ? key.replace(kind, whole).replace(/~[^~]*$/, "") : key;
}

// Whether both have the sitting, and theirs was handed in, or later, or has taken more time; or both have the attempt, mine was handed in,
// and theirs was started later.
function isBehind(sitting, mine, theirs) {
  const rank = ({ result, spent }) => (result ? 1e15 + result.time : spent);
  if (!/^(sitting|attempt):/.test(sitting) || !(sitting in mine && sitting in theirs)) return false;
  if (sitting.startsWith("attempt:")) return Boolean(mine[sitting].result) && theirs[sitting].started > mine[sitting].started;
  return theirs[sitting].started >= mine[sitting].started && rank(theirs[sitting]) > rank(mine[sitting]); // no earlier attempt replaces a later one
}
