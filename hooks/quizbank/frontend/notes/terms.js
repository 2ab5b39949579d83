// The meaning of a word of the glossary, in a dialog over the page: at the foot of a phone's screen, beside the word on a wider one.

const { make } = quiz;
const GAP = 6; // pixels between the word and its card

// Put the card below the word, or above it where there is no room below. The style sheet reads this where the screen is wide.
function placeAt(term, dialog) {
  const { bottom, left, top } = term.getBoundingClientRect();
  const isLow = bottom + GAP + dialog.offsetHeight > innerHeight && top > dialog.offsetHeight + GAP;
  dialog.style.setProperty("--term-top", `${isLow ? top - GAP - dialog.offsetHeight : bottom + GAP}px`);
  dialog.style.setProperty("--term-left", `${left}px`);
}

quiz.openTerm = (term) => {
  const entry = quiz.data.terms[decodeURIComponent(term.hash.slice(1))];
  if (!entry) return location.assign(term.href); // the site was published again meanwhile
  const close = make("button", { type: "button", class: "md-button", autofocus: "" }, say("chapter.close"));
  const inside = make(
    "div",
    {},
    make("h2", { id: "notes-term" }, entry.name),
    make("p", {}, entry.meaning),
    ...(entry.equivalents ?? []).map(({ language, words }) =>
      make("p", { class: "notes-other", lang: language }, words.join(", "))
    ),
    make("p", { class: "notes-ways" }, make("a", { href: term.href }, say("chapter.in_glossary")), close)
  );
  const dialog = make("dialog", { class: "notes-term", "aria-labelledby": "notes-term" }, inside);
  // A click beside what is inside is one on the backdrop. A link leads away, perhaps without a new page.
  dialog.addEventListener("click", ({ target }) => {
    if (target === dialog || target.closest("a, button")) dialog.close();
  });
  dialog.addEventListener("close", () => {
    dialog.remove();
    term.focus({ preventScroll: true });
  });
  term.closest("article").append(dialog);
  dialog.showModal();
  placeAt(term, dialog);
};
