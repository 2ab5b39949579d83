// For pages that ask nothing and so have no question script: the language of the interface that the learner has chosen.

const { src, dataset } = document.currentScript;
const prefix = `${dataset.site}:`;
const key = `${prefix}language:chosen`;

// As much of the store as the choice needs: one piece.
const store = {
  prefix,

  read() {
    try {
      const piece = JSON.parse(store.area.getItem(key));
      return piece.v > 0 ? readLanguage(piece) : null;
    } catch {
      return null; // whatever was there, it is no choice
    }
  },

  write(sort, id, { language }) {
    store.area.setItem(key, JSON.stringify({ v: 1, language }));
  }
};

try {
  store.area = localStorage;
  store.kept = true;
} catch {
  // the course's language, and no choice
}

inChosenLanguage({ store, root: new URL("../../", src) }, document.currentScript, () => {});
