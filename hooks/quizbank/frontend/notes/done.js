// Ticks the chapters that were read to their end, and those whose quiz is finished, in every list of chapters: the class
// `marks-chapters`, with the marks themselves in a template beside the lists. Stands alone, since pages that ask nothing have such lists;
// comes only to who has kept something, or begins to read a chapter, and finds in `quizKept` what is kept. CHAPTERS are { page, url, end, parts }, SITE is the course's id.

const root = new URL("../../", document.currentScript.src);

function kept(key) {
  try {
    return JSON.parse(quizKept.getItem(`${SITE}:${key}`));
  } catch {
    return null; // damaged: nothing is marked for it
  }
}

// In the form of the store's pieces, where there is room. A chapter stays read although its reader scrolls up again.
function noteRead(page) {
  try {
    quizKept.setItem(`${SITE}:read:${page}`, JSON.stringify({ v: 3, at: Date.now() }));
  } catch {
    // then it is marked until its reader scrolls up
  }
}

function markOf({ page, end, parts }) {
  if (parts.every((id) => kept(`answer:${id}`)?.checked)) return "quiz";
  return kept(`read:${page}`) || (end && kept(`place:${page}`)?.section === end) ? "read" : "";
}

// The end of a chapter is where its page says that it is done.
function watchForEnd() {
  const page = document.querySelector("quiz-chapter")?.dataset.chapter;
  const end = document.querySelector(".notes-end");
  if (page && end) new IntersectionObserver(([{ isIntersecting }]) => isIntersecting && noteRead(page)).observe(end);
}

function mark(link, name) {
  link.querySelector("[data-mark]")?.remove();
  const sign = name && document.querySelector(".site-marks")?.content.querySelector(`[data-mark=${name}]`);
  if (sign) (link.querySelector("strong") ?? link).append(sign.cloneNode(true)); // beside the title, where a link says more than that
}

globalThis.quizMarks = () => {
  const names = new Map(CHAPTERS.map((chapter) => [new URL(chapter.url, root).href, markOf(chapter)]));
  watchForEnd();
  for (const link of document.querySelectorAll(".marks-chapters a")) if (names.has(link.href)) mark(link, names.get(link.href));
};

for (const event of ["pageshow", "storage"]) addEventListener(event, quizMarks);
quizMarks();
