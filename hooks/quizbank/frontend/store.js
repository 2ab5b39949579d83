// Keeps answers in the learner's browser, one small record for each question under the site's own prefix.
// Storage can be absent, blocked or full: then answers live in memory for as long as the page does, and `kept` is false.

const RECORD_VERSION = 1;

// What was stored may be old, damaged or somebody else's: take it only when it has the right shape.
function readAnswer(text) {
  let record;
  try {
    record = JSON.parse(text);
  } catch {
    return null;
  }
  const sound =
    record !== null && typeof record === "object" && record.v === RECORD_VERSION && typeof record.checked === "boolean" &&
    typeof record.typed === "string" && Array.isArray(record.picked) && record.picked.every((value) => typeof value === "string");
  return sound ? { picked: record.picked, typed: record.typed, checked: record.checked } : null;
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
