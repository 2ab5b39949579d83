// Keeps small pieces in the learner's browser under the site's own prefix, one for each question, card or sitting, so that two
// tabs never write over each other's work. Storage can be absent, blocked or full: then pieces live in memory for as long as
// the page does, and `kept` is false.

const RECORD_VERSION = 3;

function isMap(value) {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

function isText(value) {
  return typeof value === "string";
}

// The readers below take each field by itself, so that a damaged one never discards its neighbours. These give what of a field is sound.
function textsIn(value) {
  return Array.isArray(value) ? value.filter(isText) : [];
}

function textsByName(value) {
  return isMap(value) ? Object.fromEntries(Object.entries(value).filter(([, text]) => isText(text))) : {};
}

// A learner's response, null if nothing of it is sound. `whole` says whether all of it is.
function soundResponse({ picked, points, typed }) {
  const response = { picked: textsIn(picked), points: textsIn(points), typed: textsByName(typed) };
  const whole = JSON.stringify(response) === JSON.stringify({ picked, points, typed });
  return whole || [...response.picked, ...response.points, ...Object.keys(response.typed)].length ? { response, whole } : null;
}

// A response as versions 1 (one text), 2 and 3 kept it. With a part of it gone it is a draft and no longer an answer to be marked.
function readAnswer({ v, picked, points, typed, checked, at }) {
  const { response, whole } = soundResponse(v === 1 ? { picked, points: [], typed: { typed } } : { picked, points, typed }) ?? {};
  const time = Number.isSafeInteger(at) ? { at } : {}; // when it was checked, or changed last, if that is known
  return response ? { ...response, checked: whole && checked === true, ...time } : null;
}

function isReview(entry) {
  return Array.isArray(entry) && entry.length === 3 && entry.every(Number.isSafeInteger) && entry[2] > 0 && entry[2] < 5;
}

// A card is its reviews: the time in milliseconds, the learner's day, and the rating from 1 to 4.
function readCard({ log }) {
  const sound = Array.isArray(log) ? log.filter(isReview) : [];
  return sound.length ? { log: sound } : null;
}

class Store {
  // What was stored may be old, damaged or somebody else's: the reader of its type takes what it understands of a piece.
  readers = { answer: readAnswer, card: readCard };
  version = RECORD_VERSION;

  constructor(site, openArea) {
    this.prefix = `${site}:`;
    this.memory = new Map();
    try {
      this.area = openArea();
      this.area.setItem(`${this.prefix}probe`, "1");
      this.area.removeItem(`${this.prefix}probe`);
      this.kept = true;
    } catch {
      this.kept = false; // a full storage can still be read: `area` stays
    }
  }

  // Return the piece, or null where there is none that can be understood.
  read(sort, id) {
    const key = `${sort}:${id}`;
    if (this.memory.has(key)) return this.memory.get(key);
    try {
      return this.understood(sort, JSON.parse(this.area.getItem(this.prefix + key)), id);
    } catch {
      return null;
    }
  }

  understood(sort, record, id) {
    return isMap(record) && [1, 2, RECORD_VERSION].includes(record.v) ? this.readers[sort](record, id) : null;
  }

  write(sort, id, piece) {
    const key = `${sort}:${id}`;
    try {
      this.area.setItem(this.prefix + key, JSON.stringify({ v: RECORD_VERSION, ...piece }));
      this.memory.delete(key);
    } catch {
      this.memory.set(key, piece);
      this.kept = false;
    }
  }

  remove(sort, id) {
    const key = `${sort}:${id}`;
    try {
      this.area.removeItem(this.prefix + key);
      this.memory.delete(key);
    } catch {
      this.memory.set(key, null); // what cannot be erased is at least not read again
      this.kept = false;
    }
  }

  // Add a review to a card. The same time again takes the place of the earlier entry: a learner who marks their own answer ticks one point after another.
  review(id, time, rating) {
    const log = this.read("card", id)?.log ?? [];
    this.write("card", id, { log: [...log.filter((entry) => entry[0] !== time), [time, localDay(new Date(time)), rating]] });
    this.reviewed?.();
  }
}
