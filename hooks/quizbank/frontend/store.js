// Keeps answers in the learner's browser, one small record for each question under the site's own prefix.
// Storage can be absent, blocked or full: then answers live in memory for as long as the page does, and `kept` is false.

const RECORD_VERSION = 2;

// What was stored may be old, damaged or somebody else's: take it only when it has the right shape.
function readAnswer(text) {
  let record;
  try {
    record = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isMap(record)) return null;
  if (record.v === 1 && typeof record.typed === "string") record = { ...record, v: 2, typed: { typed: record.typed }, points: [] };
  const { v, picked, points, typed, checked } = record;
  const sound = v === RECORD_VERSION && typeof checked === "boolean" && isTexts(picked) && isTexts(points) && isMap(typed) && isTexts(Object.values(typed));
  return sound ? { picked, points, typed, checked } : null;
}

function isMap(value) {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

function isTexts(value) {
  return Array.isArray(value) && value.every((text) => typeof text === "string");
}

class AnswerStore {
  constructor(site, openArea) {
    this.prefix = `${site}:answer:`;
    this.memory = new Map();
    try {
      this.area = openArea();
      this.area.setItem(`${site}:probe`, "1");
      this.area.removeItem(`${site}:probe`);
      this.kept = true;
    } catch {
      this.kept = false; // a full storage can still be read: `area` stays
    }
  }

  read(id) {
    if (this.memory.has(id)) return this.memory.get(id);
    try {
      return this.area ? readAnswer(this.area.getItem(this.prefix + id)) : null;
    } catch {
      return null;
    }
  }

  write(id, answer) {
    try {
      this.area.setItem(this.prefix + id, JSON.stringify({ v: RECORD_VERSION, ...answer }));
      this.memory.delete(id);
    } catch {
      this.memory.set(id, answer);
      this.kept = false;
    }
  }

  remove(id) {
    this.memory.delete(id);
    try {
      this.area.removeItem(this.prefix + id);
    } catch {
      this.kept = false;
    }
  }
}
