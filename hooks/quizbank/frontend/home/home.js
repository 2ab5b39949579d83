// The home page of a learner who has been here before. What fills it comes only to them; where it does not come, the page is as it is for
// everybody.

class QuizHome extends HTMLElement {
  connectedCallback() {
    this.leaving = new AbortController();
    const { signal } = this.leaving;
    for (const event of ["storage", "pageshow"]) addEventListener(event, () => this.look(), { signal });
    document.addEventListener("visibilitychange", () => document.hidden || this.look(), { signal }); // another day, perhaps
    this.look();
  }

  disconnectedCallback() {
    this.leaving.abort();
  }

  look() {
    const begun = RegExp(this.dataset.stored);
    const isReturning = Object.keys(quiz.store.area ?? {}).some((key) => begun.test(key));
    this.toggleAttribute("data-returning", isReturning);
    if (!isReturning) return;
    quizParts.push([() => quiz.fillHome(this), {}, "feature:returning"]);
    quiz.fetchLater("returning", () => this.removeAttribute("data-returning"));
  }
}

customElements.define("quiz-home", QuizHome);
