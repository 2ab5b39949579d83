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
    this.fetch();
    quizParts.push([() => quiz.fillHome(this), {}, "feature:returning"]);
  }

  fetch() {
    if (this.isFetched || quiz.fillHome) return;
    this.isFetched = true;
    for (const path of document.querySelector("script[data-home]").dataset.home.split(" ")) {
      const script = quiz.make("script", { src: new URL(path, quiz.root) });
      script.onerror = () => this.removeAttribute("data-returning");
      document.body.append(script);
    }
  }
}

customElements.define("quiz-home", QuizHome);
