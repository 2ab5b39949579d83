// The clock of a sitting. It shows the time and takes nothing away: the learner may pause it, hide it, or go on when the time is up.

class TimedSitting extends KeptSitting {
  // The part of the question that keeps what is true of all its parts.
  get first() {
    return this.units[this.index].question.parts[0].id;
  }

  // Time counts only while the page is seen.
  look() {
    if (document.hidden) return this.spend();
    this.refresh();
    if (this.asked) this.keep({ ticked: Date.now() });
  }

  get paused() {
    return this.find(".quiz-running").hidden;
  }

  pause(button) {
    this.spend();
    this.keep({ ticked: Date.now() });
    this.find(".quiz-running").hidden = !this.paused;
    this.tell(this.paused ? say("mock.paused") : "");
    button.textContent = this.paused ? say("mock.resume") : say("mock.pause");
  }

  hide(button) {
    const timer = this.find("[role=timer]");
    timer.hidden = !timer.hidden;
    button.textContent = timer.hidden ? say("mock.show") : say("mock.hide");
  }

  tick() {
    if (!this.asked || this.paused || document.hidden || !this.sitting) return;
    if (Math.abs(Date.now() - this.sitting.ticked) > 4500) this.spend(); // well before a gap counts as sleep
    this.showTime();
  }

  // Count the time since it was last counted, to the sitting and to the question. Two tabs count on from one another.
  spend() {
    if (this.index === undefined || this.paused || !this.sitting) return;
    const now = Date.now();
    const { spent, ticked } = this.sitting;
    const seconds = secondsBetween(ticked, now);
    this.keep({ spent: spent + seconds, ticked: now });
    this.note(this.first, { seconds: this.entry(this.first).seconds + seconds });
  }

  showTime() {
    const { spent, ticked, timed } = this.sitting;
    const all = this.paper.minutes * 60;
    const left = all - spent - secondsBetween(ticked, Date.now());
    const time = minutesAndSeconds(left);
    this.write("[role=timer]", left > 0 ? say("mock.left", { time }) : say("mock.time_up", { time }));
    const moment = [all / 2, 600, 300, 0].find((seconds) => this.left > seconds && left <= seconds);
    if (timed && moment === 0) this.tell(say("mock.up"));
    else if (timed && moment && !this.find("[role=timer]").hidden) this.tell(say("mock.minutes_left", { n: moment / 60 }));
    this.left = left;
  }
}
