// The settings of the daily review: the exam's date, how much is asked, which chapters; and the reminder. They come when the learner opens
// them, and what they show is hidden until then.

const { localDay, schedule } = quiz;
const { leftOut } = quiz.practice;

// `at` are the parts of the page by their names; `changed` is called when something was set.
class ReviewSettings {
  constructor(at, changed) {
    Object.assign(this, { at, changed });
    at.form.addEventListener("change", ({ target }) => this.choose(target.name === "chapter"));
    at.form.elements.exam.addEventListener("blur", () => this.explain(this.fault));
    at.remind.addEventListener("click", () => this.remind());
    this.fill();
    at.settings.hidden = false;
  }

  get chapters() {
    return [...this.at.form.querySelectorAll("[name=chapter]")];
  }

  // What the learner is typing, and what cannot be used and is explained beside its field, stays as it is.
  fill() {
    const { elements } = this.at.form;
    for (const name of ["exam", "size", "fresh"]) {
      const field = elements[name];
      if (field !== document.activeElement && field.ariaInvalid !== "true") field.value = schedule.settings[name];
    }
    const without = leftOut();
    for (const box of this.chapters) box.checked = !without.includes(box.value);
  }

  // What is wrong with the exam's date as it stands in its field.
  get fault() {
    const { exam } = this.at.form.elements;
    return examFault(exam.value, exam.validity.badInput, localDay());
  }

  // The page brings the sentences, by the names that the schedule gives to what may be wrong with a date.
  explain(fault) {
    this.at.fault.textContent = fault ? this.at.faults.querySelector(`[data-why=${fault}]`).textContent : "";
    this.at.form.elements.exam.ariaInvalid = String(Boolean(fault));
  }

  // A date that is still being typed, or that no exam can have, changes nothing. It is explained when the learner leaves its field.
  choose(hasChosen) {
    const { exam, size, fresh } = this.at.form.elements;
    const { settings } = schedule;
    const chosen = hasChosen || settings.chosen;
    const without = chosen ? this.chapters.filter((box) => !box.checked).map((box) => box.value) : [];
    const date = this.fault ? settings.exam : exam.value;
    if (!this.fault) this.explain("");
    schedule.settings = {
      ...settings,
      exam: date,
      size: Number(size.value || settings.size),
      fresh: Number(fresh.value || settings.fresh),
      without,
      chosen
    };
    this.changed();
  }

  // A file for the learner's calendar, which reminds them every day until the exam.
  remind() {
    const today = localDay();
    const { examDay } = schedule;
    saveReminder({
      summary: document.title,
      description: say("today.reminder"),
      url: location.protocol === "file:" ? "" : new URL("?start", location).href,
      day: today,
      time: this.at.time.value || "19:00",
      until: examDay >= today ? examDay : undefined
    });
    this.at.reminded.hidden = false;
  }
}

Object.assign(quiz, { ReviewSettings });
