// A chapter's page: how far its reader is, in a bar at the top of the window, and what of its quiz is done.

const { make, store } = quiz;

class QuizChapter extends HTMLElement {
  connectedCallback() {
    this.leaving = new AbortController();
    const { signal } = this.leaving;
    this.bar ??= this.querySelector(".notes-bar");
    this.sections = [...this.querySelectorAll(".notes-contents a")].map((link) => ({
      ...link.dataset,
      id: decodeURIComponent(link.hash.slice(1)),
      title: link.textContent
    }));
    addEventListener("scroll", () => requestAnimationFrame(() => this.follow()), { passive: true, signal });
    for (const event of ["storage", "pageshow", "quiz-change"]) addEventListener(event, () => this.tell(), { signal });
    this.tell();
    this.follow();
  }

  disconnectedCallback() {
    this.leaving.abort();
  }

  // Not started, reading, or what of the quiz is done: its answers count wherever they were given.
  tell() {
    const ids = this.dataset.parts.split(" ");
    const done = ids.filter((id) => store.read("answer", id)?.checked).length;
    const isRead = store.read("place", this.dataset.chapter);
    const words = done
      ? say("chapter.quiz_done", { done, all: ids.length })
      : isRead
        ? say("chapter.reading")
        : say("chapter.not_started");
    this.querySelector(".notes-state").replaceChildren(words);
  }

  // The section whose heading has passed the top of the window last, or stands where a link to it leads: about two lines below the bar.
  get current() {
    const edge = this.top + this.bar.firstElementChild.offsetHeight + 48;
    return this.sections.findLast(({ id }) => document.getElementById(id)?.getBoundingClientRect().top < edge);
  }

  get top() {
    return document.querySelector(".md-header")?.offsetHeight ?? 0;
  }

  follow() {
    if (!this.isConnected) return;
    const { current } = this;
    this.bar.hidden = false;
    this.bar.style.top = `${this.top}px`;
    if (current?.id === this.shown) return;
    this.shown = current?.id;
    this.bar.toggleAttribute("data-shown", Boolean(current));
    if (!current) return;
    this.show(current);
    store.write("place", this.dataset.chapter, { section: current.id, at: Date.now() });
    this.tell();
  }

  // A section's own number, "12.2", is part of its title; beside it stands which of the chapter's sections it is.
  show({ id, title }) {
    const numbered = this.sections.filter((section) => section.number);
    const number = numbered.findIndex((section) => section.id === id) + 1;
    const place = number ? [make("b", {}, say("chapter.place", { number, count: numbered.length })), " · "] : [];
    const index = this.sections.findIndex((section) => section.id === id);
    this.bar.style.setProperty("--read", (index + 1) / this.sections.length);
    this.bar.firstElementChild.replaceChildren(...place, title);
  }
}

customElements.define("quiz-chapter", QuizChapter);
