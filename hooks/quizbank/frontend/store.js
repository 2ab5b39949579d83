// Keeps small pieces in the learner's browser under the site's own prefix, one for each question, card or sitting, so that two
// tabs never write over each other's work. Storage can be absent, blocked or full: then pieces live in memory for as long as
// the page does, and `kept` is false.

const RECORD_VERSION = 3;

function isMap(value) {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

function isTexts(value) {
  return Array.isArray(value) && value.every((text) => typeof text === "string");
}

// A response as versions 1 (one text), 2 and 3 kept it.
function readAnswer({ v, picked, points, typed, checked, at }) {
  const answer = { picked, points: v === 1 ? [] : points, typed: v === 1 ? { typed } : typed, checked };
  if (Number.isSafeInteger(at)) answer.at = at; // when it was checked, if that is known
  const sound = typeof checked === "boolean" && isTexts(picked) && isTexts(answer.points) && isMap(answer.typed);
  return sound && isTexts(Object.values(answer.typed)) ? answer : null;
}

// A card is its reviews: the time in milliseconds, the learner's day, and the rating from 1 to 4.
function readCard({ log }) {
  const sound = Array.isArray(log) && log.every((entry) => Array.isArray(entry) && entry.length === 3 && entry.every(Number.isSafeInteger) && entry[2] > 0 && entry[2] < 5);
  return sound ? { log } : null;
}

class Store {
  // What was stored may be old, damaged or somebody else's: a piece is taken only when the reader of its sort knows its shape.
  readers = { answer: readAnswer, card: readCard };

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
      return this.understood(sort, JSON.parse(this.area.getItem(this.prefix + key)));
    } catch {
      return null;
    }
  }

  understood(sort, record) {
    return isMap(record) && [1, 2, RECORD_VERSION].includes(record.v) ? this.readers[sort](record) : null;
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

  // The ids of the pieces of one sort that are there.
  ids(sort) {
    let keys = [...this.memory.keys()].map((key) => this.prefix + key);
    try {
      keys = [...keys, ...Object.keys(this.area)];
    } catch {
      // memory is all there is
    }
    const start = `${this.prefix}${sort}:`;
    const ids = keys.filter((key) => key.startsWith(start)).map((key) => key.slice(start.length));
    return [...new Set(ids)].filter((id) => this.read(sort, id) !== null);
  }

  // Add a review to a card. The same time again takes the place of the earlier entry: a learner who marks their own answer ticks one point after another.
  review(id, time, rating) {
    const log = this.read("card", id)?.log ?? [];
    this.write("card", id, { log: [...log.filter((entry) => entry[0] !== time), [time, localDay(new Date(time)), rating]] });
  }

  // All that is kept, by sort and id, for a file.
  everything() {
    const pieces = {};
    for (const sort of Object.keys(this.readers)) for (const id of this.ids(sort)) pieces[`${sort}:${id}`] = this.read(sort, id);
    return { site: this.prefix.slice(0, -1), version: RECORD_VERSION, pieces };
  }
}
