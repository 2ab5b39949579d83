// The head of the stage: how far one is, in words and as segments, beside the buttons that lead away.

const { make } = quiz;

class StageHead {
  constructor(...tools) {
    this.title = make("h2", { class: "player-title", id: "player-title", tabindex: "-1" });
    this.segments = make("div", { class: "player-segments", role: "progressbar", "aria-valuemin": "0" });
    this.element = make(
      "div",
      { class: "player-head" },
      make("div", { class: "player-tools" }, ...tools),
      this.title,
      this.segments
    );
  }

  // `kinds` say how each step of the round stands; `here` is the step that is on, counted from 0.
  show(words, kinds, here) {
    this.title.textContent = words;
    this.segments.setAttribute("aria-label", say("player.progress"));
    this.segments.setAttribute("aria-valuemax", kinds.length);
    this.segments.setAttribute("aria-valuenow", here + 1);
    this.segments.setAttribute("aria-valuetext", words);
    this.draw(kinds, here);
  }

  // With every tap: a segment that stays as it is stays untouched.
  draw(kinds, here) {
    const { children } = this.segments;
    if (children.length !== kinds.length) this.segments.replaceChildren(...kinds.map(() => make("span")));
    for (const [index, kind] of kinds.entries()) {
      const name = `is-${kind}${index === here ? " is-here" : ""}`;
      if (children[index].className !== name) children[index].className = name;
    }
  }

  // The stage fills the window: the site's header stands above it, a scroll away.
  comeIntoView() {
    scrollBy({ top: this.element.parentElement.getBoundingClientRect().top, behavior: "instant" });
  }
}

Object.assign(quiz, { StageHead });
