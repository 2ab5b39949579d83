// A word of the glossary opens its meaning in place; what shows it comes with the first tap. Before the theme hears of the click, and only
// of a plain one: with a key held, the link does what links do. Where the meaning is lost, the link leads to the glossary.

document.addEventListener(
  "click",
  (event) => {
    const term = event.target.closest?.("a.term");
    if (!term || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    startInTurn([() => quiz.openTerm(term), {}, "feature:terms", "data:terms", "sheet:terms"]);
    fetchLater("terms", () => location.assign(term.href));
  },
  true
);
