// Which pieces there are, and what else their readers need. Pages of notes need neither.

quiz.isTexts = (value) => Array.isArray(value) && value.every((text) => typeof text === "string");

Object.assign(quiz.store, {
  // The keys of all pieces, also of those that nothing here understands: "sort:id".
  keys() {
    let keys = [];
    try {
      keys = Object.keys(this.area)
        .filter((key) => key.startsWith(this.prefix))
        .map((key) => key.slice(this.prefix.length));
    } catch {
      // memory is all there is
    }
    return [...new Set([...keys, ...this.memory.keys()])].filter((key) => key.includes(":"));
  },

  // The ids of the pieces of one type that can be read.
  ids(sort) {
    const ids = this.keys()
      .filter((key) => key.startsWith(`${sort}:`))
      .map((key) => key.slice(sort.length + 1));
    return ids.filter((id) => this.read(sort, id) !== null);
  }
});
