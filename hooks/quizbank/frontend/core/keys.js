// Single keys stay with the learner (WCAG 2.1.4): the theme takes "n", "p", ",", ".", "f", "s" and "/" for its own wherever the focus is,
// and leaves the page or opens the search. Typed into anything of ours, or while a session runs, they do not reach the theme.

document.addEventListener("keydown", (event) => {
  const { key, target } = event;
  if (key?.length > 1 || event.ctrlKey || event.altKey || event.metaKey) return;
  if (target.closest?.("quiz-question, quiz-set, [data-quiz-page]") ?? document.querySelector("[data-running]"))
    event.stopPropagation();
});
